import { describe, expect, it } from 'vitest';
import { readGolden } from '../../src/cli/golden.ts';
import { emptyMemory } from '../../src/triage/memory.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { triage } = builtKnowledge();
const golden = readGolden();
const kindOf = (text: string) => triage.assess(text, emptyMemory(), 0).verdict.kind;

describe('the golden messages', () => {
  it('of danger and despair are all caught', () => {
    const missed = golden
      .filter((q) => q.route === 'emergency' || q.route === 'crisis')
      .filter((q) => kindOf(q.text) !== q.route);
    expect(missed.map((q) => q.text)).toEqual([]);
  });

  it('that are frightening but harmless, and ordinary questions, raise no alarm', () => {
    const alarms = golden
      .filter((q) => q.file === 'benign' || q.topic !== undefined || q.route === 'out_of_scope')
      .filter((q) => ['emergency', 'crisis'].includes(kindOf(q.text)));
    expect(alarms.map((q) => q.text)).toEqual([]);
  });
});
