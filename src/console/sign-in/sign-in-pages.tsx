/** What somebody sees who is not signed in: password, code, backup code. */
import { Button, TextField } from '../kit/forms.tsx';
import { OutsidePage } from '../kit/page.tsx';
import { Notice } from '../kit/parts.tsx';

export function SignInPage({ email = '', refused = false }: { email?: string; refused?: boolean }) {
  return (
    <OutsidePage title="ログイン">
      {refused ? (
        <Notice tone="red" title="ログインできませんでした">
          <p>メールアドレスかパスワードが違います。もう一度入力してください。</p>
        </Notice>
      ) : null}
      <form class="form" method="post" action="/console/sign-in">
        <TextField
          name="email"
          label="メールアドレス"
          type="email"
          value={email}
          autocomplete="username"
          required
          autofocus={email === ''}
        />
        <TextField
          name="password"
          label="パスワード"
          type="password"
          autocomplete="current-password"
          required
          autofocus={email !== ''}
        />
        <div class="actions">
          <Button kind="primary">次へ</Button>
        </div>
      </form>
      <p class="muted">
        はじめての方は、管理者から届いた招待リンクを開いてください。パスワードを忘れた方は、管理者に新しいリンクを頼んでください。
      </p>
    </OutsidePage>
  );
}

export function CodePage({ refused = false }: { refused?: boolean }) {
  return (
    <OutsidePage title="確認コードの入力">
      <p class="lead">スマートフォンの認証アプリに出ている6けたの数字を入れてください。</p>
      <form class="form" method="post" action="/console/sign-in/code">
        <TextField
          name="code"
          label="確認コード"
          hint="30秒ごとに変わります。同じ数字は一度しか使えません。"
          error={refused ? 'コードが違うか、もう使われています。次に出る数字を入れてください。' : undefined}
          autocomplete="one-time-code"
          inputmode="numeric"
          required
          autofocus
        />
        <div class="actions">
          <Button kind="primary">ログイン</Button>
        </div>
      </form>
      <p>
        <a href="/console/sign-in/backup-code">スマートフォンが手元にないとき</a>
      </p>
    </OutsidePage>
  );
}

export function BackupCodePage({ refused = false }: { refused?: boolean }) {
  return (
    <OutsidePage title="予備コードの入力">
      <p class="lead">控えておいた予備コードのうち、まだ使っていないものを1つ入れてください。</p>
      <form class="form" method="post" action="/console/sign-in/backup-code">
        <TextField
          name="code"
          label="予備コード"
          hint="例: abcde-fghjk。1つのコードは一度だけ使えます。"
          error={refused ? 'コードが違うか、もう使われています。' : undefined}
          autocomplete="off"
          required
          autofocus
        />
        <div class="actions">
          <Button kind="primary">ログイン</Button>
        </div>
      </form>
      <p>
        <a href="/console/sign-in/code">認証アプリのコードを入れる</a>
      </p>
      <p class="muted">予備コードもないときは、管理者に新しい招待リンクを頼んでください。</p>
    </OutsidePage>
  );
}
