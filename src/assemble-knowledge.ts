/** Puts the compiled files together into what decisions are made with. */
import type { Knowledge } from './conversation/knowledge.ts';
import { createPlaces, type Places } from './guidance/centres/place-index/places.ts';
import { openArtifact } from './knowledge/artifact.ts';
import { reviewedOnly } from './knowledge/handbook.ts';
import { createAnalyser } from './language/analyse.ts';
import { openDictionary } from './language/dictionary/dictionary.ts';
import { createTokenizer } from './language/dictionary/tokenizer.ts';
import { createFurigana } from './language/furigana.ts';
import { createRetriever, type RetrievalIndex } from './retrieval/retriever.ts';
import { createTriage } from './triage/triage.ts';

/** The two files that `npm run build` makes, as they are read. */
export type KnowledgeFiles = { readonly dictionary: ArrayBuffer; readonly artifact: string };

type Options = { readonly reviewedOnly: boolean };

/** Throws ArtifactError or DictionaryFormatError when a file is not what this program reads. */
export function assembleKnowledge(files: KnowledgeFiles, options: Options): Knowledge {
  const steps = assemble(files, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same with a `pause` between its steps, each at most some hundred milliseconds: for a server that is serving. */
export async function assembleInTurns(
  files: KnowledgeFiles,
  options: Options,
  pause: () => Promise<void>,
): Promise<Knowledge> {
  const steps = assemble(files, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

function* assemble(files: KnowledgeFiles, options: Options): Generator<void, Knowledge> {
  const artifact = openArtifact(files.artifact);
  yield;
  const handbook = options.reviewedOnly ? reviewedOnly(artifact.handbook) : artifact.handbook;
  const tokenizer = createTokenizer(openDictionary(files.dictionary));
  const analyser = createAnalyser(tokenizer, handbook.terms);
  yield;
  const retriever = createRetriever(handbook, artifact.index as RetrievalIndex, analyser);
  yield;
  const triage = createTriage(handbook.triage, analyser);
  let places: Places | null = null;
  return {
    version: artifact.version,
    handbook,
    analyser,
    retriever,
    triage,
    furigana: createFurigana(tokenizer, handbook.easyKanji, handbook.readings),
    places: () => {
      places ??= createPlaces(handbook.places, handbook.centres);
      return places;
    },
  };
}
