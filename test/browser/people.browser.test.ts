import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../../src/store/schema.ts';
import { HAS_CHROMIUM } from './chromium.ts';
import { type PhoneInHand, pickUpPhone } from './phone.ts';

describe.skipIf(!HAS_CHROMIUM)('the ways to a person, at the simulator’s phone in Chromium', () => {
  let hand: PhoneInHand;
  beforeAll(async () => {
    hand = await pickUpPhone();
  });
  afterAll(() => hand?.close());
  const lastCard = () => hand.phone.getByTestId('flex').last();

  it('walks through the second opinion by buttons, sees the checklist, leaves and comes back', async () => {
    await hand.send('セカンドオピニオンを受けたい');
    await hand.phone.getByText('進みぐあい 1 / 8').waitFor();
    await hand.picture('people-second-opinion-first');
    await lastCard().getByRole('button').first().click();
    await hand.phone.getByText('進みぐあい 2 / 8').last().waitFor();
    await hand.tap('準備リスト');
    await hand.phone.getByText('☐').first().waitFor();
    await hand.phone.getByText('☐ 紹介状').last().click();
    await hand.phone.getByText('☑ 紹介状').last().waitFor();
    await hand.picture('people-second-opinion-checklist');
    await hand.send('やめる');
    await hand.tap('セカンドオピニオン');
    await hand.phone.getByText('進みぐあい 2 / 8').last().waitFor();
  });

  it('sends where they are and sees the nearest centres', async () => {
    await hand.send('近くのがん相談支援センターを教えて');
    await hand.phone.getByText('お近くのがん相談支援センターをお調べします').waitFor();
    await hand.send('中央区');
    await hand.phone.getByText('同じ名前の場所がいくつかあります').waitFor();
    await hand.picture('people-which-place');
    await hand.send('札幌市中央区');
    await hand.phone.getByText('から近いところ').first().waitFor();
    await hand.picture('people-centres');
  });

  it('asks for a counselor, gives consent, and is told what comes next', async () => {
    await hand.send('相談員の方と話したいです');
    await lastCard().getByText('はい、お願いします').click();
    await hand.phone.getByText('相談員に引き継ぎました').waitFor();
    await hand.picture('people-counselor');
    expect(await hand.server.db.select().from(cases)).toHaveLength(1);
  });

  it('is told at once to call when there is danger', async () => {
    await hand.send('抗がん剤の治療中で、38.5度の熱があります');
    await hand.phone.getByText('119に電話する').last().waitFor();
    await hand.phone
      .getByText(/^いますぐ、治療を受けている病院に電話してください/)
      .last()
      .scrollIntoViewIfNeeded();
    await hand.picture('people-emergency');
  });

  it('finds calm words and lines that are open in despair', async () => {
    await hand.send('もう消えてしまいたい');
    await hand.phone.getByText('よりそいホットライン').first().waitFor();
    await hand.picture('people-crisis');
  });
});
