import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstAdministratorLink } from '../../../src/console/sign-in/first-administrator.ts';
import { staffInvitations } from '../../../src/store/schema.ts';
import { ORIGIN, openConsole, type TestConsole } from '../console-app.ts';
import { enrol, invite, openBrowser, PASSWORD } from './browser.ts';

const MAIL = 'hanako@hikkei.test';
const HOUR = 3_600_000;

let shiftMs = 0;
let console_: TestConsole;
beforeEach(async () => {
  shiftMs = 0;
  console_ = await openConsole({ now: () => Date.now() + shiftMs });
});
afterEach(() => console_.close());

const accept = (link: string, password = PASSWORD, again = password) =>
  openBrowser(console_).post(link, { newPassword: password, again });

describe('a one-time link', () => {
  test('looking at it does not use it up; using it does, and the page then says whom to ask', async () => {
    const { link } = await invite(console_, MAIL);
    for (let i = 0; i < 3; i++) expect((await openBrowser(console_).get(link)).status).toBe(200);
    expect((await accept(link)).status).toBe(303);
    for (const after of [await openBrowser(console_).get(link), await accept(link)]) {
      expect(after.status).toBe(410);
      expect(await after.text()).toContain('管理者に新しいリンクを頼んでください');
      expect(after.headers.getSetCookie()).toEqual([]);
    }
  });

  test('of two who use it at the same moment, one gets in', async () => {
    const { link } = await invite(console_, MAIL);
    const both = await Promise.all([accept(link), accept(link, 'another long one, not the same')]);
    expect(both.map((response) => response.status).sort()).toEqual([303, 410]);
  });

  test('it ends after 72 hours', async () => {
    const { link } = await invite(console_, MAIL);
    shiftMs = 72 * HOUR - 60_000;
    expect((await openBrowser(console_).get(link)).status).toBe(200);
    shiftMs = 72 * HOUR + 60_000;
    expect((await openBrowser(console_).get(link)).status).toBe(410);
    expect((await accept(link)).status).toBe(410);
  });

  test('only a hash of it is kept', async () => {
    const { link } = await invite(console_, MAIL);
    const token = link.split('/').at(-1) ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await console_.db.select().from(staffInvitations))).not.toContain(token);
  });

  test('a made-up one is answered like one that was used', async () => {
    expect((await openBrowser(console_).get('/console/invitation/made-up')).status).toBe(410);
  });
});

describe('the first password', () => {
  test.each([
    ['短い', 'みじかい', 'もう少し長く'],
    ['too long', 'あ'.repeat(129), '128文字まで'],
    ['the mail', 'hanako@hikkei.test1', '思いつける'],
    ['the name with a year', 'hanako-2026-hikkei', '思いつける'],
    ['very common', 'password123456', 'よく使われる'],
    ['very common with signs', 'P@ssw0rd!2026!', 'よく使われる'],
    ['a run', '123456789012', 'よく使われる'],
    ['a run of keys', 'qwertyuiopqwerty', 'よく使われる'],
    ['one letter', 'aaaaaaaaaaaaaa', 'よく使われる'],
    ['a word again and again', 'yamadayamadayamada', 'よく使われる'],
  ])('%s is not taken, and the page says why', async (_what, password, words) => {
    const { link } = await invite(console_, MAIL);
    const response = await accept(link, password);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain(words);
    // The link is still good.
    expect((await openBrowser(console_).get(link)).status).toBe(200);
  });

  test('two that differ are not taken; a sentence with spaces, or long letters without signs, are', async () => {
    const { link } = await invite(console_, MAIL);
    expect(await (await accept(link, PASSWORD, `${PASSWORD}。`)).text()).toContain('2回の入力が違っています');
    expect((await accept(link, 'correct horse battery staple')).status).toBe(303);
    const other = await invite(console_, 'taro@hikkei.test');
    expect((await accept(other.link, 'tulip-gasoline-moonset')).status).toBe(303);
  });
});

describe('the first administrator', () => {
  const link = () => firstAdministratorLink({ ...console_.parts, origin: ORIGIN });

  test('gets a fresh link at each start until one was used, and only the newest is good', async () => {
    const [first, second] = [await link(), await link()];
    expect(first).toMatch(/^http:\/\/console\.test\/console\/invitation\/[\w-]{43}$/);
    expect(second).not.toBe(first);
    const path = (url: string | null) => (url ?? '').replace(ORIGIN, '');
    expect((await openBrowser(console_).get(path(first))).status).toBe(410);
    const page = await openBrowser(console_).get(path(second));
    expect(await page.text()).toContain('最初の管理者');
    expect((await accept(path(second))).status).toBe(303);
    expect(await link()).toBeNull();
  });

  test('is not asked for where another administrator came in by an invitation', async () => {
    await enrol(console_, MAIL, 'counselor');
    expect(await link()).not.toBeNull();
    await enrol(console_, 'boss@hikkei.test', 'admin');
    expect(await link()).toBeNull();
  });
});
