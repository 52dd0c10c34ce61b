/** What a message says: the concepts found in it, whether each is so now, and its numbers. */
import type { NumberKind, TriageRules } from '../knowledge/triage-rules.ts';
import type { Token } from '../language/token.ts';
import { breathsIn, saturationsIn, timesIn } from './numbers/counts.ts';
import { type Measured, temperaturesIn } from './numbers/temperature.ts';
import type { Reading } from './reading/reading.ts';
import { type Status, statusOf } from './status/status.ts';
import { Elements } from './words/elements.ts';
import { createPhraseFinder, type Hit } from './words/finder.ts';
import { type Phrase, parsePhrase } from './words/phrase.ts';

export type Fact = {
  readonly concept: string;
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
  readonly status: Status;
  /** The patient's own words. */
  readonly said: string;
};

export type Quantity = Measured & { readonly status: Status; readonly said: string };

export type Facts = {
  readonly byConcept: ReadonlyMap<string, readonly Fact[]>;
  readonly numbers: Readonly<Record<NumberKind, readonly Quantity[]>>;
};

/** Concepts beside which a bare number is a body temperature. */
export const FEVER_CONTEXT: readonly string[] = ['薬物療法', '発熱', '悪寒'];

/** Prefix of the words that cancel a concept. */
const CANCELS = '!';

/** A reader of facts by the concepts of `rules`. Building it analyses every word of the rule files once. */
export function createFactFinder(
  rules: TriageRules,
  tokenize: (text: string) => readonly Token[],
): (reading: Reading, feverKnown: boolean) => Facts {
  const elements = new Elements(tokenize, rules);
  const phrases: Phrase[] = [];
  for (const [name, concept] of Object.entries(rules.concepts)) {
    for (const words of concept.words) phrases.push(parsePhrase(words, name, elements, rules.sets));
    for (const words of concept.not ?? [])
      phrases.push(parsePhrase(words, CANCELS + name, elements, rules.sets, true));
  }
  const find = createPhraseFinder(phrases, elements.all);
  return (reading, feverKnown) => {
    const hits = find(reading);
    const cancels = hits.filter((hit) => hit.concept.startsWith(CANCELS));
    const byConcept = new Map<string, Fact[]>();
    for (const hit of hits) {
      if (hit.concept.startsWith(CANCELS) || cancelled(reading, hit, cancels)) continue;
      const fact = { ...hit, status: statusOf(reading, hit), said: reading.excerpt(hit.start, hit.end) };
      byConcept.set(hit.concept, [...(byConcept.get(hit.concept) ?? []), fact]);
    }
    const judged = (measured: readonly Measured[]): Quantity[] =>
      measured.map((m) => ({ ...m, status: statusOf(reading, m), said: reading.excerpt(m.start, m.end) }));
    return {
      byConcept,
      numbers: {
        temperature: latestTemperatures(
          judged(temperaturesIn(reading, feverKnown || FEVER_CONTEXT.some((c) => byConcept.has(c)))),
        ),
        times: judged(timesIn(reading)),
        oxygen: judged(saturationsIn(reading)),
        breaths: judged(breathsIn(reading)),
      },
    };
  };
}

function cancelled(reading: Reading, hit: Hit, cancels: readonly Hit[]): boolean {
  const [from, to] = reading.bounds('clause', hit.start);
  return cancels.some(
    (c) => c.concept === CANCELS + hit.concept && c.start < Math.max(to, hit.end) && c.end > from,
  );
}

const NORMAL_BELOW = 37.3;

/** 「昨日は38度、今は36.5」: a normal temperature told last makes the earlier ones a thing of the past. */
function latestTemperatures(all: readonly Quantity[]): readonly Quantity[] {
  const ordered = [...all].sort((a, b) => a.start - b.start);
  const last = ordered.at(-1);
  if (last?.status.kind !== 'now' || last.value >= NORMAL_BELOW) return ordered;
  return ordered.map((q) => (q === last ? q : { ...q, status: { kind: 'over' as const, cue: last.said } }));
}
