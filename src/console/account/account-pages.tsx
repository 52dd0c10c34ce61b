/** A person's own pages: who they are, where they are signed in, and the keys they hold. */
import type { Child } from 'hono/jsx';
import type { SessionRow } from '../../store/staff/sessions.ts';
import type { SignedIn } from '../env.ts';
import { Button, LinkButton, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Badge, Moment, Notice, Panel, Table } from '../kit/parts.tsx';
import { NewPasswordFields, type PasswordProblem } from '../sign-in/new-password.tsx';
import { ROLE_WORDS } from '../staff/role-words.ts';
import { deviceWords } from './device-words.ts';

export function AccountPage({
  staff,
  sessions,
  here,
  done,
}: {
  readonly staff: SignedIn;
  readonly sessions: readonly SessionRow[];
  /** The token of the session at the screen. */
  readonly here: string | null;
  readonly done: string | undefined;
}) {
  return (
    <Page title="自分のページ" at="account" staff={staff} width="narrow">
      {done === undefined ? null : <Notice tone="green" title={done} />}
      <Panel title="あなたについて">
        <dl class="facts">
          <dt>お名前</dt>
          <dd>{staff.name}</dd>
          <dt>メールアドレス</dt>
          <dd>{staff.email}</dd>
          <dt>役割</dt>
          <dd>
            {ROLE_WORDS[staff.role].name}（{ROLE_WORDS[staff.role].may}）
          </dd>
        </dl>
        <p class="muted">変更が必要なときは、管理者に伝えてください。</p>
      </Panel>
      <Panel title="ログインしている端末">
        <Table caption="今ログインしている端末" head={['端末', 'ログインした時刻', '最後に使った時刻']}>
          {sessions.map((session) => (
            <tr>
              <th scope="row">
                {deviceWords(session.userAgent)}{' '}
                {session.token === here ? <Badge tone="green">この端末</Badge> : null}
              </th>
              <td>
                <Moment ms={session.createdAt.getTime()} />
              </td>
              <td>
                <Moment ms={session.updatedAt.getTime()} />
              </td>
            </tr>
          ))}
        </Table>
        <p class="muted">
          使わないまま1時間たつか、ログインから12時間たつと、自動でログアウトします。覚えのない端末があれば、すべての端末からログアウトし、パスワードを変えて、管理者に伝えてください。
        </p>
        <div class="actions">
          <form method="post" action="/console/account/sign-out">
            <Button kind="primary">ログアウト</Button>
          </form>
          <form method="post" action="/console/account/sign-out-everywhere">
            <Button kind="danger">すべての端末からログアウト</Button>
          </form>
        </div>
      </Panel>
      <Panel title="パスワードと2つめの鍵">
        <div class="actions">
          <LinkButton href="/console/account/password">パスワードを変える</LinkButton>
          <LinkButton href="/console/account/backup-codes">予備コードを新しくする</LinkButton>
          <LinkButton href="/console/account/second-factor">認証アプリを替える</LinkButton>
        </div>
      </Panel>
    </Page>
  );
}

/** The frame of the pages below; a way back above. */
export function AccountStep({
  title,
  staff,
  children,
}: {
  readonly title: string;
  readonly staff: SignedIn;
  readonly children: Child;
}) {
  return (
    <Page title={title} at="account" staff={staff} width="narrow">
      <p>
        <a href="/console/account">自分のページへ戻る</a>
      </p>
      {children}
    </Page>
  );
}

type Step = { readonly staff: SignedIn; readonly refused?: boolean };

function CurrentPassword({ refused = false }: { refused?: boolean }) {
  return (
    <TextField
      name="password"
      label="今のパスワード"
      error={refused ? 'パスワードが違います。' : undefined}
      type="password"
      autocomplete="current-password"
      required
    />
  );
}

export function PasswordPage({ staff, refused, problem }: Step & { problem?: PasswordProblem | undefined }) {
  return (
    <AccountStep title="パスワードを変える" staff={staff}>
      <form class="form" method="post" action="/console/account/password">
        <input type="hidden" name="username" value={staff.email} autocomplete="username" />
        <CurrentPassword refused={refused ?? false} />
        <NewPasswordFields problem={problem} />
        <p class="muted">変えると、ほかの端末からはログアウトします。</p>
        <div class="actions">
          <Button kind="primary">変える</Button>
        </div>
      </form>
    </AccountStep>
  );
}

export function BackupCodesPage({ staff, refused }: Step) {
  return (
    <AccountStep title="予備コードを新しくする" staff={staff}>
      <p class="lead">新しい予備コードを10個つくります。今の予備コードは使えなくなります。</p>
      <form class="form" method="post" action="/console/account/backup-codes">
        <CurrentPassword refused={refused ?? false} />
        <div class="actions">
          <Button kind="primary">新しくする</Button>
        </div>
      </form>
    </AccountStep>
  );
}

export function ReplaceFactorPage({
  staff,
  wrong,
}: Pick<Step, 'staff'> & { readonly wrong?: 'password' | 'code' | undefined }) {
  return (
    <AccountStep title="認証アプリを替える" staff={staff}>
      <p class="lead">
        スマートフォンを買い替えたときなどに使います。新しいほうを確かめ終わるまで、今の認証アプリはそのまま使えます。
      </p>
      <form class="form" method="post" action="/console/account/second-factor">
        <CurrentPassword refused={wrong === 'password'} />
        <TextField
          name="code"
          label="今の認証アプリの確認コード"
          error={
            wrong === 'code'
              ? 'コードが違うか、もう使われています。次に出る数字を入れてください。'
              : undefined
          }
          autocomplete="one-time-code"
          inputmode="numeric"
          required
        />
        <p class="muted">今の認証アプリが使えないときは、管理者に新しい招待リンクを頼んでください。</p>
        <div class="actions">
          <Button kind="primary">次へ</Button>
        </div>
      </form>
    </AccountStep>
  );
}
