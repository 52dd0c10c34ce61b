/** What a patient sent, shown: words, a picture, or what it was. */
import type { Said } from '../../../line/said.ts';
import { casePath } from '../paths.ts';

type Props = {
  readonly said: Said | { readonly kind: 'unsent' };
  readonly caseId: string;
  readonly messageId: string;
};

export function SaidPart({ said, caseId, messageId }: Props) {
  const media = casePath(caseId, `media/${encodeURIComponent(messageId)}`);
  switch (said.kind) {
    case 'text':
      return <div class="words">{said.text}</div>;
    case 'sticker':
      return (
        <div class="words">{said.words.length > 0 ? `スタンプ：${said.words.join('・')}` : 'スタンプ'}</div>
      );
    case 'image':
      if (!said.kept) return <NotKept what="写真" />;
      return (
        <div class="words">
          <a href={media} target="_blank" rel="noopener">
            <img
              class="said-media"
              src={media}
              loading="lazy"
              alt="患者さんから届いた写真（表示されないときは、LINEに残っていないか、準備中です）"
            />
          </a>
        </div>
      );
    case 'video':
      return said.kept ? (
        <Download href={media} what={`動画${length(said.seconds)}`} />
      ) : (
        <NotKept what="動画" />
      );
    case 'audio':
      return said.kept ? (
        <Download href={media} what={`音声${length(said.seconds)}`} />
      ) : (
        <NotKept what="音声" />
      );
    case 'file':
      return <Download href={media} what={`ファイル：${said.name}${size(said.bytes)}`} />;
    case 'location':
      return (
        <div class="words">
          {['位置情報', said.title, said.address].filter((line) => line !== '').join('\n')}
          {said.title === '' && said.address === '' ? '（住所は付いていません）' : ''}
        </div>
      );
    case 'tap':
      return <div class="words">ボタン「{said.words}」を押しました</div>;
    case 'followed':
      return <div class="words muted">友だちに追加しました</div>;
    case 'unsent':
      return <div class="words muted">取り消されたメッセージ</div>;
    case 'unknown':
      return <div class="words muted">ここでは表示できない種類のメッセージです</div>;
    default:
      return said satisfies never;
  }
}

function Download({ href, what }: { href: string; what: string }) {
  return (
    <div class="words">
      {what}
      {'\n'}
      <a href={href} download>
        この端末に保存して開く
      </a>
    </div>
  );
}

function NotKept({ what }: { what: string }) {
  return <div class="words muted">{what}（ほかのアプリから送られたもので、ここでは表示できません）</div>;
}

function length(seconds: number | null): string {
  return seconds === null ? '' : `（${Math.floor(seconds / 60)}分${seconds % 60}秒）`;
}

function size(bytes: number | null): string {
  return bytes === null
    ? ''
    : `（約${Math.max(1, Math.round(bytes / 1024)).toLocaleString('ja-JP')}キロバイト）`;
}
