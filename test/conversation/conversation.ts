/** What the tests of the conversation share: a moment, a text, and a retriever that finds what a test says. */
import type { Knowledge, Person, Setting } from '../../src/conversation/knowledge.ts';
import type { PatientEvent } from '../../src/conversation/patient-event.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

export const NOW = Date.UTC(2026, 10, 24, 3);

export const text = (words: string): PatientEvent => ({ kind: 'text', text: words });

/** The project's knowledge at NOW, or so long after it. */
export function setting(more: Partial<Setting> = {}): Setting {
  return { knowledge: builtKnowledge(), nowMs: NOW, person: 'none' satisfies Person, ...more };
}

/** The project's knowledge, whose retriever finds three passages at this confidence. */
export function knowledgeWith(confidence: number, coverage = 1): Knowledge {
  const knowledge = builtKnowledge();
  const passages = knowledge.handbook.passages
    .slice(0, 3)
    .map((passage, i) => ({ passage, score: 2 - i / 10 }));
  const evidence = { coverage, similarity: 0.5, margin: 0.5, unknown: 0.2, named: 1, length: 0.5 };
  return {
    ...knowledge,
    retriever: { ...knowledge.retriever, find: () => ({ passages, confidence, evidence }) },
  };
}
