/** Builds the knowledge again by itself whenever an editor saves a file of it. */
import { type BuildOutcome, buildApart } from './build-apart.ts';
import type { BuildPlaces } from './build-knowledge.ts';
import { watchFolder } from './watch-folder.ts';

export type Following = {
  /** Builds now; resolves when what came of it was told. */
  readonly again: () => Promise<void>;
  /** Resolves when no build is due or under way. */
  readonly settled: () => Promise<void>;
  /** Follows no more; a build that is under way is waited for, but not told. */
  readonly close: () => Promise<void>;
};

/** An editor's program writes a file in several steps, and a person saves several files. */
const CALM_MS = 120;
/** Somebody who never stops saving is not waited for longer. */
const LONGEST_WAIT_MS = 1_000;
/** What the handbook is made of; not what editors' programs leave beside it (`.swp`, `~`, `.tmp`). */
const SOURCE_FILE = /\.(yaml|md|csv|tsv|txt)$/;

/** Builds `places` after every change, one build at a time, and tells `told` what came of each. */
export function followKnowledge(
  places: BuildPlaces,
  told: (outcome: BuildOutcome) => Promise<void>,
): Following {
  let timer: NodeJS.Timeout | null = null;
  let firstChangeMs = 0;
  let due = false;
  let building: Promise<void> | null = null;
  let closed = false;

  const buildAll = async () => {
    while (due && !closed) {
      due = false;
      const outcome = await buildApart(places);
      if (!closed) await told(outcome);
    }
  };
  const build = (): Promise<void> => {
    if (timer) clearTimeout(timer);
    timer = null;
    due = true;
    building ??= buildAll().finally(() => {
      building = null;
    });
    return building;
  };
  const watching = watchFolder(places.knowledgeDir, (path) => {
    if (closed || !SOURCE_FILE.test(path)) return;
    if (timer) clearTimeout(timer);
    else firstChangeMs = Date.now();
    const waited = Date.now() - firstChangeMs;
    timer = setTimeout(() => void build(), Math.max(0, Math.min(CALM_MS, LONGEST_WAIT_MS - waited)));
  });

  return {
    again: build,
    async settled() {
      while (timer || building) await (building ?? build());
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      timer = null;
      watching.close();
      await building;
    },
  };
}
