/** Takes up what a crash or a failed try left open: a timer on Node, a cron on Workers. */
import { takeUpAgain } from '../store/inbox.ts';
import { handleEvent } from './handle-event.ts';
import type { IntakeParts } from './parts.ts';

const BATCH = 50;

/** Handles every event that is due, oldest first; gives their number. */
export async function sweep(parts: IntakeParts): Promise<number> {
  let handled = 0;
  for (;;) {
    const due = await takeUpAgain(parts.db, parts.now(), BATCH);
    for (const event of due) await handleEvent(parts, event);
    handled += due.length;
    if (due.length < BATCH) return handled;
  }
}
