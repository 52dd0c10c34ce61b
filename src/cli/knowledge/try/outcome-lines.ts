/** What came of compiling the handbook again, as lines between two messages. Pure. */
import { formatProblem } from '../../../knowledge/problem.ts';
import type { BuildOutcome } from '../../build/build-apart.ts';

/** Lines for `outcome`; `before` is the version that answered so far, null at the start. */
export function outcomeLines(outcome: BuildOutcome, before: string | null): string[] {
  const kept = before === null ? 'the last good handbook answers' : `handbook ${before} goes on answering`;
  switch (outcome.kind) {
    case 'built': {
      const { version, passages } = outcome.built;
      return version === before
        ? [`― handbook ${version} is up to date`]
        : [`― handbook ${version}: ${passages} passages, from now on`];
    }
    case 'broken':
      return [
        ...outcome.problems.map((problem) => `― ${formatProblem(problem)}`),
        `― ${outcome.problems.length} problem(s); ${kept}`,
      ];
    case 'failed':
      return [`― the handbook could not be compiled: ${outcome.reason}; ${kept}`];
    default:
      return outcome satisfies never;
  }
}
