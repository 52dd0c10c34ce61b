/** What the desk works with; src/app.ts puts it together. */
import type { IntakeParts } from '../intake/parts.ts';

export type DeskParts = IntakeParts & {
  /** Goes on with work after the answer: `waitUntil` on Workers. */
  readonly afterwards: (work: Promise<void>) => void;
  /** Resolves after `ms` milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
};
