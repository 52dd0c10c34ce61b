/** How often somebody may try: five times an account or a second factor, thirty times an address, in 15 minutes. */
import { createHmac } from 'node:crypto';
import {
  type Count,
  type Counted,
  countTry,
  forgetTries,
  mayTry,
  sweepTries,
  takeTryBack,
} from '../../store/staff/sign-in-tries.ts';
import { mailAsKept } from '../../store/staff.ts';
import type { SignInParts } from './sign-in-parts.ts';

const MOST_OF_ACCOUNT = 5;
const MOST_OF_ADDRESS = 30;

/** Keyed, so that the table tells nobody whose mail or address it was. */
function keyOf(parts: SignInParts, kind: string, value: string): string {
  return createHmac('sha256', parts.secret).update(`${kind} ${value}`).digest('base64url');
}

/** Counted for unknown mail addresses too: a lock tells nobody that there is an account. */
export function ofAccount(parts: SignInParts, email: string): Counted {
  return { key: keyOf(parts, 'account', mailAsKept(email)), most: MOST_OF_ACCOUNT };
}

export function ofSecondFactor(parts: SignInParts, staffId: string): Counted {
  return { key: keyOf(parts, 'code', staffId), most: MOST_OF_ACCOUNT };
}

/** Cloudflare names the address; a server of one's own counts all as one. */
export function ofAddress(parts: SignInParts, request: Request): Counted {
  const address = request.headers.get('cf-connecting-ip') ?? 'unknown';
  return { key: keyOf(parts, 'address', address), most: MOST_OF_ADDRESS };
}

export function ofUsedCode(parts: SignInParts, staffId: string, code: string): string {
  return keyOf(parts, 'used', `${staffId} ${code}`);
}

export type Try = {
  /** Until when no further try is let through; null while more may follow. */
  readonly lockedUntilMs: number | null;
  /** Whether this one may be made. */
  readonly allowed: boolean;
  /** It was the right one. */
  readonly succeeded: () => Promise<void>;
};

/** Counts one try towards each of `counted`; it has to be made only where it is allowed. */
export async function beginTry(
  parts: SignInParts,
  account: Counted,
  address: Counted | null = null,
): Promise<Try> {
  const { db, now } = parts;
  const counted = address === null ? [account] : [account, address];
  const [mine, theirs] = await db.batch([
    countTry(db, account, now()),
    ...(address === null ? [] : [countTry(db, address, now())]),
  ]);
  const counts = [mine[0], theirs?.[0]].filter((row) => row !== undefined);
  return {
    lockedUntilMs: latestLock(counts, now()),
    allowed: counts.every((count, i) => {
      const limit = counted[i];
      return limit !== undefined && mayTry(count, limit);
    }),
    async succeeded() {
      await db.batch([
        forgetTries(db, account.key),
        ...(address === null ? [] : [takeTryBack(db, address)]),
        sweepTries(db, now()),
      ]);
    },
  };
}

function latestLock(counts: readonly Count[], nowMs: number): number | null {
  const locks = counts.map((count) => count.lockedUntilMs ?? 0).filter((until) => until > nowMs);
  return locks.length === 0 ? null : Math.max(...locks);
}
