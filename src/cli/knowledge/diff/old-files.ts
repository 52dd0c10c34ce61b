/** The files of an older handbook; those that the present program cannot read may be taken from the present one. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileHandbook } from '../../../knowledge/compile/handbook.ts';
import type { SourceFile } from '../../../knowledge/compile/source-file.ts';
import { formatProblem, type Problem } from '../../../knowledge/problem.ts';
import { CannotError } from '../../command.ts';

/** Thrown for an older handbook that does not compile; the message says how to go on. */
export class OldShapeError extends CannotError {
  constructor(ref: string, problems: readonly Problem[], mended: boolean) {
    const shown = problems.slice(0, 20).map(formatProblem);
    const rest = problems.length > shown.length ? [`… and ${problems.length - shown.length} more`] : [];
    const how = mended
      ? 'Even with the present files it does not compile: run "knowledge check", or choose a later commit.'
      : `To go on: add --mend (these files are then taken from the working tree, and what changed in them is not shown),\nor choose a later commit ("git log --oneline -- knowledge").`;
    super(
      [
        `knowledge/ of ${ref} has an older shape: ${problems.length} problem(s) for the present program.`,
        ...shown,
        ...rest,
        how,
      ].join('\n'),
    );
  }
}

export type OldFiles = {
  readonly files: readonly SourceFile[];
  /** Paths of the files that come from the present handbook, or were left out where it has none. */
  readonly mended: readonly string[];
};

/** Mending one file may show problems in another: so many times it is tried. */
const ROUNDS = 5;

/** `old` as it compiles. Throws OldShapeError where it does not, or not even mended from `present`. */
export function compilableFiles(
  ref: string,
  old: readonly SourceFile[],
  present: readonly SourceFile[],
  mend: boolean,
): OldFiles {
  let files = old;
  const mended = new Set<string>();
  for (let round = 0; ; round++) {
    const { problems } = compileHandbook(files);
    if (problems.length === 0) return { files, mended: [...mended].sort() };
    if (!mend || round === ROUNDS) throw new OldShapeError(ref, problems, mend);
    const broken = new Set(problems.map(({ file }) => file));
    for (const path of broken) mended.add(path);
    files = [
      ...files.filter(({ path }) => !broken.has(path)),
      ...present.filter(({ path }) => broken.has(path)),
    ];
  }
}

/** Lays `files` out under `dir`, in place of what is there of knowledge/. */
export function writeFiles(dir: string, files: readonly SourceFile[]): void {
  rmSync(join(dir, 'knowledge'), { recursive: true, force: true });
  for (const { path, text } of files) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}
