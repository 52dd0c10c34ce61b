/** The pages that are measured: the heavy ones by name, and one of every other route, found by following links. */
import type { StaffRole } from '../../../src/store/schema.ts';
import { type BenchApp, ORIGIN } from './open-app.ts';
import { BENCH_NOW, DAY_MS, dayName } from './seed/calendar.ts';
import { STAFF_LIST } from './seed/people.ts';
import { LONG_CASE } from './seed/seed-year.ts';

export type BenchPage = {
  readonly what: string;
  readonly path: string;
  readonly as: StaffRole | 'nobody';
  readonly targetMs: number;
  /** A form that is sent; without it the page is read. */
  readonly form?: Readonly<Record<string, string>>;
};

const TARGET_MS = 100;
const REPORT_TARGET_MS = 400;
/** Pages that are followed for each route and person. */
const LINKS_A_ROUTE = 3;

const today = dayName(BENCH_NOW);
const month = `from=${dayName(BENCH_NOW - 30 * DAY_MS)}&to=${today}`;
const year = `from=${dayName(BENCH_NOW - 364 * DAY_MS)}&to=${today}`;
const caseLong = `/console/cases/${LONG_CASE}`;
const behind = (more: string) => `/console/cases?${year}${more}`;

const NAMED: readonly Omit<BenchPage, 'targetMs'>[] = [
  { what: 'queue, all', as: 'counselor', path: '/console' },
  { what: 'queue, own', as: 'counselor', path: '/console?view=mine' },
  { what: 'queue, waiting', as: 'counselor', path: '/console?view=waiting' },
  { what: 'queue, to look at again', as: 'counselor', path: '/console?view=follow-up' },
  { what: 'queue, own ended', as: 'counselor', path: '/console?view=ended' },
  { what: 'queue, one reason', as: 'counselor', path: '/console?reason=emergency' },
  { what: 'queue, poll', as: 'counselor', path: '/console/live' },
  { what: 'alerts, poll', as: 'counselor', path: '/console/alerts' },
  { what: 'search in own cases', as: 'counselor', path: '/console/search', form: { words: '副作用' } },
  { what: 'case of 500 messages', as: 'counselor', path: caseLong },
  { what: 'case, poll', as: 'counselor', path: `${caseLong}/live` },
  { what: 'case of 500 messages, as admin', as: 'admin', path: caseLong },
  { what: 'cases of a year', as: 'counselor', path: behind('') },
  { what: 'cases behind a record’s answer', as: 'counselor', path: behind('&question=user&answer=family') },
  { what: 'cases behind an open record', as: 'counselor', path: behind('&question=stage&answer=left_open') },
  { what: 'cases behind a rare reason', as: 'counselor', path: behind('&reason=crisis') },
  { what: 'crisis cases answered late', as: 'counselor', path: behind('&reason=crisis&within=no') },
  { what: 'cases not answered', as: 'counselor', path: behind('&reason=crisis&within=open') },
  {
    what: 'cases behind a survey’s step',
    as: 'counselor',
    path: behind('&survey_question=purpose&survey_step=1'),
  },
  { what: 'report, month', as: 'counselor', path: `/console/reports?${month}` },
  { what: 'report, year', as: 'counselor', path: `/console/reports?${year}` },
  { what: 'report, year, as editor', as: 'editor', path: `/console/reports?${year}` },
  { what: 'report, year, small counts masked', as: 'admin', path: `/console/reports?${year}&mask=1` },
  { what: 'audit', as: 'admin', path: '/console/audit' },
  { what: 'audit of a person', as: 'admin', path: '/console/audit?staff=staff-01' },
  { what: 'audit of an action', as: 'admin', path: '/console/audit?action=case_resolved' },
  { what: 'audit of a rare action', as: 'admin', path: '/console/audit?action=report_exported' },
  {
    what: 'audit of a person’s rare action',
    as: 'admin',
    path: '/console/audit?staff=staff-01&action=report_exported',
  },
  {
    what: 'editors: a question tried',
    as: 'editor',
    path: '/console/editors',
    form: { question: '抗がん剤で髪は抜けますか' },
  },
  { what: 'sign-in', as: 'nobody', path: '/console/sign-in' },
];

export const AS: readonly BenchPage['as'][] = ['counselor', 'editor', 'admin', 'nobody'];

/** Asks for `page` as `cookies` say; the whole answer is read. */
export async function open(app: BenchApp, page: BenchPage, cookies: ReadonlyMap<string, string>) {
  const headers: Record<string, string> = { cookie: cookies.get(page.as) ?? '', origin: ORIGIN };
  if (page.form) headers['content-type'] = 'application/x-www-form-urlencoded';
  const response = await app.http.request(`${ORIGIN}${page.path}`, {
    method: page.form ? 'POST' : 'GET',
    headers,
    ...(page.form ? { body: new URLSearchParams(page.form).toString() } : {}),
  });
  return { status: response.status, body: await response.text() };
}

/** A cookie for the first person of each role. */
export async function signIn(app: BenchApp): Promise<ReadonlyMap<string, string>> {
  const cookies = new Map<string, string>();
  for (const role of AS) {
    const person = STAFF_LIST.find((one) => one.role === role);
    if (person) cookies.set(role, await app.cookieOf(person.id));
  }
  return cookies;
}

/** The named pages that there are, what links lead to from them, and the routes that no page was found for. */
export async function findPages(
  app: BenchApp,
  cookies: ReadonlyMap<string, string>,
): Promise<{ readonly pages: BenchPage[]; readonly broken: string[]; readonly unseen: string[] }> {
  const routes = [
    ...new Set(
      app.http.routes.flatMap(({ method, path }) =>
        method === 'GET' && path.startsWith('/console') ? [path] : [],
      ),
    ),
  ].sort((a, b) => Number(a.includes(':')) - Number(b.includes(':')));
  const routeOf = (path: string) => routes.find((route) => shapeOf(route).test(path.split('?')[0] ?? ''));
  const pages: BenchPage[] = [];
  const broken: string[] = [];
  const counts = new Map<string, number>();
  const known = new Set<string>();
  const named = NAMED.filter((page) => page.form !== undefined || routeOf(page.path) !== undefined);
  const starts = routes.flatMap((path) =>
    path.includes(':') ? [] : AS.map((as) => ({ what: path, path, as, linked: true })),
  );
  const waiting: (Omit<BenchPage, 'targetMs'> & { linked: boolean })[] = [
    ...named.map((page) => ({ ...page, linked: false })),
    ...starts,
  ];
  for (let page = waiting.shift(); page; page = waiting.shift()) {
    const { linked, ...rest } = page;
    const route = routeOf(page.path) ?? page.path;
    const key = `${page.as} ${page.path}${page.form ? ' form' : ''}`;
    const place = `${page.as} ${route}`;
    if (known.has(key) || (linked && (counts.get(place) ?? 0) >= LINKS_A_ROUTE)) continue;
    known.add(key);
    const asked: BenchPage = { ...rest, targetMs: targetOf(page.path) };
    const { status, body } = await open(app, asked, cookies);
    if (status === 200 || status === 204) {
      counts.set(place, (counts.get(place) ?? 0) + 1);
      pages.push(asked);
      for (const path of linksIn(body)) {
        if (routeOf(path)) waiting.push({ what: path, path, as: page.as, linked: true });
      }
    } else if (!linked || status >= 500) broken.push(`${page.path} (${page.as}): ${status}`);
  }
  const seen = new Set(pages.flatMap((page) => (page.form ? [] : (routeOf(page.path) ?? []))));
  return { pages, broken, unseen: routes.filter((route) => !seen.has(route)) };
}

/** Whatever a page leads to or asks for again: pages, fragments, downloads; no act. */
function linksIn(body: string): string[] {
  return [...body.matchAll(/ (?:href|src|hx-get|action)="(\/console[^"#]*)/g)].flatMap(([, path]) =>
    path === undefined ? [] : [path.replaceAll('&amp;', '&')],
  );
}

function targetOf(path: string): number {
  // A table to download is as much work as a report.
  return /^\/console\/reports|\.csv\b/.test(path) ? REPORT_TARGET_MS : TARGET_MS;
}

function shapeOf(route: string): RegExp {
  const parts = route.split('/').map((part) => {
    const pattern = /^:\w+\{(.+)\}$/.exec(part)?.[1];
    if (pattern !== undefined) return pattern;
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
