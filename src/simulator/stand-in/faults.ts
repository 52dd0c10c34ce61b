import type { Endpoint } from './endpoints.ts';

/** A failure to be met by calls to come. */
export interface FaultOrder {
  /** Which method fails; `any` is every one. */
  method: Endpoint | 'any';
  /** `timeout` never answers in time; `reset` breaks the connection. */
  kind: '403' | '429' | '500' | 'timeout' | 'reset';
  /** How many calls fail; 1 when left out. */
  times?: number;
  /** Sent as `retry-after` with a 429 or 500. */
  retryAfterSeconds?: number;
  /** The call takes effect and only its answer is lost: what a retry key is for. */
  afterAcceptance?: boolean;
}

/** The faults that wait, each met by the next call that it fits, in the order they were asked for. */
export function createFaults() {
  let waiting: FaultOrder[] = [];
  const fits = (endpoint: Endpoint) => (order: FaultOrder) =>
    order.method === 'any' || order.method === endpoint;
  return {
    failNext(order: FaultOrder): void {
      for (let time = 0; time < (order.times ?? 1); time += 1) waiting.push(order);
    },
    next(endpoint: Endpoint): FaultOrder | undefined {
      return waiting.find(fits(endpoint));
    },
    /** Takes one such fault away; false when another call met it first. */
    remove(order: FaultOrder): boolean {
      const at = waiting.indexOf(order);
      if (at >= 0) waiting.splice(at, 1);
      return at >= 0;
    },
    waiting(): readonly FaultOrder[] {
      return waiting;
    },
    clear(): void {
      waiting = [];
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
