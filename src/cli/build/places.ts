/** The project's own knowledge and where it is built to. */
import type { BuildPlaces } from './build-knowledge.ts';
import { ARTIFACT_FILE, DICTIONARY_FILE, KNOWLEDGE_DIR, STAMP_FILE } from './paths.ts';

export const PROJECT: BuildPlaces = {
  knowledgeDir: KNOWLEDGE_DIR,
  dictionaryFile: DICTIONARY_FILE,
  artifactFile: ARTIFACT_FILE,
  stampFile: STAMP_FILE,
};
