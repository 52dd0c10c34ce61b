/**
 * The month's allowance of pushes. A push counts one for each person it reaches, however many
 * messages it holds; replies are free; a friend who blocked the account does not count.
 *
 * Source: developers.line.biz/en/docs/messaging-api/overview/ ("How to count messages")
 */
export function createQuota(now: () => number, initialLimit: number | null) {
  let limit = initialLimit;
  let month = '';
  let used = 0;

  // LINE's months turn at midnight in Japan.
  const thisMonth = () => new Date(now() + 9 * 3_600_000).toISOString().slice(0, 7);
  const turn = () => {
    if (month !== thisMonth()) [month, used] = [thisMonth(), 0];
  };

  return {
    /** Takes `count` from the allowance; false, and nothing taken, when it is not enough. */
    take(count: number): boolean {
      turn();
      if (limit !== null && used + count > limit) return false;
      used += count;
      return true;
    },
    used(): number {
      turn();
      return used;
    },
    limit(): number | null {
      return limit;
    },
    /** Sets the month's limit; null is none. */
    setLimit(next: number | null): void {
      limit = next;
    },
    setUsed(next: number): void {
      turn();
      used = next;
    },
  };
}

export type Quota = ReturnType<typeof createQuota>;
