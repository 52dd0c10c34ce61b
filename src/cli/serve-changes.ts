/** Lets a running local server answer by what editors save: the good versions, and only those. */

import { formatProblem } from '../knowledge/problem.ts';
import type { LocalServer } from '../local-server.ts';
import type { BuildPlaces } from './build/build-knowledge.ts';
import { type Following, followKnowledge } from './build/follow-knowledge.ts';

/** Follows `places` for `server`, which serves `version`; `print` gets lines for the terminal. */
export function serveChanges(
  server: Pick<LocalServer, 'reloadKnowledge'>,
  places: BuildPlaces,
  version: string,
  print: (line: string) => void,
): Following {
  let served = version;
  return followKnowledge(places, async (outcome) => {
    switch (outcome.kind) {
      case 'built':
        // Not `fresh`: another command may have built the same change first.
        if (outcome.built.version === served) return;
        try {
          served = await server.reloadKnowledge();
          print(`Knowledge ${served}: ${outcome.built.passages} passages, served from now on`);
        } catch (error) {
          print(
            `Knowledge ${outcome.built.version} cannot be read (${String(error)}); ${served} is served on.`,
          );
        }
        return;
      case 'broken':
        for (const problem of outcome.problems) print(formatProblem(problem));
        print(
          `Knowledge has ${outcome.problems.length} problem(s); ${served} is served on until they are mended.`,
        );
        return;
      case 'failed':
        print(
          `Knowledge could not be built: ${outcome.reason}. ${served} is served on; save a file to try again.`,
        );
        return;
      default:
        return outcome satisfies never;
    }
  });
}
