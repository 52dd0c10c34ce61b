/** What counselors and patients do with a case, step by step, as several tests need it. */
import type { Locator, Page } from 'playwright-core';
import type { PhoneInHand } from '../phone.ts';
import type { Office } from './office.ts';

export type Phone = { readonly phone: Locator; readonly send: (text: string) => Promise<void> };

/** Another patient's phone at the simulator. */
export async function bringPhone({ hand }: Office, name: string): Promise<Phone> {
  const before = await hand.page.getByTestId('phone').count();
  await hand.page.locator('#new-name').fill(name);
  await hand.page.locator('#new-name').press('Enter');
  const phone = hand.page.getByTestId('phone').nth(before);
  await phone.getByText('お伝えしておきたいことが3つあります').waitFor();
  return {
    phone,
    async send(text) {
      await phone.getByTestId('input').fill(text);
      await phone.getByTestId('input').press('Enter');
    },
  };
}

/** The patient asks for a person and agrees that a counselor reads along. */
export async function askForCounselor(hand: Pick<PhoneInHand, 'phone' | 'send'>): Promise<void> {
  await hand.send('相談員の方と話したいです');
  await hand.phone.getByTestId('flex').last().getByText('はい、お願いします').click();
  await hand.phone.getByText('相談員に引き継ぎました').waitFor();
}

/** Opens the first case of the queue; gives its address. */
export async function openFirstCase(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/console`);
  await page.locator('a.case-open').first().click();
  await page.locator('#acts').waitFor();
  return page.url();
}

/** Writes into the answer form and sends. */
export async function answer(page: Page, text: string): Promise<void> {
  await page.getByLabel('患者さんへの返事').fill(text);
  await page.locator('#answer').getByRole('button', { name: '送る', exact: true }).click();
}
