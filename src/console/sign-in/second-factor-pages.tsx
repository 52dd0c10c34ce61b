/** Setting up the second factor: the picture for the app, its letters, the first code, the backup codes. */
import { encode } from 'uqr';
import { Button, LinkButton, TextField } from '../kit/forms.tsx';
import { Notice } from '../kit/parts.tsx';
import type { NewFactor } from './authentication.ts';

export function FactorSetUp({
  factor,
  action,
  refused = false,
}: {
  readonly factor: NewFactor;
  readonly action: string;
  readonly refused?: boolean;
}) {
  return (
    <ol class="steps">
      <li>
        <p>
          スマートフォンに認証アプリを入れます。Google Authenticator、Microsoft
          Authenticatorなど、お使いのものでかまいません。
        </p>
      </li>
      <li>
        <p>アプリで「アカウントを追加」を選び、次の絵を読み取ります。</p>
        <QrPicture text={factor.uri} />
        <details class="more">
          <summary>読み取れないとき</summary>
          <p>
            アプリで「キーを入力」を選び、次の文字を入れてください（空白は不要です）。種類は「時間」です。
          </p>
          <p class="copy">{grouped(factor.secret)}</p>
        </details>
      </li>
      <li>
        <p>アプリに出た6けたの数字を入れます。</p>
        <form class="form" method="post" action={action}>
          <TextField
            name="code"
            label="確認コード"
            error={
              refused
                ? 'コードが違います。アプリに今出ている数字を入れてください。続けて違うときは、スマートフォンの時刻が合っているか確かめてください。'
                : undefined
            }
            autocomplete="one-time-code"
            inputmode="numeric"
            required
          />
          <div class="actions">
            <Button kind="primary">確かめる</Button>
          </div>
        </form>
      </li>
    </ol>
  );
}

/** Shown once. */
export function BackupCodes({ codes, onwards }: { codes: readonly string[]; onwards: string }) {
  return (
    <>
      <Notice tone="amber" title="このページは一度しか表示されません">
        <p>
          スマートフォンをなくしたり壊したりしたときは、次の予備コードでログインできます。1つのコードは一度だけ使えます。
        </p>
      </Notice>
      <ul class="code-grid" aria-label="予備コード">
        {codes.map((code) => (
          <li class="copy">{code}</li>
        ))}
      </ul>
      <p>
        印刷するか書き写して、スマートフォンとは別の、人目につかない所に置いてください。前の予備コードがあれば、もう使えません。
      </p>
      <p class="actions">
        <LinkButton href={onwards} kind="primary">
          控えました。次へ
        </LinkButton>
      </p>
    </>
  );
}

/** `text` as a picture for a phone's camera; shapes alone, so that no style is needed. */
function QrPicture({ text }: { text: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const squares = data
    .map((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="認証アプリで読み取る絵（QRコード）"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

function grouped(secret: string): string {
  return secret.replace(/.{4}(?=.)/g, '$& ');
}
