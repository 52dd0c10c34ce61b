import { describe, expect, it } from 'vitest';
import { temperaturesIn } from '../../src/triage/numbers/temperature.ts';
import { readText } from '../../src/triage/reading/reading.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { analyser } = builtKnowledge();
const values = (text: string, feverKnown = false) =>
  temperaturesIn(readText(analyser.analyse(text)), feverKnown).map((t) => t.value);

describe('a body temperature', () => {
  it.each([
    ['38.2℃です', 38.2],
    ['３８度５分あります', 38.5],
    ['38度5分', 38.5],
    ['38度と2分です', 38.2],
    ['三十八度の熱', 38],
    ['三十八度五分', 38.5],
    ['八度五分の熱が出とる', 38.5],
    ['さんじゅうはちど あります', 38],
    ['さんじゅうはちどごぶ', 38.5],
    ['はちどごぶ ある', 38.5],
    ['38.5ある', 38.5],
    ['39度超えました', 39],
    ['熱は３７．６', 37.6],
    ['39どちかい', 39],
    ['37度後半の熱', 37.6],
    ['熱が38度半', 38.5],
  ])('is read from %s', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it.each([
    '38歳です',
    '39度のお風呂に入る',
    '体重は38.5kgです',
    '室温は38度',
    '38番の部屋',
    '第38回',
    '12時38分',
    '温熱療法は42度くらいに温める',
  ])('is not read from %s', (text) => {
    expect(values(text)).toEqual([]);
  });

  it('is a bare number where fever is known to be the subject', () => {
    expect(values('38', true)).toEqual([38]);
    expect(values('検査は38でした', false)).toEqual([]);
  });
});
