/** What stands instead of a page that cannot be shown. */
import type { Context } from 'hono';
import { LinkButton } from './forms.tsx';
import { OutsidePage } from './page.tsx';

export function notFoundPage(c: Context) {
  return c.html(
    <OutsidePage title="ページが見つかりません">
      <p>アドレスが変わったか、もう見られない相談かもしれません。</p>
      <LinkButton href="/console" kind="primary">
        相談の一覧へ
      </LinkButton>
    </OutsidePage>,
    404,
  );
}

export function errorPage(c: Context) {
  return c.html(
    <OutsidePage title="うまく表示できませんでした">
      <p>
        入力した内容は送られていないことがあります。少し待ってから、前のページに戻ってもう一度お試しください。
        続くときは、管理者に時刻を伝えてください。
      </p>
      <LinkButton href="/console" kind="primary">
        相談の一覧へ
      </LinkButton>
    </OutsidePage>,
    500,
  );
}
