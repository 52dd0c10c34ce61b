/** Builds what the tests load: the compiled knowledge, the dictionary and the console's files. */
import { buildKnowledge } from '../src/cli/build/build-knowledge.ts';
import { buildConsoleFiles } from '../src/cli/build/console-files.ts';
import { PROJECT } from '../src/cli/build/places.ts';

export default function setup(): void {
  buildKnowledge(PROJECT);
  buildConsoleFiles();
}
