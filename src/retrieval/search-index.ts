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

const FIELDS = ['title', 'questions', 'topic', 'text'] as const;
type Field = (typeof FIELDS)[number];

/** How much a match in each field counts. */
const FIELD_WEIGHTS: Record<Field, number> = { title: 1.2, questions: 1.5, topic: 0.6, text: 1 };
/** Weight of a pair of characters beside whole words, and of three kana of the reading. */
const GRAM_WEIGHT = 0.5;
const SOUND_WEIGHT = 0.15;
const SOUND_WEIGHT_KANA_ONLY = 0.6;

export type Hit = { readonly id: string; readonly score: number; readonly terms: readonly string[] };

/** What a serialised index is made of; opaque to everyone but this file. */
export type SerialisedIndex = AsPlainObject;

export interface SearchIndex {
  /** Documents that share a term with `query`, best first. */
  search(query: Analysis): Hit[];
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
  return {
    search(query) {
      const sounds = query.kanaOnly ? SOUND_WEIGHT_KANA_ONLY : SOUND_WEIGHT;
      const terms = [...new Set([...query.words, ...query.groups, ...query.grams, ...query.sounds])];
      const results = miniSearch.search('query', {
        tokenize: () => terms,
        boost: FIELD_WEIGHTS,
        boostTerm: (term) => (term.startsWith('§') ? GRAM_WEIGHT : term.startsWith('~') ? sounds : 1),
      });
      return results.map(({ id, score, terms: matched }) => ({ id: String(id), score, terms: matched }));
    },
    serialise: () => miniSearch.toJSON(),
  };
}
