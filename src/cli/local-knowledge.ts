/** The project's knowledge on this machine: built when it is out of date, then assembled. */
import { readFileSync } from 'node:fs';
import { assembleKnowledge } from '../assemble-knowledge.ts';
import type { Knowledge } from '../conversation/knowledge.ts';
import { buildKnowledge } from './build/build-knowledge.ts';
import { ARTIFACT_FILE, DICTIONARY_FILE } from './build/paths.ts';
import { PROJECT } from './build/places.ts';

/** Builds and assembles. Throws KnowledgeError when an editor's file is broken. */
export function localKnowledge(): Knowledge {
  buildKnowledge(PROJECT);
  return readBuiltKnowledge(process.env.KNOWLEDGE_REVIEWED_ONLY === '1');
}

/** Assembles what was built last. */
export function readBuiltKnowledge(reviewedOnly: boolean): Knowledge {
  const dictionary = new Uint8Array(readFileSync(DICTIONARY_FILE)).buffer;
  return assembleKnowledge({ dictionary, artifact: readFileSync(ARTIFACT_FILE, 'utf8') }, { reviewedOnly });
}
