/** What the patient wrote of region, cancer and treatment: their words, nothing guessed. */
import type { Knowledge } from '../../../conversation/knowledge.ts';
import { findPlace } from '../../../guidance/centres/find-place.ts';
import { clipGraphemes } from '../../../line/render/clip.ts';
import type { Said } from '../../../line/said.ts';
import { type Naming, namingOf } from './naming.ts';

/** Something that the patient sent; `askedPlace`: the bot took it for the answer to "where are you?". */
export type Wrote = { readonly said: Said; readonly askedPlace: boolean; readonly atMs: number };

export type Quote = { readonly words: string; readonly atMs: number };
/** A thing that was named, with the sentences that name it, newest first. */
export type Told = { readonly label: string; readonly quotes: readonly Quote[] };
export type SelfTold = {
  readonly regions: readonly Told[];
  readonly cancers: readonly Told[];
  readonly treatments: readonly Told[];
};

const QUOTES = 3;
const QUOTE_LENGTH = 80;
/** An answer to "where are you?" is the place and little else. */
const PLACE_ANSWER = 30;

type Kind = keyof SelfTold;
type Found = { readonly kind: Kind; readonly label: string };
type Sources = Pick<Knowledge, 'analyser' | 'handbook' | 'places'>;

/** Reads `wrote`, newest first. Who is meant (the patient, their mother) is for the reader: the sentence is given. */
export function selfTold(wrote: readonly Wrote[], knowledge: Sources): SelfTold {
  const told: Record<Kind, Map<string, Quote[]>> = {
    regions: new Map(),
    cancers: new Map(),
    treatments: new Map(),
  };
  const naming = namingOf(knowledge);
  for (const one of wrote) {
    for (const { words, found } of read(one, knowledge, naming)) {
      for (const { kind, label } of found) addQuote(told[kind], label, { words, atMs: one.atMs });
    }
  }
  const list = (kind: Kind) => [...told[kind]].map(([label, quotes]) => ({ label, quotes }));
  return { regions: list('regions'), cancers: list('cancers'), treatments: list('treatments') };
}

type Reading = { readonly words: string; readonly found: readonly Found[] };

function read({ said, askedPlace }: Wrote, knowledge: Sources, { termsIn, regionsIn }: Naming): Reading[] {
  switch (said.kind) {
    case 'text': {
      const readings = sentences(said.text).map((words) => ({
        words: clipGraphemes(words, QUOTE_LENGTH),
        found: [...termsIn(words), ...regionsIn(words).map(region)],
      }));
      const answered = askedPlace && said.text.length <= PLACE_ANSWER ? placeIn(said.text, knowledge) : null;
      const known = readings.some(({ found }) => found.some(({ kind }) => kind === 'regions'));
      return answered === null || known
        ? readings
        : [...readings, { words: said.text, found: [region(answered)] }];
    }
    case 'location':
      return said.address === ''
        ? []
        : [{ words: `位置情報：${said.address}`, found: regionsIn(said.address).map(region) }];
    case 'sticker':
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
    case 'tap':
    case 'followed':
    case 'unknown':
      return [];
    default:
      return said satisfies never;
  }
}

/** The one place that the whole answer names; null where there are several of that name. */
function placeIn(text: string, { places }: Pick<Knowledge, 'places'>): string | null {
  const match = findPlace(text, places());
  switch (match.kind) {
    case 'found':
      return match.place.label;
    case 'prefecture':
      return match.prefecture;
    case 'ambiguous':
    case 'none':
      return null;
    default:
      return match satisfies never;
  }
}

function region(label: string): Found {
  return { kind: 'regions', label };
}

function sentences(text: string): string[] {
  return text
    .split(/(?<=[。！？!?])|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function addQuote(told: Map<string, Quote[]>, label: string, quote: Quote): void {
  const quotes = told.get(label) ?? [];
  told.set(label, quotes);
  if (quotes.length < QUOTES && !quotes.some((one) => one.words === quote.words)) quotes.push(quote);
}
