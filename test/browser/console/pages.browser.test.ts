import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_CHROMIUM } from '../chromium.ts';
import { answer, askForCounselor, bringPhone, openFirstCase } from './case-work.ts';
import { axeFindings, smallTargets, stickingOut } from './check-page.ts';
import { enrol } from './enrol.ts';
import { type Desk, type Office, openOffice } from './office.ts';

/** The pages by name for their pictures. `CASE` and `PERSON` stand for ids that the test has made. */
const PAGES: Readonly<Record<string, string>> = {
  queue: '',
  'queue-mine': '?view=mine',
  'queue-follow-up': '?view=follow-up',
  'queue-ended': '?view=ended',
  search: '/search',
  cases: '/cases',
  'cases-unknown': '/cases?from=yesterday',
  case: '/cases/CASE',
  'case-end': '/cases/CASE/resolve',
  reports: '/reports',
  'reports-masked': '/reports?mask=1',
  'reports-wrong': '/reports?from=2026-13-01&to=2026-01-01',
  'reports-empty': '/reports?from=2025-01-01&to=2025-01-31',
  editors: '/editors',
  'editors-questions': '/editors/questions',
  'editors-passages': '/editors/passages',
  staff: '/staff',
  'staff-new': '/staff/new',
  'staff-someone': '/staff/PERSON',
  settings: '/settings',
  audit: '/audit',
  account: '/account',
  'account-password': '/account/password',
  'account-backup-codes': '/account/backup-codes',
  'account-second-factor': '/account/second-factor',
  'not-found': '/nothing-here',
};

/** A tablet, and a desktop screen at 200% zoom. */
const SCREENS = { '': 1280, '-tablet': 768, '-zoomed': 640 };

describe.skipIf(!HAS_CHROMIUM)('every page of the console, for everybody, in Chromium', () => {
  let office: Office;
  let desk: Desk;
  let ids: Readonly<Record<string, string>>;
  beforeAll(async () => {
    office = await openOffice();
    const { hand, server } = office;
    await hand.send('抗がん剤で髪は抜けますか');
    await hand.phone.getByTestId('flex').last().getByText('立たなかった').click();
    await hand.send('母が乳がんで札幌に住んでいます。むくみの体操を教えて');
    await askForCounselor(hand);
    const other = await bringPhone(office, '鈴木');
    await other.send('もう消えてしまいたい');
    await other.phone.getByText('よりそいホットライン').first().waitFor();
    desk = await office.hire('admin', '管理 幸子');
    const { page } = desk;
    const caseUrl = await openFirstCase(page, server.url);
    await page.getByRole('button', { name: '担当になる' }).click();
    await answer(page, 'つらいお気持ちを知らせてくださって、ありがとうございます。');
    await page.getByText('送信済み').last().waitFor({ timeout: 20_000 });
    await office.invite('counselor', '相談 花子');
    await page.goto(`${server.url}/console/staff`);
    const person = await page.getByRole('link', { name: '相談 花子' }).getAttribute('href');
    ids = { CASE: caseUrl.split('/').at(-1) ?? '', PERSON: person?.split('/').at(-1) ?? '' };
  });
  afterAll(() => office?.close());

  async function examine(page: Desk['page'], name: string): Promise<void> {
    const found: Record<string, string[]> = {};
    for (const [screen, width] of Object.entries(SCREENS)) {
      await page.setViewportSize({ width, height: 900 });
      await office.picture(page, `page-${name}${screen}`);
      found[`axe${screen}`] = await axeFindings(page);
      found[`sideways${screen}`] = await stickingOut(page);
      found[`small targets${screen}`] = await smallTargets(page);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(Object.entries(found).filter(([, findings]) => findings.length > 0)).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).toMatch(/ - Hikkei$/);
  }

  it.each(Object.entries(PAGES))('is accessible and fits the screen: %s', async (name, path) => {
    const whole = path.replace(/CASE|PERSON/, (word) => ids[word] ?? '');
    await desk.page.goto(`${office.server.url}/console${whole}`);
    await examine(desk.page, name);
  });

  it('is accessible before the sign-in too: link, second factor, backup codes, sign-in, code', async () => {
    const { page, complaints } = await office.window();
    const keys = await enrol(page, await office.invite('counselor', '窓口 次郎'), (name) =>
      examine(page, name),
    );
    const outside = await office.window();
    await outside.page.goto(`${office.server.url}/console`);
    await examine(outside.page, 'sign-in');
    await outside.page.getByLabel('メールアドレス').fill(keys.email);
    await outside.page.getByLabel('パスワード').fill(keys.password);
    await outside.page.getByRole('button', { name: '次へ' }).click();
    await outside.page.getByLabel('確認コード').waitFor();
    await examine(outside.page, 'code');
    await outside.page.getByRole('link', { name: 'スマートフォンが手元にないとき' }).click();
    await examine(outside.page, 'backup-code');
    await outside.page.goto(`${office.server.url}/console/invitation/not-a-link`);
    await examine(outside.page, 'link-over');
    expect(complaints).toEqual([]);
  });

  it('is accessible where the editor tries a question and reads a passage', async () => {
    const { page } = desk;
    await page.goto(`${office.server.url}/console/editors`);
    await page.getByLabel('患者さんの質問').fill('抗がん剤で髪は抜けますか');
    await page.getByRole('button', { name: '試す' }).click();
    await page.locator('.line-phone').waitFor();
    await examine(page, 'editors-tried');
    await page.goto(`${office.server.url}/console/editors/passages`);
    await page.locator('tbody a').first().click();
    await examine(page, 'editors-passage');
  });

  it('is accessible with everything opened: the tools of a case, a search with hits', async () => {
    const { page } = desk;
    await page.goto(`${office.server.url}/console/cases/${ids.CASE}`);
    for (const summary of await page.locator('main summary').all()) await summary.click();
    await examine(page, 'case-open');
    await page.goto(`${office.server.url}/console/search`);
    await page.getByLabel('自分の相談をことばで探す').fill('ありがとう');
    await page.getByRole('button', { name: '探す' }).click();
    await page.locator('mark').first().waitFor();
    await examine(page, 'search-found');
  });

  it('prints the report without the controls of the screen', async () => {
    const { page } = desk;
    await page.goto(`${office.server.url}/console/reports`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.topbar').isVisible()).toBe(false);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await page.setViewportSize({ width: 720, height: 1018 });
    expect(await stickingOut(page)).toEqual([]);
    await office.picture(page, 'page-reports-print');
    await page.emulateMedia({ media: 'screen' });
  });

  it('makes Chromium complain of nothing', () => {
    expect(desk.complaints).toEqual([]);
  });
});
