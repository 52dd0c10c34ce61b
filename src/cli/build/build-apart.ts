/** Builds the knowledge in a process of its own, so that whoever asked goes on meanwhile. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Problem } from '../../knowledge/problem.ts';
import type { BuildPlaces, Built } from './build-knowledge.ts';
import { ROOT } from './paths.ts';

export type BuildOutcome =
  | { readonly kind: 'built'; readonly built: Built }
  /** An editor's file is wrong; what was built last is left as it was. */
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] }
  /** The build itself could not be done. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Builds what is out of date at `places`. Never rejects. */
export function buildApart(places: BuildPlaces): Promise<BuildOutcome> {
  return new Promise((resolve) => {
    const child = fork(join(ROOT, 'src', 'cli', 'build-child.ts'), {
      cwd: ROOT,
      execArgv: ['--import', 'tsx'],
    });
    child.once('message', (outcome) => resolve(outcome as BuildOutcome));
    child.once('error', (error) => resolve({ kind: 'failed', reason: error.message }));
    child.once('exit', (code, signal) =>
      resolve({ kind: 'failed', reason: `the build ended early (${signal ?? code})` }),
    );
    child.send(places, (error) => {
      if (error) resolve({ kind: 'failed', reason: error.message });
    });
  });
}
