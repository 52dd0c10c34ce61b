import { describe, expect, it } from 'vitest';
import { emptyMemory, type TriageMemory } from '../../src/triage/memory.ts';
import type { Verdict } from '../../src/triage/triage.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { triage } = builtKnowledge();
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** The verdicts of messages sent at the given times (milliseconds). */
function talk(...turns: readonly (readonly [atMs: number, text: string])[]): Verdict[] {
  let memory: TriageMemory = emptyMemory();
  return turns.map(([atMs, text]) => {
    const assessment = triage.assess(text, memory, atMs);
    // What is kept is plain JSON: it goes through the database.
    memory = JSON.parse(JSON.stringify(assessment.memory)) as TriageMemory;
    return assessment.verdict;
  });
}

const last = (...turns: readonly (readonly [number, string])[]) => talk(...turns).at(-1);

describe('what was said earlier', () => {
  it('makes a fever of today an emergency when drug treatment was named before', () => {
    const [question, fever] = talk([0, '抗がん剤で髪は抜けますか'], [5 * DAY_MS, '熱が出てきた']);
    expect(question?.kind).toBe('none');
    expect(fever).toMatchObject({
      kind: 'emergency',
      level: 'hospital_now',
      rule: { id: 'fever-on-treatment' },
    });
  });

  it('is forgotten after fourteen days', () => {
    expect(last([0, '抗がん剤をしています'], [15 * DAY_MS, '熱が出てきた'])?.kind).toBe('amber');
  });

  it('is taken back by a later denial', () => {
    expect(last([0, '抗がん剤をしています'], [HOUR_MS, '抗がん剤はしていません。熱があります'])?.kind).toBe(
      'amber',
    );
  });

  it('completes the other way round: a temperature first, the treatment after', () => {
    expect(last([0, '38.4度あります'], [60_000, '抗がん剤をしています'])).toMatchObject({
      level: 'hospital_now',
    });
  });

  it('lets a bare number be a temperature', () => {
    expect(last([0, '抗がん剤をしています'], [60_000, '38'])).toMatchObject({ level: 'hospital_now' });
    expect(last([0, '38'])?.kind).toBe('none');
  });

  it('does not repeat an alarm at the next word of the treatment', () => {
    const verdicts = talk([0, '抗がん剤中で38.5度です'], [HOUR_MS, '抗がん剤の副作用で髪は抜けますか']);
    expect(verdicts.map((v) => v.kind)).toEqual(['emergency', 'none']);
  });

  it('knows immunotherapy for months, so that four times of diarrhoea are enough', () => {
    expect(last([0, 'オプジーボをしています'], [60 * DAY_MS, '下痢が1日4回あります'])).toMatchObject({
      level: 'hospital_now',
    });
    expect(last([0, '下痢が1日4回あります'])?.kind).toBe('amber');
  });
});

describe('milder symptoms', () => {
  const first = '口内炎が痛くて食べられません';
  const second = '片足だけ腫れています';

  it('add up to an emergency within two days', () => {
    const verdicts = talk([0, first], [40 * HOUR_MS, second]);
    expect(verdicts[0]?.kind).toBe('amber');
    expect(verdicts[1]).toMatchObject({
      kind: 'emergency',
      level: 'hospital_now',
      rule: { id: 'two-ambers' },
    });
  });

  it('do not add up after two days, nor one with itself', () => {
    expect(last([0, first], [49 * HOUR_MS, second])?.kind).toBe('amber');
    expect(last([0, first], [HOUR_MS, first])?.kind).toBe('amber');
  });

  it('are remembered over messages that say nothing of them', () => {
    expect(
      last([0, first], [HOUR_MS, 'ありがとう'], [2 * HOUR_MS, '髪は抜けますか'], [3 * HOUR_MS, second])?.kind,
    ).toBe('emergency');
  });
});
