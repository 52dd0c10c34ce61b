/** Finds passages for a question in two steps, search then a comparison of wordings, and says how sure it is. */
import type { Handbook } from '../knowledge/handbook.ts';
import { type Passage, plainText } from '../knowledge/passage.ts';
import type { Analyser, Analysis } from '../language/analyse.ts';
import { confidenceOf, type Evidence, NO_EVIDENCE, wordEvidence } from './confidence.ts';
import { type ExplainedPassage, explainPassage } from './explain.ts';
import {
  buildSearchIndex,
  loadSearchIndex,
  type SearchDocument,
  type SerialisedIndex,
} from './search-index.ts';
import { countTerms, type TermStatistics } from './term-statistics.ts';
import { sharedTerms, type Wording, wordingOf, wordingSimilarity } from './wording-similarity.ts';

export type FoundPassage = { readonly passage: Passage; readonly score: number };

export type Found = {
  /** At most 3, best first. */
  readonly passages: readonly FoundPassage[];
  /** 0 to 1: how likely the first passage answers the question. */
  readonly confidence: number;
  readonly evidence: Evidence;
};

export interface Retriever {
  find(question: Analysis): Found;
  /** The first `most` passages that were compared for `question`, each with all that its score is made of. */
  explain(question: Analysis, most: number): ExplainedPassage[];
}

/** The part of the knowledge artifact that retrieval reads. */
export type RetrievalIndex = {
  readonly search: SerialisedIndex;
  readonly statistics: TermStatistics;
  /** By passage id: the terms of its title and of each of its questions. */
  readonly wordings: Readonly<Record<string, readonly Wording[]>>;
};

const SHOWN = 3;
/** Candidates whose wordings are compared; a right passage is seldom below. */
const COMPARED = 20;
/** How much the nearest wording adds to the search score, which is scaled to 1 for the best hit. */
const SIMILARITY_WEIGHT = 1.2;

/** Indexes the handbook's passages; runs when the knowledge is compiled. */
export function buildRetrievalIndex(handbook: Handbook, analyser: Analyser): RetrievalIndex {
  const documents = handbook.passages.map((passage) => toDocument(passage, handbook));
  const wordings = handbook.passages.map((passage) => [
    passage.id,
    [passage.title, ...passage.questions].map((text) => wordingOf(analyser.analyse(text))),
  ]);
  return {
    search: buildSearchIndex(documents, analyser).serialise(),
    statistics: countTerms(
      documents.map((d) => [d.title, ...d.questions, d.topic, d.text].join('\n')),
      analyser,
    ),
    wordings: Object.fromEntries(wordings),
  };
}

/** A retriever over the index that was compiled for `handbook` or for one that holds all its passages. */
export function createRetriever(handbook: Handbook, index: RetrievalIndex, analyser: Analyser): Retriever {
  const searchIndex = loadSearchIndex(index.search, analyser);
  const passages = new Map<string, Passage>(handbook.passages.map((passage) => [passage.id, passage]));
  const { statistics } = index;

  const candidatesFor = (question: Analysis) => {
    const hits = searchIndex
      .search(question)
      .filter((hit) => passages.has(hit.id))
      .slice(0, COMPARED);
    const top = hits[0]?.score ?? 1;
    const candidates = hits.flatMap((hit) => {
      const passage = passages.get(hit.id);
      if (!passage) return [];
      const similarities = (index.wordings[hit.id] ?? []).map((wording) =>
        wordingSimilarity(question, wording, statistics),
      );
      const nearest = Math.max(0, ...similarities);
      return [
        {
          passage,
          hit,
          terms: hit.terms,
          similarity: nearest,
          nearestWording: similarities.indexOf(nearest),
          score: hit.score / top + SIMILARITY_WEIGHT * nearest,
        },
      ];
    });
    return { candidates: candidates.sort((a, b) => b.score - a.score), top };
  };

  return {
    find(question) {
      const { candidates } = candidatesFor(question);
      const [best] = candidates;
      if (!best) return { passages: [], confidence: 0, evidence: NO_EVIDENCE };
      const rival = candidates.find((c) => c.passage.topic !== best.passage.topic);
      const evidence: Evidence = {
        ...wordEvidence(question, new Set(best.terms), statistics),
        similarity: best.similarity,
        margin: rival ? Math.min(1, (best.score - rival.score) / best.score) : 1,
      };
      return {
        passages: spread(candidates).map(({ passage, score }) => ({ passage, score: round(score) })),
        confidence: confidenceOf(evidence),
        evidence,
      };
    },
    explain(question, most) {
      const { candidates, top } = candidatesFor(question);
      const first = candidates.slice(0, most);
      const shown = spread(candidates);
      const points = searchIndex.breakDown(
        question,
        first.map((candidate) => candidate.hit),
      );
      return first.map((candidate) => {
        const wording = index.wordings[candidate.passage.id]?.[candidate.nearestWording] ?? [];
        return explainPassage({
          passage: candidate.passage,
          score: candidate.score,
          shown: shown.includes(candidate),
          matched: candidate.terms.length,
          nearestWording: candidate.similarity > 0 ? candidate.nearestWording : null,
          similarity: candidate.similarity,
          search: (points.get(candidate.passage.id) ?? []).map((p) => ({ ...p, points: p.points / top })),
          wording: sharedTerms(question, wording, statistics).map(({ term, points }) => ({
            term,
            points: SIMILARITY_WEIGHT * points,
          })),
        });
      });
    },
  };
}

/** The first candidates, each of another topic: three of one would hide what else the patient may have meant. */
function spread<C extends { readonly passage: Passage }>(candidates: readonly C[]): C[] {
  const topics = new Set<string>();
  const shown: C[] = [];
  for (const candidate of candidates) {
    if (topics.has(candidate.passage.topic)) continue;
    topics.add(candidate.passage.topic);
    shown.push(candidate);
    if (shown.length === SHOWN) break;
  }
  return shown;
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function toDocument(passage: Passage, handbook: Handbook): SearchDocument {
  const topic = handbook.topics.find((t) => t.id === passage.topic);
  return {
    id: passage.id,
    title: passage.title,
    questions: passage.questions,
    topic: topic ? `${topic.title}。${topic.scope}` : '',
    text: plainText(passage.body),
  };
}
