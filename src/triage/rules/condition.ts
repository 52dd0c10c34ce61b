/** Whether one condition of a rule holds for a message and what is remembered, with the reason in words. */
import type { TriageCondition, TriageRules } from '../../knowledge/triage-rules.ts';
import { isContentWord } from '../../language/content-words.ts';
import type { Fact, Facts, Quantity } from '../facts.ts';
import { stillCounts, TEMPERATURE_HOURS, type TriageMemory } from '../memory.ts';
import type { Reading } from '../reading/reading.ts';
import { STATUS_LABELS } from '../status/status.ts';

export type Situation = {
  readonly rules: TriageRules;
  readonly reading: Reading;
  readonly facts: Facts;
  readonly memory: TriageMemory;
  readonly nowMs: number;
};

export type Outcome = {
  readonly holds: boolean;
  /** The patient's words that matched, and what was remembered. */
  readonly matched: readonly string[];
  /** Whether any part was met, so that people are told why the rule did not fire. */
  readonly near: boolean;
  readonly blockedBy: string | null;
};

type Part = {
  readonly facts: readonly { readonly start: number; readonly said: string }[];
  readonly remembered: string | null;
  readonly why: string | null;
  readonly seen: readonly string[];
};

/** Judges `condition`, all but its `ambers`. */
export function judge(condition: TriageCondition, situation: Situation): Outcome {
  const parts: Part[] = (condition.all ?? []).map((group) => conceptPart([group].flat(), situation));
  if (condition.number) parts.push(numberPart(condition.number, situation));
  const context = condition.context ? conceptPart(condition.context, situation) : null;
  const everything = context ? [...parts, context] : parts;
  const seen = everything.flatMap((p) => p.seen);
  const fromMessage = everything.filter((p) => p.facts.length > 0);
  const near = parts.some((p) => p.seen.length > 0);
  const blocked = (why: string): Outcome => ({ holds: false, matched: seen, near, blockedBy: why });

  const lacking = everything.find((p) => p.facts.length === 0 && p.remembered === null);
  if (lacking) return blocked(lacking.why ?? 'ほかの条件がそろわない');
  if (fromMessage.length === 0) return blocked('このメッセージの言葉ではない');
  if (condition.within === 'sentence' && !inOneSentence(parts, situation.reading))
    return blocked('同じ文の中にない');
  const against = unlessFact(condition.unless ?? [], situation);
  if (against) return blocked(`除く言葉「${against.said}」（${against.concept}）がある`);
  if (condition.nothing_else) {
    const other = otherWord(condition, situation);
    if (other) return blocked(`ほかの話「${other}」もある`);
  }
  const remembered = everything.flatMap((p) =>
    p.facts.length === 0 && p.remembered ? [`（前に聞いた）${p.remembered}`] : [],
  );
  return {
    holds: true,
    matched: [...new Set([...everything.flatMap((p) => p.facts.map((f) => f.said)), ...remembered])],
    near: true,
    blockedBy: null,
  };
}

/** The first fact of `names` that speaks against a rule: said in any way but negated. */
export function unlessFact(names: readonly string[], { facts }: Situation): Fact | null {
  for (const name of names) {
    const fact = facts.byConcept.get(name)?.find((f) => f.status.kind !== 'not');
    if (fact) return fact;
  }
  return null;
}

/** Whether `fact` counts for a rule. */
export function counts(fact: Fact, rules: TriageRules): boolean {
  const concept = rules.concepts[fact.concept];
  if (fact.status.kind === 'now') return true;
  if (concept?.said === 'any') return fact.status.kind !== 'not';
  return fact.status.kind === 'over' && concept?.even_if_over === true && fact.status.longAgo !== true;
}

function conceptPart(names: readonly string[], { facts, rules, memory, nowMs }: Situation): Part {
  const all = names.flatMap((name) => facts.byConcept.get(name) ?? []);
  const good = all.filter((fact) => counts(fact, rules));
  const kept = names.find((name) => {
    const hours = rules.concepts[name]?.remember_hours;
    const denied = facts.byConcept.get(name)?.some((f) => f.status.kind === 'not') ?? false;
    return (
      hours !== undefined &&
      !denied &&
      memory.facts.some((f) => f.concept === name && stillCounts(f.saidAtMs, hours, nowMs))
    );
  });
  const [bad] = all;
  return {
    facts: good,
    remembered: kept ?? null,
    why: bad
      ? `「${bad.said}」は${STATUS_LABELS[bad.status.kind]}（「${bad.status.cue.trim()}」）`
      : `「${names.join('・')}」がない`,
    seen: all.map((f) => f.said),
  };
}

const NUMBER_LABELS = {
  temperature: '体温',
  times: '回数',
  oxygen: '酸素の値',
  breaths: '1分の呼吸の数',
} as const;

function numberPart(
  wanted: NonNullable<TriageCondition['number']>,
  { facts, memory, nowMs }: Situation,
): Part {
  const fits = (value: number) => value >= (wanted.from ?? -Infinity) && value <= (wanted.to ?? Infinity);
  const all: readonly Quantity[] = facts.numbers[wanted.kind];
  const kept =
    wanted.kind === 'temperature' &&
    memory.temperature !== null &&
    fits(memory.temperature.value) &&
    all.length === 0 &&
    stillCounts(memory.temperature.saidAtMs, TEMPERATURE_HOURS, nowMs)
      ? `体温${memory.temperature.value}`
      : null;
  const fitting = all.filter((q) => fits(q.value));
  const [bad] = fitting;
  const label = NUMBER_LABELS[wanted.kind];
  return {
    facts: fitting.filter((q) => q.status.kind === 'now'),
    remembered: kept,
    why: bad
      ? `「${bad.said}」は${STATUS_LABELS[bad.status.kind]}（「${bad.status.cue.trim()}」）`
      : all.length > 0
        ? `${label}が範囲の外（${all.map((q) => q.value).join('、')}）`
        : `${label}がない`,
    seen: fitting.map((q) => q.said),
  };
}

function inOneSentence(parts: readonly Part[], reading: Reading): boolean {
  const said = parts.filter((p) => p.facts.length > 0);
  const sentences = said[0]?.facts.map((f) => reading.sentence[f.start]) ?? [];
  return sentences.some((s) => said.every((p) => p.facts.some((f) => reading.sentence[f.start] === s)));
}

/** Concept of words that may stand beside a greeting. */
const FILLER = 'つなぎの言葉';

function otherWord(condition: TriageCondition, { facts, reading }: Situation): string | null {
  const covered = [...(condition.all ?? []).flat(), ...(condition.beside ?? []), FILLER].flatMap(
    (name) => facts.byConcept.get(name) ?? [],
  );
  for (let at = 0; at < reading.text.length; at++) {
    const token = reading.tokens[reading.tokenAt[at] ?? 0];
    if (!reading.begins[at] || !token || !isContentWord(token)) continue;
    if (!covered.some((f) => f.start <= at && at < f.end)) return token.surface;
  }
  return null;
}
