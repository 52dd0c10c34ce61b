/** Builds what the tests load: the compiled knowledge and dictionary. */
import { buildKnowledge } from '../src/cli/build/build-knowledge.ts';
import { PROJECT } from '../src/cli/build/places.ts';

export default function setup(): void {
  buildKnowledge(PROJECT);
}
