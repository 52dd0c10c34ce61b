/** The project's knowledge on this machine: built when it is out of date, then assembled. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { assembleInTurns, assembleKnowledge } from '../assemble-knowledge.ts';
import type { Knowledge } from '../conversation/knowledge.ts';
import { type BuildPlaces, buildKnowledge } from './build/build-knowledge.ts';
import { PROJECT } from './build/places.ts';

type Files = Pick<BuildPlaces, 'dictionaryFile' | 'artifactFile'>;

/** Builds and assembles. Throws KnowledgeError when an editor's file is broken. */
export function localKnowledge(): Knowledge {
  buildKnowledge(PROJECT);
  return readBuiltKnowledge(process.env.KNOWLEDGE_REVIEWED_ONLY === '1');
}

/** Assembles what was built last. */
export function readBuiltKnowledge(reviewedOnly: boolean, files: Files = PROJECT): Knowledge {
  const dictionary = new Uint8Array(readFileSync(files.dictionaryFile)).buffer;
  return assembleKnowledge(
    { dictionary, artifact: readFileSync(files.artifactFile, 'utf8') },
    { reviewedOnly },
  );
}

/** Assembles what was built last, bit by bit, so that requests are served meanwhile. */
export async function readBuiltBetweenRequests(
  reviewedOnly: boolean,
  files: Files = PROJECT,
): Promise<Knowledge> {
  const dictionary = new Uint8Array(await readFile(files.dictionaryFile)).buffer;
  const artifact = await readFile(files.artifactFile, 'utf8');
  return assembleInTurns({ dictionary, artifact }, { reviewedOnly }, () => nextTurn());
}
