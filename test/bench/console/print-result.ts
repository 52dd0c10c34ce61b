/** The benchmark's result in words: tables for people, and what is wrong, a line each. */
import { availableParallelism, loadavg } from 'node:os';
import type { Comparison } from './compare.ts';
import type { MeasuredPage } from './measure-pages.ts';
import type { Plan } from './plans.ts';

export type Result = {
  readonly pages: readonly MeasuredPage[];
  /** Pages that should be there and answered with something else. */
  readonly broken: readonly string[];
  /** Routes that no page was found for. */
  readonly unseen: readonly string[];
  readonly plans: readonly Plan[];
  readonly comparisons: readonly Comparison[];
};

/** Addresses that hold a secret or an id of which there is none here. */
const CANNOT_BE_SEEN: Readonly<Record<string, string>> = {
  '/console/invitation/:token': 'only the one who was invited has the token',
  '/console/cases/:id/media/:message': 'the picture comes from LINE',
  '/console/sign-in/code': 'only between the password and its code',
  '/console/sign-in/backup-code': 'only between the password and its code',
  '/console/second-factor': 'only for those who have none yet',
  '/console/account/second-factor/new': 'only after password and code',
};

export function faultsOf(result: Result): string[] {
  return [
    ...result.broken.map((page) => `does not answer: ${page}`),
    ...result.unseen
      .filter((route) => CANNOT_BE_SEEN[route] === undefined)
      .map((route) => `no page of this route was found; name one in test/bench/console/pages.ts: ${route}`),
    ...result.pages
      .filter((page) => !page.holds)
      .map(
        (page) => `too slow: ${page.what} (${page.as}) ${ms(page.p95)} > ${page.targetMs} ms, ${page.path}`,
      ),
    ...result.plans.flatMap(({ faults, sql }) => faults.map((fault) => `${fault}: ${clip(sql)}`)),
    ...result.comparisons.filter(({ same }) => !same).map(({ what }) => `gives other rows: ${what}`),
  ];
}

export function printResult({ pages, unseen, plans, comparisons }: Result, faults: readonly string[]): void {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  console.log(
    `${cores} cores, load ${load.toFixed(1)}${load > cores ? ': BUSY, go by the CPU column' : ''}\n`,
  );
  console.log(
    '| page | as | p50 ms | p95 ms | CPU ms | target | round trips | statements | in the database | KiB |',
  );
  console.log('|---|---|---:|---:|---:|---|---:|---:|---:|---:|');
  for (const page of pages) {
    const target = `≤ ${page.targetMs} ${page.holds ? 'holds' : 'MISSED'}`;
    console.log(
      `| ${page.what} | ${page.as} | ${ms(page.p50)} | ${ms(page.p95)} | ${ms(page.cpu)} | ${target} | ${page.roundTrips} | ${page.statements} | ${ms(page.databaseMs)} | ${(page.bytes / 1024).toFixed(0)} |`,
    );
  }
  for (const route of unseen)
    console.log(`not measured: ${route}: ${CANNOT_BE_SEEN[route] ?? 'no page found'}`);

  console.log(`\n${plans.length} different statements, and how each is answered:`);
  for (const { sql, lines, faults: bad, allowed } of plans) {
    console.log(`\n${bad.length > 0 ? 'FAULT ' : ''}${clip(sql)}`);
    for (const line of lines) console.log(`    ${line}`);
    for (const line of allowed) console.log(`    (well: ${line})`);
  }
  const sorting = plans.filter(({ sorts }) => sorts).length;
  console.log(`\n${sorting} of them sort by themselves (USE TEMP B-TREE above).`);

  console.log('\n| side by side | ours | ms | other | ms | other / ours |');
  console.log('|---|---|---:|---|---:|---:|');
  for (const { what, ours, other, oursMs, otherMs } of comparisons) {
    console.log(
      `| ${what} | ${ours} | ${ms(oursMs)} | ${other} | ${ms(otherMs)} | ${(otherMs / oursMs).toFixed(1)} |`,
    );
  }
  console.log(faults.length === 0 ? '\nAll holds.' : `\n${faults.length} faults:\n${faults.join('\n')}`);
}

function ms(time: number): string {
  return time.toFixed(time < 10 ? 1 : 0);
}

function clip(sql: string): string {
  const line = sql.replace(/\s+/g, ' ').trim();
  return line.length <= 400 ? line : `${line.slice(0, 400)} …`;
}
