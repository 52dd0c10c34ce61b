import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deviceWords } from '../../../src/console/account/device-words.ts';
import { audit } from '../../../src/store/schema.ts';
import { openConsole, type TestConsole } from '../console-app.ts';
import {
  authenticator,
  codesOn,
  type Enrolled,
  enrol,
  openBrowser,
  PASSWORD,
  secretOn,
} from '../sign-in/browser.ts';

const MAIL = 'hanako@hikkei.test';
const ANOTHER = 'tulip gasoline moonset';
const HALF_MINUTE = 30_000;

let console_: TestConsole;
let hana: Enrolled;
beforeEach(async () => {
  console_ = await openConsole();
  hana = await enrol(console_, MAIL);
});
afterEach(() => console_.close());

/** Another browser in which the same person is signed in, by a backup code. */
async function elsewhere() {
  const browser = openBrowser(console_);
  await browser.post(
    '/console/sign-in',
    { email: MAIL, password: PASSWORD },
    { 'user-agent': SAFARI_ON_IPAD },
  );
  await browser.post(
    '/console/sign-in/backup-code',
    { code: hana.backupCodes.pop() ?? '' },
    { 'user-agent': SAFARI_ON_IPAD },
  );
  expect((await browser.get('/console/account')).status).toBe(200);
  return browser;
}
const SAFARI_ON_IPAD =
  'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1';
const isIn = async (browser: { get: (path: string) => Promise<Response> }) =>
  (await browser.get('/console/account')).status === 200;
const actions = async () => (await console_.db.select().from(audit)).map((row) => row.action);

test('the page says who one is, in words, and where one is signed in', async () => {
  await elsewhere();
  const page = await (await hana.browser.get('/console/account')).text();
  for (const words of ['相談 花子', MAIL, '相談員（相談を受け持ち', 'iPad の Safari', 'この端末']) {
    expect(page).toContain(words);
  }
  expect(page.match(/この端末/g)).toHaveLength(1);
});

test('signing out ends this session alone, signing out everywhere ends all', async () => {
  const [other, third] = [await elsewhere(), await elsewhere()];
  const kept = hana.browser.cookie();
  const out = await hana.browser.post('/console/account/sign-out');
  expect(out.headers.get('location')).toBe('/console/sign-in');
  expect(hana.browser.cookie()).toBe('');
  // The cookie that a thief kept is worth nothing either.
  expect(await isIn(console_.visitor(kept))).toBe(false);
  expect(await isIn(other)).toBe(true);
  await other.post('/console/account/sign-out-everywhere');
  expect([await isIn(other), await isIn(third)]).toEqual([false, false]);
  expect(await actions()).toEqual(expect.arrayContaining(['signed_out', 'signed_out_everywhere']));
});

describe('changing the password', () => {
  const change = (fields: Record<string, string>) => hana.browser.post('/console/account/password', fields);

  test('needs the present one; then the new one alone leads in, and other devices are out', async () => {
    const other = await elsewhere();
    const before = hana.browser.cookie();
    const wrong = await change({ password: 'not it, not at all', newPassword: ANOTHER, again: ANOTHER });
    expect([wrong.status, (await wrong.text()).includes('パスワードが違います')]).toEqual([422, true]);
    const changed = await change({ password: PASSWORD, newPassword: ANOTHER, again: ANOTHER });
    expect(changed.headers.get('location')).toBe('/console/account?done=password');
    expect([await isIn(hana.browser), await isIn(other)]).toEqual([true, false]);
    expect(await isIn(console_.visitor(before))).toBe(false);
    const tryWith = (password: string) =>
      openBrowser(console_).post('/console/sign-in', { email: MAIL, password });
    expect((await tryWith(PASSWORD)).status).toBe(422);
    expect((await tryWith(ANOTHER)).headers.get('location')).toBe('/console/sign-in/code');
  });

  test('takes no easily guessed one', async () => {
    const response = await change({
      password: PASSWORD,
      newPassword: 'password123456',
      again: 'password123456',
    });
    expect(response.status).toBe(422);
  });

  test('wrong present passwords lock as at sign-in, so that a stolen session cannot find it out', async () => {
    for (let i = 0; i < 5; i++)
      await change({ password: `wrong ${i}`, newPassword: ANOTHER, again: ANOTHER });
    expect((await change({ password: PASSWORD, newPassword: ANOTHER, again: ANOTHER })).status).toBe(429);
  });
});

test('new backup codes need the password, are shown once, and end the old ones', async () => {
  const path = '/console/account/backup-codes';
  expect((await hana.browser.post(path, { password: 'not it, not at all' })).status).toBe(422);
  const codes = codesOn(await (await hana.browser.post(path, { password: PASSWORD })).text());
  expect(codes).toHaveLength(10);
  const tryWith = async (code: string) => {
    const browser = openBrowser(console_);
    await browser.post('/console/sign-in', { email: MAIL, password: PASSWORD });
    return browser.post('/console/sign-in/backup-code', { code });
  };
  expect((await tryWith(hana.backupCodes[0] ?? '')).status).toBe(422);
  expect((await tryWith(codes[9] ?? '')).headers.get('location')).toBe('/console');
});

describe('replacing the authenticator app', () => {
  const begin = '/console/account/second-factor';
  const fresh = `${begin}/new`;

  test('needs the password and a code, and the old app works until the new one is confirmed', async () => {
    const other = await elsewhere();
    // Without the proof there is nothing to confirm.
    expect((await hana.browser.get(fresh)).headers.get('location')).toBe(begin);
    expect((await hana.browser.post(fresh, { code: hana.codeAt() })).headers.get('location')).toBe(begin);
    // The page of the first set-up is no way round it.
    expect((await hana.browser.get('/console/second-factor')).headers.get('location')).toBe('/console');
    expect((await hana.browser.get(fresh)).headers.get('location')).toBe(begin);
    const proof = { password: PASSWORD, code: hana.codeAt(Date.now() + HALF_MINUTE) };
    expect((await hana.browser.post(begin, { ...proof, password: 'not it, not at all' })).status).toBe(422);
    expect((await hana.browser.post(begin, { ...proof, code: '000000' })).status).toBe(422);
    expect((await hana.browser.post(begin, proof)).headers.get('location')).toBe(fresh);

    const codeAt = authenticator(secretOn(await (await hana.browser.get(fresh)).text()));
    const stillOld = openBrowser(console_);
    await stillOld.post('/console/sign-in', { email: MAIL, password: PASSWORD });
    const byOld = await stillOld.post('/console/sign-in/code', {
      code: hana.codeAt(Date.now() - HALF_MINUTE),
    });
    expect(byOld.headers.get('location')).toBe('/console');

    const set = await hana.browser.post(fresh, { code: codeAt() });
    expect(codesOn(await set.text())).toHaveLength(10);
    expect([await isIn(hana.browser), await isIn(other), await isIn(stillOld)]).toEqual([true, false, false]);
    const again = openBrowser(console_);
    await again.post('/console/sign-in', { email: MAIL, password: PASSWORD });
    const byNew = await again.post('/console/sign-in/code', { code: codeAt(Date.now() + HALF_MINUTE) });
    expect(byNew.headers.get('location')).toBe('/console');
  });
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Windows の Chrome',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Windows の Edge',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0', 'Mac の Firefox'],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Android の Chrome',
  ],
  ['', '種類のわからない端末'],
])('the device of %s is %s', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words);
});
