import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit, staffSessions } from '../../../src/store/schema.ts';
import { ORIGIN, openConsole, type TestConsole } from '../console-app.ts';
import { authenticator, codesOn, enrol, invite, openBrowser, PASSWORD, secretOn } from './browser.ts';

const MAIL = 'hanako@hikkei.test';
/** The step before and the one after are taken too, so that a test may use three codes. */
const HALF_MINUTE = 30_000;

let shiftMs = 0;
let console_: TestConsole;
beforeEach(async () => {
  shiftMs = 0;
  console_ = await openConsole({ now: () => Date.now() + shiftMs });
});
afterEach(() => console_.close());

const actions = async () => {
  const rows = await console_.db.select().from(audit).orderBy(audit.atMs);
  return rows.map((row) => row.action);
};

describe('the whole way in', () => {
  test('an invitation leads to a password, a second factor, backup codes and the queue', async () => {
    const { id, link } = await invite(console_, MAIL);
    const browser = openBrowser(console_);
    const page = await (await browser.get(link)).text();
    expect(page).toContain('相談 花子さんの招待です');
    expect(page).toContain(MAIL);
    const accepted = await browser.post(link, { newPassword: PASSWORD, again: PASSWORD });
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/console/second-factor']);

    const setUp = await (await browser.get('/console/second-factor')).text();
    expect(setUp).toContain('<svg class="qr"');
    expect(setUp).not.toMatch(/style=|<script(?! src)/);
    const codeAt = authenticator(secretOn(setUp));
    const wrong = await browser.post('/console/second-factor', { code: '000000' });
    expect(wrong.status).toBe(422);
    const set = await browser.post('/console/second-factor', { code: codeAt() });
    const codes = codesOn(await set.text());
    expect(new Set(codes).size).toBe(10);
    expect(await console_.parts.authentication.signedIn(requestOf(browser.cookie()))).toEqual({
      id,
      name: '相談 花子',
      email: MAIL,
      role: 'counselor',
      secondFactor: true,
    });
    expect(await actions()).toEqual(['invitation_used', 'signed_in', 'second_factor_set']);
  });

  test('later a password and a code lead in, and the audit says so', async () => {
    const { codeAt, id } = await enrol(console_, MAIL);
    const browser = openBrowser(console_);
    const first = await browser.post('/console/sign-in', {
      email: 'Hanako@Hikkei.test ',
      password: PASSWORD,
    });
    expect([first.status, first.headers.get('location')]).toEqual([303, '/console/sign-in/code']);
    expect(await console_.parts.authentication.signedIn(requestOf(browser.cookie()))).toBeNull();
    const second = await browser.post('/console/sign-in/code', {
      code: ` ${codeAt(Date.now() + HALF_MINUTE)}`,
    });
    expect([second.status, second.headers.get('location')]).toEqual([303, '/console']);
    expect(await console_.parts.authentication.signedIn(requestOf(browser.cookie()))).toMatchObject({ id });
    expect((await actions()).filter((action) => action === 'signed_in')).toHaveLength(2);
  });

  test('an editor lands on the editors’ page', async () => {
    const { codeAt } = await enrol(console_, MAIL, 'editor');
    const browser = openBrowser(console_);
    await browser.post('/console/sign-in', { email: MAIL, password: PASSWORD });
    const response = await browser.post('/console/sign-in/code', { code: codeAt(Date.now() + HALF_MINUTE) });
    expect(response.headers.get('location')).toBe('/console/editors');
  });

  test('a code works once, a backup code works once', async () => {
    const { codeAt, backupCodes } = await enrol(console_, MAIL);
    const begin = async () => {
      const browser = openBrowser(console_);
      await browser.post('/console/sign-in', { email: MAIL, password: PASSWORD });
      return browser;
    };
    // The very code that confirmed the factor, seen over the shoulder.
    expect((await (await begin()).post('/console/sign-in/code', { code: codeAt() })).status).toBe(422);
    const [code = ''] = backupCodes;
    const typed = code.toUpperCase().replace('-', ' ');
    const once = await (await begin()).post('/console/sign-in/backup-code', { code: typed });
    expect(once.headers.get('location')).toBe('/console');
    expect((await (await begin()).post('/console/sign-in/backup-code', { code })).status).toBe(422);
  });

  test('without its second factor a session opens no page but the one that sets it up', async () => {
    const { link } = await invite(console_, MAIL, 'admin');
    const browser = openBrowser(console_);
    await browser.post(link, { newPassword: PASSWORD, again: PASSWORD });
    for (const path of ['/console/account', '/console/staff']) {
      expect((await browser.get(path)).headers.get('location')).toBe('/console/second-factor');
    }
    // Signing in again comes to the same page.
    const again = await openBrowser(console_).post('/console/sign-in', { email: MAIL, password: PASSWORD });
    expect(again.headers.get('location')).toBe('/console/second-factor');
  });
});

describe('cookies and sessions', () => {
  test('over https the cookies are __Host-, Secure, HttpOnly and SameSite; over http the prefix is left off', async () => {
    for (const [origin, name] of [
      ['https://console.test', '__Host-hikkei.session'],
      [ORIGIN, 'hikkei.session'],
    ] as const) {
      const { link } = await invite(console_, `${name}@hikkei.test`);
      const browser = openBrowser(console_, origin);
      await browser.post(link, { newPassword: PASSWORD, again: PASSWORD });
      const [line = '', ...others] = browser.setLines();
      expect(others).toEqual([]);
      expect(line.startsWith(`${name}=`)).toBe(true);
      expect(line).toMatch(/; Path=\//);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).not.toMatch(/Domain/);
      expect(/; Secure/.test(line)).toBe(origin.startsWith('https'));
      expect((await browser.get('/console/second-factor')).status).toBe(200);
    }
  });

  test('a cookie without the prefix is not taken over https, nor one with another signature', async () => {
    const hana = await console_.signIn('counselor');
    const over = (url: string, cookie: string) =>
      console_.parts.authentication.signedIn(new Request(url, { headers: { cookie } }));
    expect(await over(ORIGIN, hana.cookie)).toMatchObject({ id: hana.id });
    expect(await over('https://console.test', hana.cookie)).toBeNull();
    expect(await over(ORIGIN, hana.cookie.replace(/\.[^.]*$/, '.AAAA'))).toBeNull();
  });

  test('the token is a new one after each step, and the session before ends', async () => {
    const { browser, codeAt } = await enrol(console_, MAIL);
    const before = browser.cookie();
    await browser.post('/console/sign-in', { email: MAIL, password: PASSWORD });
    await browser.post('/console/sign-in/code', { code: codeAt(Date.now() + HALF_MINUTE) });
    expect(browser.cookie()).not.toBe(before);
    expect(await console_.parts.authentication.signedIn(requestOf(before))).toBeNull();
    expect(await console_.parts.authentication.signedIn(requestOf(browser.cookie()))).not.toBeNull();
    // What somebody planted before is not taken over.
    const planted = openBrowser(console_);
    const answer = await console_.visitor('hikkei.session=planted').post('/console/sign-in', {
      email: MAIL,
      password: PASSWORD,
    });
    expect(answer.headers.getSetCookie().join()).not.toContain('planted');
    expect(planted.cookie()).toBe('');
  });

  test('the token changes when the second factor is set', async () => {
    const { link } = await invite(console_, MAIL);
    const browser = openBrowser(console_);
    await browser.post(link, { newPassword: PASSWORD, again: PASSWORD });
    const before = browser.cookie();
    const codeAt = authenticator(secretOn(await (await browser.get('/console/second-factor')).text()));
    await browser.post('/console/second-factor', { code: codeAt() });
    expect(await console_.parts.authentication.signedIn(requestOf(before))).toBeNull();
    expect((await browser.get('/console/second-factor')).headers.get('location')).toBe('/console');
  });

  test('a session ends an hour after its last use, and twelve hours after sign-in whatever is done', async () => {
    const hana = await console_.signIn('counselor');
    const there = () => console_.parts.authentication.signedIn(requestOf(hana.cookie));
    shiftMs = 59 * 60_000;
    expect(await there()).not.toBeNull();
    shiftMs += 59 * 60_000;
    expect(await there()).not.toBeNull();
    shiftMs += 61 * 60_000;
    expect(await there()).toBeNull();

    const taro = await console_.signIn('counselor');
    const begun = shiftMs;
    for (let half = 1; half < 24; half++) {
      shiftMs = begun + half * 30 * 60_000;
      expect(await console_.parts.authentication.signedIn(requestOf(taro.cookie))).not.toBeNull();
    }
    shiftMs = begun + 12 * 3_600_000 + 1000;
    expect(await console_.parts.authentication.signedIn(requestOf(taro.cookie))).toBeNull();
  });

  test('who is shut out is out at once, and comes in no more', async () => {
    const { browser, id } = await enrol(console_, MAIL);
    const sachiko = await console_.signIn('admin');
    await sachiko.post(`/console/staff/${id}/disable`);
    expect(await console_.parts.authentication.signedIn(requestOf(browser.cookie()))).toBeNull();
    expect(await console_.db.select().from(staffSessions).where(eq(staffSessions.userId, id))).toEqual([]);
    const tried = await openBrowser(console_).post('/console/sign-in', { email: MAIL, password: PASSWORD });
    expect(tried.status).toBe(422);
    expect(await tried.text()).toContain('メールアドレスかパスワードが違います');
  });

  test('nothing of a password, a code or a mail address is logged', async () => {
    await enrol(console_, MAIL);
    await openBrowser(console_).post('/console/sign-in', { email: MAIL, password: 'not this one at all' });
    expect(console_.log).toEqual([]);
  });
});

test('a form that another site sends is refused', async () => {
  for (const path of ['/console/sign-in', '/console/sign-in/code', '/console/account/sign-out']) {
    const hana = await console_.signIn('counselor');
    const response = await hana.post(path, {}, { origin: 'https://evil.test' });
    expect(response.status).toBe(403);
    expect((await hana.get('/console/account')).status).toBe(200);
  }
});

function requestOf(cookie: string): Request {
  return new Request(ORIGIN, { headers: { cookie } });
}
