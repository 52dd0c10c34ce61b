/** A patient at the simulator's phone, as tests move it. */
import type { Browser, Locator, Page } from 'playwright-core';
import type { LocalServer } from '../../src/local-server.ts';
import { launchChromium, screenshotFile } from './chromium.ts';
import { startWithSimulator } from './local-service.ts';

export type PhoneInHand = {
  readonly page: Page;
  readonly phone: Locator;
  readonly server: LocalServer;
  readonly send: (text: string) => Promise<void>;
  readonly tap: (quickReply: string) => Promise<void>;
  readonly picture: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the simulator of a fresh service in Chromium; its first patient has added the account. */
export async function pickUpPhone(): Promise<PhoneInHand> {
  const server = await startWithSimulator();
  const browser: Browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'ja-JP' });
  await page.goto(`${server.url}/simulator`);
  const phone = page.getByTestId('phone').first();
  await phone.getByText('お伝えしておきたいことが3つあります').waitFor();
  return {
    page,
    phone,
    server,
    async send(text) {
      await phone.getByTestId('input').fill(text);
      await phone.getByTestId('input').press('Enter');
    },
    async tap(quickReply) {
      await phone.getByTestId('quick-reply').filter({ hasText: quickReply }).first().click();
    },
    async picture(name) {
      // Past the little movements with which things appear.
      await page.waitForTimeout(400);
      await page.screenshot({ path: screenshotFile(name) });
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
