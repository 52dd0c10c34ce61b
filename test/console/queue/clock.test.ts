import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockAgainst, unansweredSinceMs } from '../../../src/console/queue/clock.ts';
import { MINUTE, NOW } from './case-rows.ts';

describe('the clock against the target', () => {
  it.each([
    [3 * MINUTE, 'あと3分', 'soon'],
    [2 * MINUTE + 1, 'あと3分', 'soon'],
    [1, 'あと1分', 'soon'],
    [0, 'あと1分', 'soon'],
    [-1, '時間になりました', 'late'],
    [-5 * MINUTE, '5分すぎ', 'late'],
    [-125 * MINUTE, '2時間5分すぎ', 'late'],
    [30 * MINUTE, 'あと30分', 'fine'],
    [90 * MINUTE, 'あと1時間30分', 'fine'],
  ])('%i ms from now is %s (%s)', (leftMs, words, tone) => {
    expect(clockAgainst(NOW + leftMs, NOW)).toEqual({ words, tone, untilMs: NOW + leftMs });
  });

  it('says so where no target is known', () => {
    expect(clockAgainst(null, NOW).words).toBe('目安の時刻は出せません');
  });

  it('is late exactly when the target has passed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (leftMs) => {
        expect(clockAgainst(NOW + leftMs, NOW).tone === 'late').toBe(leftMs < 0);
      }),
    );
  });
});

describe('how long a patient waits for a word of their counselor', () => {
  const claimed = {
    status: 'claimed',
    claimedAtMs: 100,
    patientWroteAtMs: null,
    lastAnsweredAtMs: null,
  } as const;
  it.each([
    ['nothing is owed before the patient writes', claimed, null],
    ['counts from the message', { ...claimed, patientWroteAtMs: 200 }, 200],
    ['counts from the claim for an older message', { ...claimed, patientWroteAtMs: 50 }, 100],
    ['ends with the answer', { ...claimed, patientWroteAtMs: 200, lastAnsweredAtMs: 300 }, null],
    ['begins again with the next message', { ...claimed, patientWroteAtMs: 400, lastAnsweredAtMs: 300 }, 400],
    [
      'is of no matter while the case waits',
      { ...claimed, status: 'waiting' as const, patientWroteAtMs: 200 },
      null,
    ],
  ])('%s', (_name, one, sinceMs) => {
    expect(unansweredSinceMs(one)).toBe(sinceMs);
  });
});
