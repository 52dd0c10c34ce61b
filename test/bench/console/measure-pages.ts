/** Server time of each page, and the statements that it ran. */
import { measure } from './measure.ts';
import type { BenchApp } from './open-app.ts';
import { type BenchPage, open } from './pages.ts';
import type { Ran } from './recording-client.ts';

export type MeasuredPage = {
  readonly what: string;
  readonly path: string;
  readonly as: string;
  readonly targetMs: number;
  readonly p50: number;
  readonly p95: number;
  readonly cpu: number;
  readonly holds: boolean;
  readonly roundTrips: number;
  readonly statements: number;
  readonly databaseMs: number;
  readonly bytes: number;
};

export async function measurePages(
  app: BenchApp,
  cookies: ReadonlyMap<string, string>,
  pages: readonly BenchPage[],
  times: number,
): Promise<{ readonly measured: MeasuredPage[]; readonly statements: Ran[] }> {
  const distinct = new Map<string, Ran>();
  const taken = await measure(
    pages.map((page) => () => open(app, page, cookies)),
    times,
  );
  const measured: MeasuredPage[] = [];
  for (const [place, page] of pages.entries()) {
    app.recorder.take();
    const { body } = await open(app, page, cookies);
    const trips = app.recorder.take();
    for (const ran of trips.flat()) if (!distinct.has(ran.sql)) distinct.set(ran.sql, ran);
    const { p50 = 0, p95 = 0, cpu = 0 } = taken[place] ?? {};
    measured.push({
      what: page.what,
      path: page.path,
      as: page.as,
      targetMs: page.targetMs,
      p50,
      p95,
      cpu,
      holds: p95 <= page.targetMs,
      roundTrips: trips.length,
      statements: trips.flat().length,
      databaseMs: trips.flat().reduce((sum, ran) => sum + ran.ms, 0),
      bytes: body.length,
    });
  }
  return { measured, statements: [...distinct.values()] };
}
