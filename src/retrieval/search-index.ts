/** MiniSearch over the analyser's terms: one index for any collection of titled texts. */
import MiniSearch, { type AsPlainObject } from 'minisearch';
import type { Analyser, Analysis } from '../language/analyse.ts';

/** A text to be found. `questions` are the ways in which people ask for it. */
export type SearchDocument = {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
  readonly topic: string;
  readonly text: string;
};

export const FIELDS = ['title', 'questions', 'topic', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** How much a match in each field counts. */
const FIELD_WEIGHTS: Record<Field, number> = { title: 1.2, questions: 1.5, topic: 0.6, text: 1 };
/** Weight of a pair of characters beside whole words, and of three kana of the reading. */
const GRAM_WEIGHT = 0.5;
const SOUND_WEIGHT = 0.15;
const SOUND_WEIGHT_KANA_ONLY = 0.6;

export type Hit = { readonly id: string; readonly score: number; readonly terms: readonly string[] };

/** What one term of the question adds to a document's score by standing in one of its fields. */
export type FieldPoints = { readonly field: Field; readonly term: string; readonly points: number };

/** What a serialised index is made of; opaque to everyone but this file. */
export type SerialisedIndex = AsPlainObject;

export interface SearchIndex {
  /** Documents that share a term with `query`, best first. */
  search(query: Analysis): Hit[];
  /** Of what the score of each of `hits`, which `query` gave, is made: its points add up to the score. */
  breakDown(query: Analysis, hits: readonly Hit[]): Map<string, FieldPoints[]>;
  serialise(): SerialisedIndex;
}

/** Indexes `documents`; each is analysed once. */
export function buildSearchIndex(documents: readonly SearchDocument[], analyser: Analyser): SearchIndex {
  const miniSearch = new MiniSearch<SearchDocument>(options(analyser));
  miniSearch.addAll(documents);
  return searchIndexOver(miniSearch);
}

/** The index that `serialise` gave, ready to search without analysing a document again. */
export function loadSearchIndex(serialised: SerialisedIndex, analyser: Analyser): SearchIndex {
  return searchIndexOver(MiniSearch.loadJS<SearchDocument>(serialised, options(analyser)));
}

function options(analyser: Analyser) {
  return {
    fields: [...FIELDS],
    extractField: (document: SearchDocument, field: string) =>
      field === 'questions'
        ? document.questions.join('\n')
        : (document[field as Exclude<Field, 'questions'>] ?? ''),
    tokenize: (text: string, field?: string) => indexTerms(analyser.analyse(text), field),
    processTerm: (term: string) => term,
  };
}

/** The reading stands by people's own wording alone: elsewhere it doubles the index and finds by chance. */
function indexTerms(analysis: Analysis, field: string | undefined): string[] {
  const terms = [...analysis.words, ...analysis.groups, ...analysis.grams];
  return field === 'questions' ? [...terms, ...analysis.sounds] : terms;
}

function searchIndexOver(miniSearch: MiniSearch<SearchDocument>): SearchIndex {
  const termsOf = (query: Analysis) => [
    ...new Set([...query.words, ...query.groups, ...query.grams, ...query.sounds]),
  ];
  const optionsFor = (query: Analysis, terms: readonly string[]) => {
    const sounds = query.kanaOnly ? SOUND_WEIGHT_KANA_ONLY : SOUND_WEIGHT;
    return {
      tokenize: () => [...terms],
      boost: FIELD_WEIGHTS,
      boostTerm: (term: string) => (term.startsWith('§') ? GRAM_WEIGHT : term.startsWith('~') ? sounds : 1),
    };
  };
  return {
    search(query) {
      const results = miniSearch.search('query', optionsFor(query, termsOf(query)));
      return results.map(({ id, score, terms: matched }) => ({ id: String(id), score, terms: matched }));
    },
    breakDown(query, hits) {
      const points = new Map<string, FieldPoints[]>(hits.map((hit) => [hit.id, []]));
      // MiniSearch multiplies the sum by the number of terms that matched.
      const times = new Map(hits.map((hit) => [hit.id, hit.terms.length]));
      const boostDocument = (id: unknown) => (points.has(String(id)) ? 1 : 0);
      for (const term of new Set(hits.flatMap((hit) => hit.terms))) {
        for (const field of FIELDS) {
          const results = miniSearch.search('query', {
            ...optionsFor(query, [term]),
            fields: [field],
            boostDocument,
          });
          for (const { id, score } of results) {
            points.get(String(id))?.push({ field, term, points: score * (times.get(String(id)) ?? 0) });
          }
        }
      }
      return points;
    },
    serialise: () => miniSearch.toJSON(),
  };
}
