import { describe, expect, it } from 'vitest';
import type { TriageRule } from '../../src/knowledge/triage-rules.ts';
import { emptyMemory } from '../../src/triage/memory.ts';
import type { Assessment } from '../../src/triage/triage.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { atLeastAs } from './as-urgent.ts';

const { triage, handbook } = builtKnowledge();
const MINUTE_MS = 60_000;

/** The assessment of the last of `turns`, sent a minute apart. */
function tell(turns: string | readonly string[]): Assessment {
  let memory = emptyMemory();
  let assessment = triage.assess('', memory, 0);
  [turns].flat().forEach((text, i) => {
    assessment = triage.assess(text, memory, i * MINUTE_MS);
    memory = assessment.memory;
  });
  return assessment;
}

const holds = (rule: TriageRule, { considered }: Assessment) =>
  considered.some((c) => c.rule === rule.id && c.blockedBy === null);

describe.each(handbook.triage.rules.map((rule) => [rule.id, rule] as const))('rule %s', (_, rule) => {
  it.each(rule.examples.map((example) => [example]))('holds for %j', (example) => {
    const assessment = tell(example);
    expect(holds(rule, assessment), JSON.stringify(assessment.considered)).toBe(true);
    expect(atLeastAs(rule, assessment.verdict)).toBe(true);
  });

  it.each(rule.near_misses.map((nearMiss) => [nearMiss]))('does not hold for %j', (nearMiss) => {
    expect(holds(rule, tell(nearMiss))).toBe(false);
  });

  it('says why a near rule did not fire, in words', () => {
    for (const { considered } of rule.near_misses.map(tell)) {
      for (const { rule: id, blockedBy } of considered) if (id === rule.id) expect(blockedBy).toMatch(/\S/);
    }
  });
});
