/** What a patient sent last, in one short line. */
import { clipGraphemes } from '../../line/render/clip.ts';

const LIMIT = 40;

/** Other things than text that LINE carries. */
const KINDS: Readonly<Record<string, string>> = {
  sticker: 'スタンプ',
  image: '写真',
  video: '動画',
  audio: '音声',
  file: 'ファイル',
  location: '位置情報',
  follow: '友だちに追加',
};

/** `content` is LINE's message, postback or event as JSON; null stands for one that was taken back. */
export function excerpt(content: string | null): string {
  if (content === null) return '（取り消されたメッセージ）';
  const said = read(content);
  if (typeof said.text === 'string') return clipGraphemes(said.text.replace(/\s+/gu, ' ').trim(), LIMIT);
  if (typeof said.data === 'string') return '（ボタンを押しました）';
  return `（${KINDS[String(said.type)] ?? 'そのほかのメッセージ'}）`;
}

function read(content: string): { type?: unknown; text?: unknown; data?: unknown } {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
