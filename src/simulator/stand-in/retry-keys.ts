const LIFE_MS = 24 * 3_600_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What LINE remembers of the push that a retry key first got through. */
export interface Accepted {
  requestId: string;
  sentMessages: { id: string; quoteToken?: string }[];
}

/** Is this a retry key: a UUID in hexadecimal? */
export function isRetryKey(key: string): boolean {
  return UUID.test(key);
}

/**
 * Retry keys of pushes that were accepted, for 24 hours. A request that failed leaves its key free.
 *
 * Source: developers.line.biz/en/docs/messaging-api/retrying-api-request/
 */
export function createRetryKeys(now: () => number) {
  const accepted = new Map<string, Accepted & { atMs: number }>();
  return {
    find(key: string): Accepted | undefined {
      const known = accepted.get(key.toLowerCase());
      return known && now() - known.atMs < LIFE_MS ? known : undefined;
    },
    accept(key: string, what: Accepted): void {
      accepted.set(key.toLowerCase(), { ...what, atMs: now() });
    },
  };
}

export type RetryKeys = ReturnType<typeof createRetryKeys>;
