import type { Problem } from '../message-schema/problem.ts';
import type { Endpoint } from './endpoints.ts';

/** One call of the Messaging API, as the testers' panel and the tests see it. */
export interface ApiCall {
  number: number;
  at: number;
  endpoint: Endpoint;
  httpMethod: string;
  path: string;
  requestId: string;
  retryKey: string | undefined;
  /** The parsed JSON body; a note of the size where it was a file. */
  body: unknown;
  /** null when the answer was lost (timeout, reset). */
  status: number | null;
  answer: unknown;
  problems: Problem[];
  /** The fault that was asked for and that this call met, if any. */
  fault: string | undefined;
}

const KEPT = 500;

/** The last 500 calls, oldest first. */
export function createCallLog() {
  const calls: ApiCall[] = [];
  let count = 0;
  return {
    add(call: Omit<ApiCall, 'number'>): ApiCall {
      count += 1;
      const numbered = { number: count, ...call };
      calls.push(numbered);
      if (calls.length > KEPT) calls.shift();
      return numbered;
    },
    all(): readonly ApiCall[] {
      return calls;
    },
    clear(): void {
      calls.length = 0;
    },
  };
}

export type CallLog = ReturnType<typeof createCallLog>;
