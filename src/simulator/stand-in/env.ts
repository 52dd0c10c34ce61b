import type { IncomingMessage } from 'node:http';
import type { Problem } from '../message-schema/problem.ts';

/** What a handler of the stand-in finds in its context. */
export interface StandInEnv {
  // node-server puts the socket's request here; there is none when an app is called in process.
  Bindings: { incoming?: IncomingMessage };
  Variables: { requestId: string; problems: Problem[] };
}
