import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalServer } from '../../src/local-server.ts';
import { HAS_CHROMIUM, launchChromium, screenshotFile } from './chromium.ts';
import { startWithSimulator } from './local-service.ts';

describe.skipIf(!HAS_CHROMIUM)('a patient at the simulator’s phone, in Chromium', () => {
  let server: LocalServer;
  let browser: Browser;
  let page: Page;
  let phone: Locator;

  beforeAll(async () => {
    server = await startWithSimulator();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP' });
    await page.goto(`${server.url}/simulator`);
    phone = page.getByTestId('phone').first();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function send(text: string): Promise<void> {
    await phone.getByTestId('input').fill(text);
    await phone.getByTestId('input').press('Enter');
  }
  async function picture(name: string): Promise<void> {
    await page.waitForTimeout(400);
    await page.screenshot({ path: screenshotFile(name) });
  }

  it('is greeted on adding the account', async () => {
    await phone.getByText('お伝えしておきたいことが3つあります').waitFor();
    await picture('patient-greeting');
  });

  it('asks a question and sees the right passage with its source and a way to a person', async () => {
    await send('抗がん剤で髪は抜けますか');
    const bubble = phone.getByTestId('flex').last();
    await bubble.getByText('髪はいつ抜け、いつ生えますか').waitFor();
    expect(await bubble.getByText(/出典：/).isVisible()).toBe(true);
    expect(await bubble.getByText('この記事は、まだ医療者の確認を受けていません。').isVisible()).toBe(true);
    expect(await phone.getByTestId('quick-reply').filter({ hasText: '電話で相談' }).isVisible()).toBe(true);
    await picture('patient-answer');
  });

  it('taps that it helped, and is thanked', async () => {
    await phone.getByTestId('flex').last().getByText('役に立った').click();
    await phone.getByText('教えてくださってありがとうございます。').waitFor();
  });

  it('taps the way to the telephone and sees the number with its button', async () => {
    await phone.getByTestId('quick-reply').filter({ hasText: '電話で相談' }).click();
    await phone.getByTestId('flex').last().getByText('0570-02-3410').waitFor();
    await picture('patient-support-line');
  });

  it('is told plainly when the question is not about cancer', async () => {
    await send('宝くじに当たる方法を教えて');
    await phone.getByText('がんについての質問にだけお答えしています').waitFor();
    await picture('patient-out-of-scope');
  });
});
