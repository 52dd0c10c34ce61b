/** What a patient sent last, in one short line. */
import type { Handbook } from '../../knowledge/handbook.ts';
import { clipGraphemes } from '../../line/render/clip.ts';
import { readSaid } from '../../line/said.ts';

const LIMIT = 40;

/** `content` is LINE's message, postback or event as JSON; null stands for one that was taken back. */
export function excerpt(content: string | null, handbook: Handbook): string {
  if (content === null) return '（取り消されたメッセージ）';
  return clipGraphemes(words(content, handbook).replace(/\s+/gu, ' ').trim(), LIMIT);
}

function words(content: string, handbook: Handbook): string {
  const said = readSaid(content, handbook);
  switch (said.kind) {
    case 'text':
      return said.text;
    case 'tap':
      return `（ボタン「${said.words}」）`;
    case 'sticker':
      return said.words.length > 0 ? `（スタンプ：${said.words.join('・')}）` : '（スタンプ）';
    case 'image':
      return '（写真）';
    case 'video':
      return '（動画）';
    case 'audio':
      return '（音声）';
    case 'file':
      return '（ファイル）';
    case 'location':
      return '（位置情報）';
    case 'followed':
      return '（友だちに追加）';
    case 'unknown':
      return '（そのほかのメッセージ）';
    default:
      return said satisfies never;
  }
}
