import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_CHROMIUM } from './chromium.ts';
import { type PhoneInHand, pickUpPhone } from './phone.ts';

describe.skipIf(!HAS_CHROMIUM)('a patient at the simulator’s phone, in Chromium', () => {
  let hand: PhoneInHand;
  beforeAll(async () => {
    hand = await pickUpPhone();
  });
  afterAll(() => hand?.close());

  it('is greeted on adding the account', async () => {
    await hand.picture('patient-greeting');
    expect(await hand.phone.getByText('診断や、治療を決めることはできません').isVisible()).toBe(true);
  });

  it('asks a question and sees the right passage with its source and a way to a person', async () => {
    await hand.send('抗がん剤で髪は抜けますか');
    const bubble = hand.phone.getByTestId('flex').last();
    await bubble.getByText('髪はいつ抜け、いつ生えますか').waitFor();
    expect(await bubble.getByText(/出典：/).isVisible()).toBe(true);
    expect(await bubble.getByText('この記事は、まだ医療者の確認を受けていません。').isVisible()).toBe(true);
    expect(await hand.phone.getByTestId('quick-reply').filter({ hasText: '電話で相談' }).isVisible()).toBe(
      true,
    );
    await hand.picture('patient-answer');
  });

  it('taps that it helped, and is thanked', async () => {
    await hand.phone.getByTestId('flex').last().getByText('役に立った').click();
    await hand.phone.getByText('教えてくださってありがとうございます。').waitFor();
  });

  it('taps the way to the telephone and sees the number with its button', async () => {
    await hand.tap('電話で相談');
    await hand.phone.getByTestId('flex').last().getByText('0570-02-3410').waitFor();
    await hand.picture('patient-support-line');
  });

  it('is told plainly when the question is not about cancer', async () => {
    await hand.send('宝くじに当たる方法を教えて');
    await hand.phone.getByText('がんについての質問にだけお答えしています').waitFor();
    await hand.picture('patient-out-of-scope');
  });
});
