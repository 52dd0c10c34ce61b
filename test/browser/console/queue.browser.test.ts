import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_CHROMIUM } from '../chromium.ts';
import { askForCounselor, bringPhone, type Phone } from './case-work.ts';
import { type Desk, type Office, openOffice } from './office.ts';

/** Poll of 3 s and a machine that is busy with other tests; how long it really took is printed. */
const LIVE = { timeout: 15_000 };

describe.skipIf(!HAS_CHROMIUM)('the queue while patients write, in Chromium', () => {
  let office: Office;
  let desk: Desk;
  let page: Page;
  let other: Phone;
  beforeAll(async () => {
    office = await openOffice();
    desk = await office.hire('counselor', '相談 花子');
    page = desk.page;
    other = await bringPhone(office, '鈴木');
  });
  afterAll(() => office?.close());
  const rows = () => page.locator('tr[data-case]');

  it('says kindly that nobody waits', async () => {
    await page.locator('.empty').waitFor();
    await office.picture(page, 'queue-empty');
  });

  it('shows a new case without reload, and counts it in the window’s title', async () => {
    await page.evaluate(() => Object.assign(window, { notReloaded: true }));
    await askForCounselor(office.hand);
    const from = Date.now();
    await rows().first().waitFor(LIVE);
    console.log(`a new case was on the page after ${Date.now() - from} ms`);
    await page.waitForFunction(() => document.title.startsWith('(1)'), undefined, LIVE);
    expect(await rows().first().textContent()).toContain('相談の希望');
    await page.getByText('新しい相談が1件届きました').waitFor({ ...LIVE, state: 'attached' });
  });

  it('puts a red case first, marks the title and keeps the keyboard where it is', async () => {
    await rows().first().getByRole('link').focus();
    const focused = await page.evaluate(() => document.activeElement?.id);
    await other.send('もう消えてしまいたい');
    const from = Date.now();
    await page.locator('tr.row-red').waitFor(LIVE);
    console.log(`a red case was on the page after ${Date.now() - from} ms`);
    expect(await rows().count()).toBe(2);
    expect(await rows().first().textContent()).toContain('死にたい気持ち');
    await page.waitForFunction(() => document.title.startsWith('【緊急】(2)'), undefined, LIVE);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(focused);
    expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
    await office.picture(page, 'queue-red');
  });

  it('tells of the red case on every other page too', async () => {
    await page.getByRole('link', { name: '集計' }).click();
    await page.getByText('急ぐ相談が1件待っています').waitFor(LIVE);
    await office.picture(page, 'alert-bar');
    await page.getByRole('link', { name: '一覧を見る' }).click();
    await page.locator('tr.row-red').waitFor();
  });

  it('rings for a new red case after the counselor switched the sound on', async () => {
    await page.getByRole('button', { name: '音で知らせる' }).click();
    await page.getByRole('button', { name: '音で知らせる：入' }).waitFor();
    await page.evaluate(() => {
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (when?: number) {
        Object.assign(window, { rang: ((window as { rang?: number }).rang ?? 0) + 1 });
        return start.call(this, when);
      };
    });
    const third = await bringPhone(office, '田中');
    await third.send('抗がん剤の治療中で、38.5度の熱があります');
    await page.waitForFunction(() => (window as { rang?: number }).rang === 2, undefined, LIVE);
    await page.waitForTimeout(7_000);
    expect(await page.evaluate(() => (window as { rang?: number }).rang)).toBe(2);
  });

  it('filters by reason and by tab', async () => {
    await page.getByLabel('理由').selectOption({ label: '相談の希望' });
    await page.getByRole('button', { name: '絞りこむ' }).click();
    await expect.poll(() => rows().count()).toBe(1);
    await page.getByRole('link', { name: '自分の担当' }).click();
    await page.locator('.empty').waitFor();
  });

  it('is claimed and answered by the keyboard alone', async () => {
    await page.goto(`${office.server.url}/console?view=waiting&reason=asked`);
    await tabTo(page, 'a.case-open');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '相談の希望' }).waitFor();
    await tabTo(page, 'button:has-text("担当になる")');
    await page.keyboard.press('Enter');
    await page.getByLabel('患者さんへの返事').waitFor();
    await tabTo(page, '#answer textarea');
    await page.keyboard.type('キーボードだけで書いています。');
    await tabTo(page, '#answer button:has-text("送る")');
    await page.keyboard.press('Enter');
    await office.hand.phone.getByText('キーボードだけで書いています。').waitFor({ timeout: 20_000 });
  });

  it('says that the list is not fresh when the service cannot be reached', async () => {
    await page.goto(`${office.server.url}/console`);
    await page.context().setOffline(true);
    await page.getByText('この画面は、いまの様子ではありません').waitFor({ timeout: 30_000 });
    await office.picture(page, 'queue-stale');
    await page.context().setOffline(false);
    await page
      .getByText('この画面は、いまの様子ではありません')
      .waitFor({ state: 'hidden', timeout: 15_000 });
  });
});

/** Presses Tab until the focus stands on what `selector` says, and sees that the focus can be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const at = page.locator(selector).locator('visible=true').first();
    if (await at.evaluate((element) => element === document.activeElement)) {
      const outline = await at.evaluate((element) => getComputedStyle(element).outlineStyle);
      expect(outline).not.toBe('none');
      return;
    }
  }
  throw new Error(`Tab never reached ${selector}`);
}
