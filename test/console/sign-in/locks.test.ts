import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit, signInFailures, staffSecondFactors } from '../../../src/store/schema.ts';
import { openConsole, type TestConsole } from '../console-app.ts';
import { enrol, openBrowser, PASSWORD } from './browser.ts';

const MAIL = 'hanako@hikkei.test';
const WRONG = 'something else entirely';
const MINUTE = 60_000;

let shiftMs = 0;
let console_: TestConsole;
beforeEach(async () => {
  shiftMs = 0;
  console_ = await openConsole({ now: () => Date.now() + shiftMs });
});
afterEach(() => console_.close());

const tryAs = (email: string, password = WRONG, address = '203.0.113.1') =>
  openBrowser(console_).post('/console/sign-in', { email, password }, { 'cf-connecting-ip': address });

describe('wrong passwords', () => {
  test('five lock the account for 15 minutes, the right password included, and the page says how long', async () => {
    await enrol(console_, MAIL);
    for (let i = 1; i < 5; i++) expect((await tryAs(MAIL)).status).toBe(422);
    expect((await tryAs(MAIL)).status).toBe(429);
    const locked = await tryAs(MAIL, PASSWORD);
    expect(locked.status).toBe(429);
    expect(locked.headers.get('retry-after')).toMatch(/^(900|89\d)$/);
    expect(await locked.text()).toContain('あと15分ほど');
    shiftMs = 10 * MINUTE;
    expect(await (await tryAs(MAIL, PASSWORD)).text()).toContain('あと5分ほど');
    shiftMs = 16 * MINUTE;
    expect((await tryAs(MAIL, PASSWORD)).headers.get('location')).toBe('/console/sign-in/code');
  });

  test('many at once are counted like many after one another', async () => {
    await enrol(console_, MAIL);
    const all = await Promise.all(Array.from({ length: 12 }, () => tryAs(MAIL)));
    expect(all.filter((response) => response.status === 422)).toHaveLength(4);
    expect((await tryAs(MAIL, PASSWORD)).status).toBe(429);
  });

  test('the right one in between begins the count anew', async () => {
    await enrol(console_, MAIL);
    for (let round = 0; round < 3; round++) {
      for (let i = 0; i < 4; i++) expect((await tryAs(MAIL)).status).toBe(422);
      expect((await tryAs(MAIL, PASSWORD)).status).toBe(303);
    }
  });

  test('those of a quarter of an hour ago count no more', async () => {
    await enrol(console_, MAIL);
    for (let i = 0; i < 4; i++) await tryAs(MAIL);
    shiftMs = 15 * MINUTE + 1000;
    for (let i = 0; i < 4; i++) expect((await tryAs(MAIL)).status).toBe(422);
  });

  test('an address is shut out after thirty, whoever it tries, and others are not', async () => {
    await enrol(console_, MAIL);
    const tries = Array.from({ length: 30 }, (_, i) => tryAs(`person-${i}@hikkei.test`));
    const statuses = (await Promise.all(tries)).map((response) => response.status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(29);
    expect((await tryAs(MAIL, PASSWORD)).status).toBe(429);
    expect((await tryAs(MAIL, PASSWORD, '203.0.113.2')).status).toBe(303);
  });

  test('who signs in rightly many times from one address is never shut out', async () => {
    await enrol(console_, MAIL);
    for (let round = 0; round < 9; round++) {
      const four = await Promise.all(Array.from({ length: 4 }, () => tryAs(MAIL, PASSWORD)));
      expect(four.map((response) => response.status)).toEqual([303, 303, 303, 303]);
    }
  });
});

describe('nobody learns who has an account', () => {
  test('an unknown mail gets the same words, the same lock, and takes as long', async () => {
    await enrol(console_, MAIL);
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 6; i++) {
      const of = async (email: string, times: number[]) => {
        const begun = performance.now();
        const response = await tryAs(email);
        times.push(performance.now() - begun);
        return [response.status, (await response.text()).replace(email, '')];
      };
      expect(await of('nobody@hikkei.test', unknown)).toEqual(await of(MAIL, known));
    }
    // A hash is worked out either way: some ten milliseconds, far more than all the rest.
    const middle = (times: number[]) => [...times.slice(0, 5)].sort((a, b) => a - b)[2] ?? 0;
    expect(middle(unknown)).toBeGreaterThan(middle(known) / 2.5);
    expect(middle(unknown)).toBeLessThan(middle(known) * 2.5);
  });

  test('what is no mail address at all is refused in the same words', async () => {
    const answers = await Promise.all(
      ['', 'x', 'a@b', `${'a'.repeat(2000)}@hikkei.test`].map((mail) => tryAs(mail)),
    );
    for (const answer of answers) expect([answer.status, await answer.text()][1]).toContain('違います');
  });

  test('the table of tries names nobody', async () => {
    await tryAs(MAIL);
    const rows = JSON.stringify(await console_.db.select().from(signInFailures));
    expect(rows).not.toContain('hanako');
    expect(rows).not.toContain('203.0.113.1');
  });
});

describe('wrong codes', () => {
  const atCode = async () => {
    const browser = openBrowser(console_);
    await browser.post('/console/sign-in', { email: MAIL, password: PASSWORD });
    return browser;
  };

  test('five lock the second factor, with a fresh sign-in too, and a backup code counts as well', async () => {
    const { codeAt, backupCodes } = await enrol(console_, MAIL);
    const browser = await atCode();
    for (let i = 1; i < 5; i++) {
      const path = i % 2 === 0 ? 'backup-code' : 'code';
      expect((await browser.post(`/console/sign-in/${path}`, { code: `00000${i}` })).status).toBe(422);
    }
    expect((await browser.post('/console/sign-in/code', { code: '000005' })).status).toBe(429);
    const again = await atCode();
    expect((await again.post('/console/sign-in/code', { code: codeAt(Date.now() + 30_000) })).status).toBe(
      429,
    );
    expect((await again.post('/console/sign-in/backup-code', { code: backupCodes[0] ?? '' })).status).toBe(
      429,
    );
    const failures = (await console_.db.select().from(audit)).filter(
      (row) => row.action === 'sign_in_failed',
    );
    expect(failures.map((row) => row.detail)).toEqual([
      ...Array.from({ length: 4 }, () => ({ step: 'code', locked: false })),
      { step: 'code', locked: true },
    ]);
    shiftMs = 16 * MINUTE;
    const later = await (await atCode()).post('/console/sign-in/backup-code', { code: backupCodes[0] ?? '' });
    expect(later.headers.get('location')).toBe('/console');
  });

  test('the library counts them too, behind our own lock', async () => {
    await enrol(console_, MAIL);
    const browser = await atCode();
    for (let i = 0; i < 3; i++) await browser.post('/console/sign-in/code', { code: `11111${i}` });
    const [factor] = await console_.db.select().from(staffSecondFactors);
    expect(factor?.failedVerificationCount).toBe(3);
  });

  test('a code without a password before it leads to the beginning', async () => {
    const { codeAt } = await enrol(console_, MAIL);
    const code = codeAt(Date.now() + 30_000);
    for (const browser of [openBrowser(console_), console_.visitor('hikkei.pending=2fa-made-up.AAAA')]) {
      const response = await browser.post('/console/sign-in/code', { code });
      expect([response.status, response.headers.get('location')]).toEqual([303, '/console/sign-in']);
    }
    expect((await openBrowser(console_).get('/console/sign-in/code')).status).toBe(303);
  });
});
