/** Answers that several steps give: a move with cookies, a lock, no permission. */
import type { Context } from 'hono';
import { LinkButton } from '../kit/forms.tsx';
import { OutsidePage } from '../kit/page.tsx';
import type { Cookies } from './authentication.ts';

/** Moves on to `href` and hands the browser its cookies. */
export function moveOn(c: Context, href: string, cookies: Cookies = []): Response {
  handCookies(c, cookies);
  return c.redirect(href, 303);
}

export function handCookies(c: Context, cookies: Cookies): void {
  for (const line of cookies) c.header('set-cookie', line, { append: true });
}

/** Too many tries: how long to wait, and whom to ask. The same for people who do not exist. */
export function lockedPage(c: Context, untilMs: number, nowMs: number): Response | Promise<Response> {
  const seconds = Math.max(1, Math.ceil((untilMs - nowMs) / 1000));
  c.header('retry-after', String(seconds));
  return c.html(
    <OutsidePage title="しばらくログインできません">
      <p class="lead">まちがいが続いたため、あと{Math.ceil(seconds / 60)}分ほど受け付けを止めています。</p>
      <p>
        時間がたてば、またお試しいただけます。お急ぎのとき、パスワードを忘れたときは、管理者に新しい招待リンクを頼んでください。
      </p>
      <p>
        ご自分でまちがえた覚えがないときは、だれかがログインしようとしたかもしれません。管理者に伝えてください。
      </p>
      <LinkButton href="/console/sign-in">ログインのページへ</LinkButton>
    </OutsidePage>,
    429,
  );
}

/** The person may not use this page; nothing of it is shown. */
export function forbiddenPage(c: Context): Response | Promise<Response> {
  return c.html(
    <OutsidePage title="このページは使えません">
      <p class="lead">あなたの役割では、このページを見られません。</p>
      <p>仕事に必要なときは、管理者に役割の変更を頼んでください。</p>
      <LinkButton href="/console/account" kind="primary">
        自分のページへ
      </LinkButton>
    </OutsidePage>,
    403,
  );
}
