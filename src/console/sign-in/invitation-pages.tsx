/** The page behind a one-time link: whom it is for, and the first password. */
import type { Invited } from '../../store/staff/invitations.ts';
import { Button, LinkButton } from '../kit/forms.tsx';
import { OutsidePage } from '../kit/page.tsx';
import { NewPasswordFields, type PasswordProblem } from './new-password.tsx';

export function InvitationPage({
  invited,
  action,
  problem,
}: {
  readonly invited: Invited;
  readonly action: string;
  readonly problem?: PasswordProblem | undefined;
}) {
  return (
    <OutsidePage title="ようこそ">
      <p class="lead">{invited.name}さんの招待です。はじめに、ご自分のパスワードを決めてください。</p>
      <form class="form" method="post" action={action}>
        <dl class="facts">
          <dt>お名前</dt>
          <dd>{invited.name}</dd>
          <dt>メールアドレス</dt>
          <dd>{invited.email}</dd>
        </dl>
        {/* For password managers: the name under which the password is kept. */}
        <input type="hidden" name="username" value={invited.email} autocomplete="username" />
        <NewPasswordFields problem={problem} />
        <div class="actions">
          <Button kind="primary">パスワードを決めて次へ</Button>
        </div>
      </form>
      <p class="muted">
        次のページで、スマートフォンを使った確認（2つめの鍵）を用意します。数分で終わります。
      </p>
      <p class="muted">お心当たりのない方は、何もせずにこのページを閉じてください。</p>
    </OutsidePage>
  );
}

export function InvitationOverPage() {
  return (
    <OutsidePage title="このリンクは使えません">
      <p class="lead">すでに使われたか、期限（72時間）が過ぎたか、新しいリンクに替わっています。</p>
      <p>
        パスワードを決め終えた方は、ログインしてください。まだの方は、招待してくれた管理者に新しいリンクを頼んでください。
      </p>
      <LinkButton href="/console/sign-in" kind="primary">
        ログインのページへ
      </LinkButton>
    </OutsidePage>
  );
}
