import { describe, expect, it } from 'vitest';
import { readGolden } from '../../src/cli/golden.ts';
import { emptyMemory } from '../../src/triage/memory.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { triage } = builtKnowledge();
const golden = readGolden().filter((q) => !q.file.endsWith('-blind'));
const blind = readGolden().filter((q) => q.file.endsWith('-blind'));
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

  it('that others wrote without seeing the rules are caught to 96 in 100, with at most 4 alarms in 100', () => {
    const danger = blind.filter((q) => q.route !== undefined);
    const missed = danger.filter((q) => kindOf(q.text) !== q.route);
    expect(missed.length / danger.length, missed.map((q) => q.text).join('\n')).toBeLessThanOrEqual(0.04);
    const harmless = blind.filter((q) => q.route === undefined);
    const alarms = harmless.filter((q) => ['emergency', 'crisis'].includes(kindOf(q.text)));
    expect(alarms.length / harmless.length, alarms.map((q) => q.text).join('\n')).toBeLessThanOrEqual(0.04);
  });
});
