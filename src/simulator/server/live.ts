import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { createListeners } from '../listeners.ts';

/** One thing that open pages are told: the event's name and its JSON. */
export interface LiveEvent {
  name: 'whole' | 'phone' | 'delivery' | 'call' | 'settings';
  data: unknown;
}

const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events to every open page: all of it once, then each change.
 *
 * @param whole what a page needs when it opens or comes back
 */
export function createLive(whole: () => unknown) {
  const listeners = createListeners<LiveEvent>();
  const app = new Hono();

  app.get('/', (c) => {
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      const queue: LiveEvent[] = [{ name: 'whole', data: whole() }];
      let wake = () => {};
      const stop = listeners.on((event) => {
        queue.push(event);
        wake();
      });
      stream.onAbort(() => {
        stop();
        wake();
      });
      while (!stream.aborted) {
        for (let event = queue.shift(); event; event = queue.shift()) {
          await stream.writeSSE({ event: event.name, data: JSON.stringify(event.data) });
        }
        let timer: ReturnType<typeof setTimeout> | undefined;
        const woken = await new Promise<boolean>((resolve) => {
          wake = () => resolve(true);
          timer = setTimeout(() => resolve(false), HEARTBEAT_MS);
        });
        clearTimeout(timer);
        if (!woken) await stream.write(': still here\n\n');
      }
      stop();
    });
  });

  return { app, tell: listeners.tell };
}
