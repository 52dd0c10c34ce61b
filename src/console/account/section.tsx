/** The page about oneself: signing out, password, backup codes, second factor. */
import { Hono } from 'hono';
import { z } from 'zod';
import { listSessions } from '../../store/staff/sessions.ts';
import { type Access, ALL_STAFF, type ConsoleEnv, type ConsoleParts, type Section } from '../env.ts';
import { handCookies, lockedPage, moveOn } from '../sign-in/answers.tsx';
import { newPasswordProblem } from '../sign-in/new-password.tsx';
import { BackupCodes, FactorSetUp } from '../sign-in/second-factor-pages.tsx';
import {
  AccountPage,
  AccountStep,
  BackupCodesPage,
  PasswordPage,
  ReplaceFactorPage,
} from './account-pages.tsx';

const ACCOUNT = '/console/account';
const NEW_FACTOR = '/console/account/second-factor/new';
const NOT_TAKEN = 422;
/** What has just been done, by the word in the address. */
const DONE: Readonly<Record<string, string>> = {
  password: 'パスワードを変えました。ほかの端末からはログアウトしました。',
};

const access: Record<string, Access> = {
  'GET /account': ALL_STAFF,
  'POST /account/sign-out': 'enrolling',
  'POST /account/sign-out-everywhere': 'enrolling',
  'GET /account/password': ALL_STAFF,
  'POST /account/password': ALL_STAFF,
  'GET /account/backup-codes': ALL_STAFF,
  'POST /account/backup-codes': ALL_STAFF,
  'GET /account/second-factor': ALL_STAFF,
  'POST /account/second-factor': ALL_STAFF,
  'GET /account/second-factor/new': ALL_STAFF,
  'POST /account/second-factor/new': ALL_STAFF,
};

const typed = z.string().max(1000).catch('');
const form = z.object({ password: typed, code: typed, newPassword: typed, again: typed });

export function accountSection(parts: ConsoleParts): Section {
  const { authentication, db, now } = parts;
  const routes = new Hono<ConsoleEnv>();

  routes.get('/account', async (c) => {
    const { staff } = c.var;
    const [sessions, here] = await Promise.all([
      listSessions(db, staff.id, now()),
      authentication.sessionToken(c.req.raw),
    ]);
    const done = DONE[c.req.query('done') ?? ''];
    return c.html(<AccountPage staff={staff} sessions={sessions} here={here} done={done} />);
  });

  routes.post('/account/sign-out', async (c) =>
    moveOn(c, '/console/sign-in', await authentication.signOut(c.req.raw, c.var.staff)),
  );
  routes.post('/account/sign-out-everywhere', async (c) =>
    moveOn(c, '/console/sign-in', await authentication.signOutEverywhere(c.req.raw, c.var.staff)),
  );

  routes.get('/account/password', (c) => c.html(<PasswordPage staff={c.var.staff} />));
  routes.post('/account/password', async (c) => {
    const { staff } = c.var;
    const { password, newPassword, again } = form.parse(await c.req.parseBody());
    const problem = newPasswordProblem(newPassword, again, staff);
    if (problem !== undefined) return c.html(<PasswordPage staff={staff} problem={problem} />, NOT_TAKEN);
    const proved = await authentication.provePassword(c.req.raw, staff, password);
    if (proved.kind === 'locked') return lockedPage(c, proved.untilMs, now());
    if (proved.kind === 'refused') return c.html(<PasswordPage staff={staff} refused />, NOT_TAKEN);
    const cookies = await authentication.changePassword(c.req.raw, staff, newPassword);
    return moveOn(c, `${ACCOUNT}?done=password`, cookies);
  });

  routes.get('/account/backup-codes', (c) => c.html(<BackupCodesPage staff={c.var.staff} />));
  routes.post('/account/backup-codes', async (c) => {
    const { staff } = c.var;
    const { password } = form.parse(await c.req.parseBody());
    const proved = await authentication.provePassword(c.req.raw, staff, password);
    if (proved.kind === 'locked') return lockedPage(c, proved.untilMs, now());
    if (proved.kind === 'refused') return c.html(<BackupCodesPage staff={staff} refused />, NOT_TAKEN);
    const codes = await authentication.newBackupCodes(staff);
    return c.html(
      <AccountStep title="予備コード" staff={staff}>
        <BackupCodes codes={codes} onwards={ACCOUNT} />
      </AccountStep>,
    );
  });

  routes.get('/account/second-factor', (c) => c.html(<ReplaceFactorPage staff={c.var.staff} />));
  routes.post('/account/second-factor', async (c) => {
    const { staff } = c.var;
    const { password, code } = form.parse(await c.req.parseBody());
    const byPassword = await authentication.provePassword(c.req.raw, staff, password);
    if (byPassword.kind === 'locked') return lockedPage(c, byPassword.untilMs, now());
    if (byPassword.kind === 'refused') {
      return c.html(<ReplaceFactorPage staff={staff} wrong="password" />, NOT_TAKEN);
    }
    const byCode = await authentication.proveCode(staff, code);
    if (byCode.kind === 'locked') return lockedPage(c, byCode.untilMs, now());
    if (byCode.kind === 'refused') return c.html(<ReplaceFactorPage staff={staff} wrong="code" />, NOT_TAKEN);
    await authentication.beginFactor(staff);
    return c.redirect(NEW_FACTOR, 303);
  });

  // There is a begun factor only after the proof above.
  routes.get('/account/second-factor/new', async (c) => {
    const { staff } = c.var;
    const factor = await authentication.begunFactor(staff);
    if (factor === null) return c.redirect('/console/account/second-factor', 303);
    return c.html(
      <AccountStep title="新しい認証アプリ" staff={staff}>
        <FactorSetUp factor={factor} action={NEW_FACTOR} />
      </AccountStep>,
    );
  });
  routes.post('/account/second-factor/new', async (c) => {
    const { staff } = c.var;
    const { code } = form.parse(await c.req.parseBody());
    const confirmed = await authentication.confirmFactor(c.req.raw, staff, code);
    if (confirmed.kind === 'set') {
      handCookies(c, confirmed.cookies);
      return c.html(
        <AccountStep title="予備コード" staff={staff}>
          <BackupCodes codes={confirmed.backupCodes} onwards={ACCOUNT} />
        </AccountStep>,
      );
    }
    const factor = await authentication.begunFactor(staff);
    if (factor === null) return c.redirect('/console/account/second-factor', 303);
    return c.html(
      <AccountStep title="新しい認証アプリ" staff={staff}>
        <FactorSetUp factor={factor} action={NEW_FACTOR} refused />
      </AccountStep>,
      NOT_TAKEN,
    );
  });
  return { routes, access };
}
