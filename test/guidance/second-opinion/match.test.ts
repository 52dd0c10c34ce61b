import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchSecondOpinion } from '../../../src/guidance/second-opinion/match.ts';
import { DAY_MS, GUIDE, NOW, STRAIGHT_ON, walk } from './support.ts';

const PLACES = ['purpose', 'who', 'doctor', 'documents', 'cost', 'booking', 'visit', 'afterwards'];
const stateOn = (step: string) => walk(...STRAIGHT_ON.slice(0, PLACES.indexOf(step))).state;
const match = (step: string, text: string) => matchSecondOpinion(stateOn(step), text, GUIDE, NOW);

describe('a typed answer', () => {
  test.each([
    ['purpose', '別の医師の意見を聞きたいです', 'purpose.want'],
    ['purpose', '転院したいです。', 'purpose.transfer'],
    ['purpose', 'ﾃﾝｲﾝ', 'purpose.transfer'],
    ['purpose', '説明に納得がいかない！', 'purpose.cannot-accept'],
    ['who', 'じぶんで行きます', 'who.patient'],
    ['who', '家族だけで行きます😊', 'who.family'],
    ['who', '本人は行けません', 'who.family'],
    ['doctor', 'もう伝えました', 'doctor.told'],
    ['doctor', 'まだ話していません', 'doctor.will-tell'],
    ['doctor', '先生に言いにくいです', 'doctor.how'],
    ['documents', 'まだもらっていません', 'documents.not-yet'],
    ['booking', 'どこの病院がいいですか', 'booking.which'],
    ['visit', '何を聞けばいいですか？', 'visit.what-to-ask'],
    ['afterwards', 'わかりました', 'afterwards.understood'],
    ['who', '前に戻る', 'back'],
    ['cost', '準備リストを見せて', 'checklist'],
    ['cost', 'やめる', 'pause'],
    ['cost', 'はじめから', 'restart'],
  ])('on %s, 「%s」 is %s', (step, text, id) => {
    expect(match(step, text)).toBe(id);
  });

  test.each([
    ['purpose', '転院したくない'],
    ['purpose', '転院とセカンドオピニオンの違いは何ですか'],
    ['who', 'もう伝えました'],
    ['doctor', '熱が38度あります'],
    ['cost', '熱が高いです'],
    ['cost', '抗がん剤をやめるとどうなりますか'],
    ['cost', '治療をやめる'],
    ['visit', '聞くことは書いたけれど、昨日から息が苦しくて眠れません'],
    ['purpose', ''],
    ['purpose', '。'],
  ])('on %s, 「%s」 is an ordinary message', (step, text) => {
    expect(match(step, text)).toBeNull();
  });

  test('is taken for its choice by every label and every word of the editors, on its own step', () => {
    for (const step of GUIDE.steps) {
      for (const choice of step.choices) {
        for (const word of [choice.label, ...choice.also]) {
          expect([word, match(step.id, word)]).toEqual([word, `${step.id}.${choice.id}`]);
        }
      }
      for (const [id, control] of Object.entries(GUIDE.controls)) {
        for (const word of [control.label, ...control.also])
          expect([word, match(step.id, word)]).toEqual([word, id]);
      }
    }
  });

  test('is an ordinary message while the guide is paused, over or expired, but for its controls', () => {
    const paused = walk('pause').state;
    expect(matchSecondOpinion(paused, '転院したい', GUIDE, NOW)).toBeNull();
    expect(matchSecondOpinion(paused, '続きから', GUIDE, NOW)).toBe('continue');
    const over = walk(...STRAIGHT_ON).state;
    expect(matchSecondOpinion(over, 'わかりました', GUIDE, NOW)).toBeNull();
    expect(matchSecondOpinion(over, '準備リスト', GUIDE, NOW)).toBe('checklist');
    expect(matchSecondOpinion(paused, '続きから', GUIDE, NOW + 91 * DAY_MS)).toBeNull();
  });

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.string({ unit: 'binary' }), (step, text) => {
        expect(match(step, text)).toSatisfy((id: unknown) => id === null || typeof id === 'string');
      }),
    );
  });
});
