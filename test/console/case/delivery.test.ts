import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveryOf, whyNotSent } from '../../../src/console/case/conversation/delivery.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { NOW, openScene, readable } from './case-scene.ts';

let the: TestConsole;
let counselor: SignedInVisitor;
beforeAll(async () => {
  the = await openConsole({ now: () => NOW });
  counselor = await the.signIn('counselor');
});
afterAll(() => the.close());

const row = {
  atMs: NOW,
  eventStatus: 'received',
  eventReason: null,
  tries: 0,
  deliveryStatus: 'pending',
  way: null,
  sentAtMs: null,
} as const;

describe('what became of an answer', () => {
  it('counts down the seconds in which it can be taken back', () => {
    const held = { ...row, eventStatus: 'held' } as const;
    expect(deliveryOf(held, NOW)).toEqual({ kind: 'held', secondsLeft: 5, untilMs: NOW + 5_000 });
    expect(deliveryOf(held, NOW + 3_200)).toEqual({ kind: 'held', secondsLeft: 2, untilMs: NOW + 5_000 });
    expect(deliveryOf(held, NOW + 9_000)).toEqual({ kind: 'held', secondsLeft: 0, untilMs: NOW + 5_000 });
  });

  it('tells a first try from a further one', () => {
    expect(deliveryOf(row, NOW)).toEqual({ kind: 'sending', again: null });
    const again = { ...row, eventReason: 'LINE 500: error' };
    expect(deliveryOf(again, NOW)).toMatchObject({ again: expect.stringContaining('LINEの側で問題') });
  });

  it('is sent as soon as LINE took it, whatever the event says', () => {
    const sent = { ...row, deliveryStatus: 'sent', way: 'push', sentAtMs: NOW } as const;
    expect(deliveryOf(sent, NOW)).toEqual({ kind: 'sent', way: 'push', atMs: NOW });
  });

  it.each([
    ['LINE 400: The request body has 1 error(s)', '書き直して'],
    ['LINE 401: Authentication failed', '管理者に'],
    ['LINE 403: Forbidden', 'ブロック'],
    ['LINE 429: You have reached your monthly limit.', '使い切りました'],
    ['LINE 429: The API rate limit has been exceeded. Try again later.', '混み合って'],
    ['LINE 503: no message', 'LINEの側で問題'],
    ['LINE no answer: fetch failed', 'つながりませんでした'],
    ['TypeError', 'この仕組みの中で'],
  ])('says «%s» in plain words', (reason, words) => {
    expect(whyNotSent(reason)).toContain(words);
    expect(whyNotSent(reason)).not.toMatch(/LINE \d|Error/);
  });

  it('stands below each of a counselor’s messages, with what can be done', async () => {
    const scene = await openScene(the, 'states', { status: 'claimed', claimedBy: counselor.id });
    const other = await the.signIn('counselor', '別の人');
    await scene.wrote(counselor.id, '待つ文', { status: 'held', occurredAtMs: NOW - 1_000 });
    await scene.wrote(counselor.id, '無料の文', {}, { status: 'sent', way: 'reply', sentAtMs: NOW });
    await scene.wrote(counselor.id, '有料の文', {}, { status: 'sent', way: 'push', sentAtMs: NOW });
    await scene.wrote(other.id, '届かない文', { status: 'failed', reason: 'LINE 403: Forbidden' });
    await scene.wrote(counselor.id, 'やめた文', { status: 'done', reason: 'undone' });
    const html = await (await counselor.get(`/console/cases/${scene.caseId}`)).text();
    const text = readable(html);
    for (const words of [
      '送信まで\n4\n秒\n取り消す',
      '送信済み（返信・無料）',
      '送信済み（プッシュ・有料1通）',
      '相談員 別の人',
      '送れませんでした。患者さんに届けられません。',
      'もう一度送る',
      '取り消しました。患者さんには届いていません。',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('やめた文');
    expect(html).toContain('hx-trigger="load delay:1s"');
    const theirs = readable(await (await other.get(`/console/cases/${scene.caseId}`)).text());
    expect(theirs).not.toContain('\n取り消す\n');
  });
});
