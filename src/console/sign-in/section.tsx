/** Signing in: password, code, invitation, and the second factor's first set-up. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findInvitation } from '../../store/staff/invitations.ts';
import type { Access, ConsoleEnv, ConsoleParts, Section } from '../env.ts';
import { OutsidePage } from '../kit/page.tsx';
import { handCookies, lockedPage, moveOn } from './answers.tsx';
import type { CodeTried } from './authentication.ts';
import { InvitationOverPage, InvitationPage } from './invitation-pages.tsx';
import { landing } from './landing.ts';
import { newPasswordProblem } from './new-password.tsx';
import { BackupCodes, FactorSetUp } from './second-factor-pages.tsx';
import { BackupCodePage, CodePage, SignInPage } from './sign-in-pages.tsx';

const SIGN_IN = '/console/sign-in';
const SECOND_FACTOR = '/console/second-factor';
/** What was typed was not taken; the page says why. */
const NOT_TAKEN = 422;

const access: Record<string, Access> = {
  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /sign-in/code': 'anyone',
  'POST /sign-in/code': 'anyone',
  'GET /sign-in/backup-code': 'anyone',
  'POST /sign-in/backup-code': 'anyone',
  'GET /invitation/:token': 'anyone',
  'POST /invitation/:token': 'anyone',
  'GET /second-factor': 'enrolling',
  'POST /second-factor': 'enrolling',
};

const typed = z.string().max(1000).catch('');
const passwordForm = z.object({ email: typed, password: typed });
const codeForm = z.object({ code: typed });
const newPasswordForm = z.object({ newPassword: typed, again: typed });

export function signInSection(parts: ConsoleParts): Section {
  const { authentication } = parts;
  const routes = new Hono<ConsoleEnv>();

  routes.get('/sign-in', async (c) => {
    const staff = await authentication.signedIn(c.req.raw);
    return staff === null ? c.html(<SignInPage />) : c.redirect(landing(staff.role), 303);
  });
  routes.post('/sign-in', async (c) => {
    const { email, password } = passwordForm.parse(await c.req.parseBody());
    const tried = await authentication.tryPassword(c.req.raw, email, password);
    switch (tried.kind) {
      case 'refused':
        return c.html(<SignInPage email={email} refused />, NOT_TAKEN);
      case 'locked':
        return lockedPage(c, tried.untilMs, parts.now());
      case 'code':
        return moveOn(c, '/console/sign-in/code', tried.cookies);
      case 'enrolling':
        return moveOn(c, SECOND_FACTOR, tried.cookies);
      default:
        return tried satisfies never;
    }
  });

  routes.get('/sign-in/code', async (c) =>
    (await authentication.awaitsCode(c.req.raw)) ? c.html(<CodePage />) : c.redirect(SIGN_IN, 303),
  );
  routes.post('/sign-in/code', async (c) => {
    const { code } = codeForm.parse(await c.req.parseBody());
    const tried = await authentication.tryCode(c.req.raw, code);
    return afterCode(parts, c, tried, <CodePage refused />);
  });
  routes.get('/sign-in/backup-code', async (c) =>
    (await authentication.awaitsCode(c.req.raw)) ? c.html(<BackupCodePage />) : c.redirect(SIGN_IN, 303),
  );
  routes.post('/sign-in/backup-code', async (c) => {
    const { code } = codeForm.parse(await c.req.parseBody());
    const tried = await authentication.tryBackupCode(c.req.raw, code);
    return afterCode(parts, c, tried, <BackupCodePage refused />);
  });

  routes.get('/invitation/:token', async (c) => {
    const invited = await findInvitation(parts.db, c.req.param('token'), parts.now());
    if (invited === null) return c.html(<InvitationOverPage />, 410);
    return c.html(<InvitationPage invited={invited} action={c.req.path} />);
  });
  routes.post('/invitation/:token', async (c) => {
    const token = c.req.param('token');
    const invited = await findInvitation(parts.db, token, parts.now());
    if (invited === null) return c.html(<InvitationOverPage />, 410);
    const { newPassword, again } = newPasswordForm.parse(await c.req.parseBody());
    const problem = newPasswordProblem(newPassword, again, invited);
    if (problem !== undefined) {
      return c.html(<InvitationPage invited={invited} action={c.req.path} problem={problem} />, NOT_TAKEN);
    }
    const cookies = await authentication.acceptInvitation(c.req.raw, token, newPassword);
    if (cookies === null) return c.html(<InvitationOverPage />, 410);
    return moveOn(c, SECOND_FACTOR, cookies);
  });

  // Only for the first set-up: who has a factor proves it before it is replaced (account/section.tsx).
  routes.get('/second-factor', async (c) => {
    const { staff } = c.var;
    if (staff.secondFactor) return c.redirect(landing(staff.role), 303);
    const factor = (await authentication.begunFactor(staff)) ?? (await authentication.beginFactor(staff));
    return c.html(
      <OutsidePage title="2つめの鍵の用意">
        <FirstSetUpReason />
        <FactorSetUp factor={factor} action={SECOND_FACTOR} />
      </OutsidePage>,
    );
  });
  routes.post('/second-factor', async (c) => {
    const { staff } = c.var;
    if (staff.secondFactor) return c.redirect(landing(staff.role), 303);
    const { code } = codeForm.parse(await c.req.parseBody());
    const confirmed = await authentication.confirmFactor(c.req.raw, staff, code);
    if (confirmed.kind === 'set') {
      handCookies(c, confirmed.cookies);
      return c.html(
        <OutsidePage title="予備コード">
          <BackupCodes codes={confirmed.backupCodes} onwards={landing(staff.role)} />
        </OutsidePage>,
      );
    }
    const factor = await authentication.begunFactor(staff);
    if (factor === null) return c.redirect(SECOND_FACTOR, 303);
    return c.html(
      <OutsidePage title="2つめの鍵の用意">
        <FirstSetUpReason />
        <FactorSetUp factor={factor} action={SECOND_FACTOR} refused />
      </OutsidePage>,
      NOT_TAKEN,
    );
  });
  return { routes, access };
}

function FirstSetUpReason() {
  return (
    <p class="lead">
      患者さんの相談を守るため、パスワードのほかに、スマートフォンに出る確認コードを使います。はじめに一度だけ用意してください。
    </p>
  );
}

function afterCode(
  parts: ConsoleParts,
  c: Context<ConsoleEnv>,
  tried: CodeTried,
  again: ReturnType<typeof CodePage>,
): Response | Promise<Response> {
  switch (tried.kind) {
    case 'refused':
      return c.html(again, NOT_TAKEN);
    case 'locked':
      return lockedPage(c, tried.untilMs, parts.now());
    case 'stale':
      return c.redirect(SIGN_IN, 303);
    case 'signed-in':
      return moveOn(c, landing(tried.staff.role), tried.cookies);
    default:
      return tried satisfies never;
  }
}
