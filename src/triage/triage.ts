/** The triage: what in a message is danger, despair or a wish, and why. Pure. */
import type {
  AmberRule,
  CrisisRule,
  EmergencyLevel,
  EmergencyRule,
  TriageRule,
  TriageRules,
  WishRoute,
  WishRule,
} from '../knowledge/triage-rules.ts';
import type { Analyser } from '../language/analyse.ts';
import { toHiragana } from '../language/kana.ts';
import { createFactFinder, FEVER_CONTEXT } from './facts.ts';
import { stillCounts, type TriageMemory } from './memory.ts';
import { readText } from './reading/reading.ts';
import { remember } from './remember.ts';
import { judge, type Outcome, type Situation, unlessFact } from './rules/condition.ts';

export type Verdict =
  | {
      readonly kind: 'emergency';
      readonly rule: EmergencyRule;
      readonly level: EmergencyLevel;
      readonly matched: readonly string[];
    }
  | {
      readonly kind: 'crisis';
      readonly rule: CrisisRule;
      readonly imminent: boolean;
      readonly matched: readonly string[];
    }
  | {
      readonly kind: 'wish';
      readonly rule: WishRule;
      readonly route: WishRoute;
      readonly matched: readonly string[];
    }
  | { readonly kind: 'amber'; readonly rules: readonly AmberRule[]; readonly matched: readonly string[] }
  | { readonly kind: 'none' };

/** One rule that came near, for the explanation: `blockedBy` null means that it held. */
export type Considered = {
  readonly rule: string;
  readonly matched: readonly string[];
  readonly blockedBy: string | null;
};

export type Assessment = {
  readonly verdict: Verdict;
  /** To be kept, and given back with the next message. */
  readonly memory: TriageMemory;
  readonly considered: readonly Considered[];
};

export interface Triage {
  /** Judges `text`, which came at `nowMs` from a patient of whom `memory` is remembered. */
  assess(text: string, memory: TriageMemory, nowMs: number): Assessment;
}

/** Typed in katakana throughout (old phones, half width): read as hiragana, which the dictionary knows better. */
const IN_KATAKANA = /^(?=.*[ァ-ヴ]{2})[^ぁ-ん\p{Script=Han}]*$/u;

type Held<R extends TriageRule> = { readonly rule: R; readonly matched: readonly string[] };

/** Builds the triage. Throws PhraseError when a line of the rules cannot be read. */
export function createTriage(rules: TriageRules, analyser: Analyser): Triage {
  const factsIn = createFactFinder(rules, (text) => analyser.analyse(text).tokens);
  return {
    assess(text, memory, nowMs) {
      const reading = readText(
        analyser.analyse(
          IN_KATAKANA.test(text.normalize('NFKC')) ? toHiragana(text.normalize('NFKC')) : text,
        ),
      );
      const feverKnown = FEVER_CONTEXT.some((concept) => {
        const hours = rules.concepts[concept]?.remember_hours ?? 0;
        return memory.facts.some((f) => f.concept === concept && stillCounts(f.saidAtMs, hours, nowMs));
      });
      const situation: Situation = { rules, reading, facts: factsIn(reading, feverKnown), memory, nowMs };
      const considered: Considered[] = [];
      const held: Held<TriageRule>[] = [];
      for (const rule of rules.rules) {
        const outcome = judgeRule(rule, situation);
        if (outcome.near)
          considered.push({ rule: rule.id, matched: outcome.matched, blockedBy: outcome.blockedBy });
        if (outcome.holds) held.push({ rule, matched: outcome.matched });
      }
      const ambers = held.filter(isKind('amber'));
      const together = twoAmbers(rules, ambers, memory, nowMs);
      if (together) considered.push({ rule: together.rule.id, matched: together.matched, blockedBy: null });
      const verdict = decide(held, ambers, together);
      return {
        verdict,
        memory: remember(
          situation,
          ambers.map((a) => a.rule.id),
          verdict.kind === 'emergency',
        ),
        considered,
      };
    },
  };
}

function judgeRule(rule: TriageRule, situation: Situation): Outcome {
  const outcomes = rule.when
    .filter((condition) => !condition.ambers)
    .map((condition) => judge(condition, situation));
  const best = outcomes.find((o) => o.holds) ?? outcomes.find((o) => o.near) ?? outcomes[0];
  if (!best) return { holds: false, matched: [], near: false, blockedBy: null };
  const against = best.holds ? unlessFact(rule.unless ?? [], situation) : null;
  return against
    ? { ...best, holds: false, blockedBy: `除く言葉「${against.said}」（${against.concept}）がある` }
    : best;
}

/** Danger first; an attempt under way before all. */
function decide(
  held: readonly Held<TriageRule>[],
  ambers: readonly Held<AmberRule>[],
  together: Held<EmergencyRule> | null,
): Verdict {
  const crises = held.filter(isKind('crisis'));
  const emergencies = held.filter(isKind('emergency'));
  const emergency = (e: Held<EmergencyRule>): Verdict => ({
    kind: 'emergency',
    rule: e.rule,
    level: e.rule.level,
    matched: e.matched,
  });
  const crisis = (c: Held<CrisisRule>): Verdict => ({
    kind: 'crisis',
    rule: c.rule,
    imminent: c.rule.imminent,
    matched: c.matched,
  });
  const underWay = crises.find((c) => c.rule.imminent);
  if (underWay) return crisis(underWay);
  const now119 = emergencies.find((e) => e.rule.level === '119');
  if (now119) return emergency(now119);
  const [anyCrisis] = crises;
  if (anyCrisis) return crisis(anyCrisis);
  const [anyEmergency] = emergencies;
  if (anyEmergency) return emergency(anyEmergency);
  if (together) return emergency(together);
  const [wish] = held.filter(isKind('wish'));
  // 「はい、熱があります」 is no mere thanks.
  const polite = wish?.rule.route === 'smalltalk' && ambers.length > 0;
  if (wish && !polite)
    return { kind: 'wish', rule: wish.rule, route: wish.rule.route, matched: wish.matched };
  if (ambers.length > 0)
    return { kind: 'amber', rules: ambers.map((a) => a.rule), matched: ambers.flatMap((a) => a.matched) };
  return { kind: 'none' };
}

/** UKONS: two or more different ambers count as red; those of this message count with those remembered. */
function twoAmbers(
  rules: TriageRules,
  now: readonly Held<AmberRule>[],
  memory: TriageMemory,
  nowMs: number,
): Held<EmergencyRule> | null {
  if (now.length === 0) return null;
  for (const rule of rules.rules) {
    if (rule.kind !== 'emergency') continue;
    for (const { ambers } of rule.when) {
      if (!ambers) continue;
      const before = memory.ambers
        .filter((a) => stillCounts(a.saidAtMs, ambers.hours, nowMs))
        .map((a) => a.rule);
      const earlier = before.filter((id) => !now.some((n) => n.rule.id === id));
      if (now.length + earlier.length < ambers.at_least) continue;
      return {
        rule,
        matched: [...now.flatMap((n) => n.matched), ...earlier.map((id) => `（前に聞いた）${id}`)],
      };
    }
  }
  return null;
}

function isKind<K extends TriageRule['kind']>(kind: K) {
  return (held: Held<TriageRule>): held is Held<Extract<TriageRule, { kind: K }>> => held.rule.kind === kind;
}
