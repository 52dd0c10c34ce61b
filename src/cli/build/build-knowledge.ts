/** Compiles knowledge/ into the two files that both runtimes load; nothing is replaced when anything is wrong. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ARTIFACT_FORMAT, type KnowledgeArtifact } from '../../knowledge/artifact.ts';
import { compileHandbook } from '../../knowledge/compile/handbook.ts';
import { KnowledgeError } from '../../knowledge/problem.ts';
import { createAnalyser } from '../../language/analyse.ts';
import { openDictionary } from '../../language/dictionary/dictionary.ts';
import { createTokenizer } from '../../language/dictionary/tokenizer.ts';
import { dictionaryWords } from '../../language/dictionary-words.ts';
import { buildRetrievalIndex } from '../../retrieval/retriever.ts';
import { compileDictionaryFile } from '../compile-dictionary.ts';
import { ROOT, SEED_DIR } from './paths.ts';
import { readSourceFiles } from './source-files.ts';
import { writeWhole } from './write-whole.ts';

export type BuildPlaces = {
  readonly knowledgeDir: string;
  readonly dictionaryFile: string;
  readonly artifactFile: string;
  /** Remembers what the files were made from. Not beside them: all that lies there is uploaded. */
  readonly stampFile: string;
};

export type Built = { readonly version: string; readonly passages: number; readonly fresh: boolean };

/** Folders whose code decides what the build gives. */
const CODE = ['knowledge', 'language', 'retrieval', 'triage'];

/** Builds what is out of date. Throws KnowledgeError, with every place, before anything is written. */
export function buildKnowledge(places: BuildPlaces): Built {
  const files = readSourceFiles(places.knowledgeDir);
  const { stampFile } = places;
  const inputs = fingerprint([...files.flatMap((f) => [f.path, f.text]), ...codeTexts(CODE)]);
  const made = readStamp(stampFile);
  const dictionaryWhole = made?.dictionaryBytes === sizeOf(places.dictionaryFile);
  if (made?.inputs === inputs && made.artifactBytes === sizeOf(places.artifactFile) && dictionaryWhole) {
    return { version: made.version, passages: made.passages, fresh: false };
  }
  const { handbook, problems } = compileHandbook(files);
  if (handbook === null) throw new KnowledgeError(problems);

  const words = dictionaryWords(handbook.terms);
  const dictionaryInputs = fingerprint([
    JSON.stringify(words),
    ...codeTexts([join('language', 'dictionary')]),
  ]);
  if (made?.dictionaryInputs !== dictionaryInputs || !dictionaryWhole) {
    mkdirSync(dirname(places.dictionaryFile), { recursive: true });
    compileDictionaryFile({ seedDir: SEED_DIR, words, outFile: places.dictionaryFile });
  }
  const dictionary = openDictionary(new Uint8Array(readFileSync(places.dictionaryFile)).buffer);
  const analyser = createAnalyser(createTokenizer(dictionary), handbook.terms);
  const content = { handbook, index: buildRetrievalIndex(handbook, analyser) };
  const version = fingerprint([JSON.stringify(content), dictionary.contentHash]).slice(0, 12);
  const artifact: KnowledgeArtifact = { format: ARTIFACT_FORMAT, version, ...content };
  writeWhole(places.artifactFile, JSON.stringify(artifact));
  const passages = handbook.passages.length;
  const [artifactBytes, dictionaryBytes] = [sizeOf(places.artifactFile), sizeOf(places.dictionaryFile)];
  writeWhole(
    stampFile,
    JSON.stringify({ inputs, dictionaryInputs, version, passages, artifactBytes, dictionaryBytes }),
  );
  return { version, passages, fresh: true };
}

type Stamp = {
  readonly inputs: string;
  readonly dictionaryInputs: string;
  readonly version: string;
  readonly passages: number;
  /** A built file of another size is damaged and made again. */
  readonly artifactBytes: number;
  readonly dictionaryBytes: number;
};

/** What the last build wrote down; null when there was none or its note cannot be read. */
function readStamp(file: string): Stamp | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    return null;
  }
}

/** The file's size in bytes, or -1 when it is not there. */
function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : -1;
}

function codeTexts(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => {
    const dir = join(ROOT, 'src', folder);
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  });
}

function fingerprint(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}
