import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit } from '../../../src/store/schema.ts';
import { findPerson } from '../../../src/store/staff.ts';
import { ORIGIN, openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { enrol, openBrowser, PASSWORD } from '../sign-in/browser.ts';

const MAIL = 'taro@hikkei.test';

let console_: TestConsole;
let sachiko: SignedInVisitor;
beforeEach(async () => {
  console_ = await openConsole();
  sachiko = await console_.signIn('admin');
});
afterEach(() => console_.close());

const linkOn = (html: string) => /<code class="copy">(.*?)<\/code>/.exec(html)?.[1] ?? '';
const entries = async () =>
  (await console_.db.select().from(audit)).map(({ action, staffId, detail }) => ({
    action,
    staffId,
    detail,
  }));
const personOf = async (id: string) => (await findPerson(console_.db, id))[0];

describe('adding a person', () => {
  test('shows a one-time link once, which leads in, and says so in the audit', async () => {
    const added = await sachiko.post('/console/staff', {
      name: ' 相談 太郎 ',
      email: 'Taro@Hikkei.test',
      role: 'counselor',
    });
    expect(added.status).toBe(200);
    const link = linkOn(await added.text());
    expect(link.startsWith(`${ORIGIN}/console/invitation/`)).toBe(true);
    const page = await openBrowser(console_).get(link.replace(ORIGIN, ''));
    expect(await page.text()).toContain('相談 太郎さんの招待です');
    const list = await (await sachiko.get('/console/staff')).text();
    expect(list).toContain(MAIL);
    expect(list).toContain('準備中');
    expect(list).not.toContain(link);
    const [entry] = await entries();
    expect(entry).toEqual({
      action: 'invited',
      staffId: sachiko.id,
      detail: { of: expect.any(String), role: 'counselor' },
    });
  });

  test.each([
    [{ name: '', email: MAIL, role: 'counselor' }, 'お名前を入れてください'],
    [{ name: '太郎', email: 'no mail', role: 'counselor' }, 'メールアドレスの形'],
    [{ name: '太郎', email: MAIL, role: 'king' }, '役割を選んでください'],
  ])('%j is not taken', async (fields, words) => {
    const response = await sachiko.post('/console/staff', fields);
    expect([response.status, (await response.text()).includes(words)]).toEqual([422, true]);
  });

  test('nobody is added twice', async () => {
    const response = await sachiko.post('/console/staff', {
      name: '別人',
      email: sachiko.email,
      role: 'editor',
    });
    expect(await response.text()).toContain('もう加わっています');
  });
});

describe('a new link', () => {
  test('ends password, second factor and sessions at once, and the list says that the person prepares', async () => {
    const { browser, id, backupCodes } = await enrol(console_, MAIL);
    const link = linkOn(await (await sachiko.post(`/console/staff/${id}/invitation`)).text());
    expect((await browser.get('/console/account')).headers.get('location')).toBe('/console/sign-in');
    const tried = await openBrowser(console_).post('/console/sign-in', { email: MAIL, password: PASSWORD });
    expect(tried.status).toBe(422);
    const again = openBrowser(console_);
    const accepted = await again.post(link.replace(ORIGIN, ''), { newPassword: PASSWORD, again: PASSWORD });
    // A new second factor is asked for; the old backup codes are gone with it.
    expect(accepted.headers.get('location')).toBe('/console/second-factor');
    expect(backupCodes).toHaveLength(10);
    expect((await again.get('/console/account')).headers.get('location')).toBe('/console/second-factor');
  });

  test('in place of one that was not used ends that one', async () => {
    const added = await sachiko.post('/console/staff', { name: '太郎', email: MAIL, role: 'editor' });
    const first = linkOn(await added.text());
    const id = String((await entries())[0]?.detail?.of);
    await sachiko.post(`/console/staff/${id}/invitation`);
    expect((await openBrowser(console_).get(first.replace(ORIGIN, ''))).status).toBe(410);
  });
});

describe('roles', () => {
  test('a new role holds at once', async () => {
    const hana = await console_.signIn('counselor');
    expect((await hana.get('/console/staff')).status).toBe(403);
    await sachiko.post(`/console/staff/${hana.id}/role`, { role: 'admin' });
    expect((await hana.get('/console/staff')).status).toBe(200);
    expect(await entries()).toEqual([
      { action: 'staff_changed', staffId: sachiko.id, detail: { of: hana.id, what: 'role', role: 'admin' } },
    ]);
  });

  test('only administrators come here, and others are told so in a page', async () => {
    for (const role of ['counselor', 'editor'] as const) {
      const other = await console_.signIn(role);
      for (const response of [
        await other.get('/console/staff'),
        await other.post('/console/staff', { name: '太郎', email: MAIL, role: 'admin' }),
        await other.post(`/console/staff/${sachiko.id}/disable`),
      ]) {
        expect(response.status).toBe(403);
        expect(await response.text()).toContain('このページは使えません');
      }
    }
    expect(await entries()).toEqual([]);
  });
});

describe('the last administrator', () => {
  test('can be neither demoted nor shut out, by nobody', async () => {
    const other = await console_.signIn('admin', '管理 次郎');
    // With two of them either can go; the one who is left cannot.
    expect((await sachiko.post(`/console/staff/${other.id}/role`, { role: 'editor' })).status).toBe(303);
    for (const [path, fields] of [
      ['role', { role: 'counselor' }],
      ['disable', {}],
      ['invitation', {}],
    ] as const) {
      const response = await sachiko.post(`/console/staff/${sachiko.id}/${path}`, fields);
      expect([response.status, (await response.text()).includes('ご自分は変えられません')]).toEqual([
        422,
        true,
      ]);
    }
    expect(await personOf(sachiko.id)).toMatchObject({ role: 'admin', disabledAtMs: null });
  });

  test('is left when two demote or shut out each other at the same moment', async () => {
    const other = await console_.signIn('admin', '管理 次郎');
    await Promise.all([
      sachiko.post(`/console/staff/${other.id}/disable`),
      other.post(`/console/staff/${sachiko.id}/role`, { role: 'editor' }),
    ]);
    const left = [await personOf(sachiko.id), await personOf(other.id)].filter(
      (person) => person?.role === 'admin' && person.disabledAtMs === null,
    );
    expect(left).toHaveLength(1);
  });

  test('counts only if they can sign in: one who has not used their link is not enough', async () => {
    const other = await console_.signIn('admin', '管理 次郎');
    await sachiko.post('/console/staff', { name: '太郎', email: MAIL, role: 'admin' });
    await sachiko.post(`/console/staff/${other.id}/disable`);
    expect((await other.get('/console/staff')).headers.get('location')).toBe('/console/sign-in');
    const invited = (await entries()).find((entry) => entry.action === 'invited');
    // The one who waits may go; that leaves Sachiko, whom only the command line could try to shut out.
    expect((await sachiko.post(`/console/staff/${String(invited?.detail?.of)}/disable`)).status).toBe(303);
  });
});

test('who is shut out and let in again has their password and second factor as before', async () => {
  const { browser, id, backupCodes } = await enrol(console_, MAIL);
  await sachiko.post(`/console/staff/${id}/disable`);
  await sachiko.post(`/console/staff/${id}/disable`);
  expect((await browser.get('/console/account')).headers.get('location')).toBe('/console/sign-in');
  expect(await (await sachiko.get('/console/staff')).text()).toContain('停止中');
  await sachiko.post(`/console/staff/${id}/enable`);
  // The session is not let in again with the person.
  expect((await browser.get('/console/account')).headers.get('location')).toBe('/console/sign-in');
  const again = openBrowser(console_);
  await again.post('/console/sign-in', { email: MAIL, password: PASSWORD });
  const response = await again.post('/console/sign-in/backup-code', { code: backupCodes[0] ?? '' });
  expect(response.headers.get('location')).toBe('/console');
  expect((await entries()).flatMap((entry) => entry.detail?.what ?? [])).toEqual(['disabled', 'enabled']);
});

test('the list says when each signed in last', async () => {
  await enrol(console_, MAIL);
  const list = await (await sachiko.get('/console/staff')).text();
  expect(list).toMatch(/taro@hikkei\.test[\s\S]*?<time datetime="/);
  expect(list).toContain('まだありません');
});

test('an unknown person is no page', async () => {
  expect((await sachiko.get('/console/staff/nobody')).status).toBe(404);
});
