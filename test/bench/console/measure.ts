/** Times of several things, taken in turn so that what disturbs the machine disturbs them all alike. */

/** `cpu`: what this process itself worked, half the runs less: it stays the same when the machine is busy. */
export type Times = { readonly p50: number; readonly p95: number; readonly cpu: number };

const WARM_UPS = 3;

/** Runs each of `works` `times` times in turn, after some runs that do not count; the times in milliseconds. */
export async function measure(works: readonly (() => Promise<unknown>)[], times: number): Promise<Times[]> {
  const taken: { ms: number[]; cpu: number[] }[] = works.map(() => ({ ms: [], cpu: [] }));
  for (let round = -WARM_UPS; round < times; round++) {
    for (const [place, work] of works.entries()) {
      const start = performance.now();
      const cpuStart = process.cpuUsage();
      await work();
      const cpu = process.cpuUsage(cpuStart);
      if (round < 0) continue;
      taken[place]?.ms.push(performance.now() - start);
      taken[place]?.cpu.push((cpu.user + cpu.system) / 1000);
    }
  }
  return taken.map(({ ms, cpu }) => ({ p50: at(ms, 0.5), p95: at(ms, 0.95), cpu: at(cpu, 0.5) }));
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
