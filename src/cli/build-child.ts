/** The build in a process of its own (build/build-apart.ts): takes the places, tells what came of it. */
import { KnowledgeError } from '../knowledge/problem.ts';
import type { BuildOutcome } from './build/build-apart.ts';
import { type BuildPlaces, buildKnowledge } from './build/build-knowledge.ts';

process.once('message', (places: BuildPlaces) => {
  process.send?.(build(places), () => process.disconnect());
});

function build(places: BuildPlaces): BuildOutcome {
  try {
    return { kind: 'built', built: buildKnowledge(places) };
  } catch (error) {
    if (error instanceof KnowledgeError) return { kind: 'broken', problems: error.problems };
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
