/** What is remembered after a message. */
import { stillCounts, TEMPERATURE_HOURS, type TriageMemory } from './memory.ts';
import { counts, type Situation } from './rules/condition.ts';

/** Ambers are kept this long; a rule decides how long they count. */
const AMBER_HOURS = 72;
/** Fever from here on completes a rule later (「抗がん剤をしています」). ganjoho.jp FN: 37.5 */
const FEVER_FROM = 37.5;
/** A concept remembered for longer than this is a circumstance (treatment, metastasis), not a symptom. */
const CIRCUMSTANCE_HOURS = 72;

/**
 * The memory after this message. `alarmed`: an emergency was told, so the symptoms that led to it are forgotten
 * (each later word of 抗がん剤 would repeat it); circumstances stay.
 */
export function remember(
  { rules, facts, memory, nowMs }: Situation,
  ambers: readonly string[],
  alarmed: boolean,
): TriageMemory {
  const kept = new Map<string, number>();
  const hoursOf = (concept: string) => rules.concepts[concept]?.remember_hours ?? 0;
  for (const { concept, saidAtMs } of memory.facts) {
    if (stillCounts(saidAtMs, hoursOf(concept), nowMs)) kept.set(concept, saidAtMs);
  }
  for (const [concept, found] of facts.byConcept) {
    if (hoursOf(concept) === 0) continue;
    if (found.some((fact) => counts(fact, rules))) kept.set(concept, nowMs);
    else if (found.some((fact) => fact.status.kind === 'not' || fact.status.kind === 'over'))
      kept.delete(concept);
  }
  const measured = facts.numbers.temperature.filter((t) => t.status.kind === 'now').at(-1);
  const before =
    memory.temperature && stillCounts(memory.temperature.saidAtMs, TEMPERATURE_HOURS, nowMs)
      ? memory.temperature
      : null;
  const temperature = measured
    ? measured.value >= FEVER_FROM
      ? { value: measured.value, saidAtMs: nowMs }
      : null
    : before;
  return {
    format: 1,
    facts: [...kept]
      .filter(([concept]) => !alarmed || hoursOf(concept) > CIRCUMSTANCE_HOURS)
      .map(([concept, saidAtMs]) => ({ concept, saidAtMs })),
    ambers: [
      ...memory.ambers.filter((a) => stillCounts(a.saidAtMs, AMBER_HOURS, nowMs) && !ambers.includes(a.rule)),
      ...ambers.map((rule) => ({ rule, saidAtMs: nowMs })),
    ],
    temperature: alarmed ? null : temperature,
  };
}
