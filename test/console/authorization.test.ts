import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleSections } from '../../src/console/console.ts';
import { type Access, ADMINS, ALL_STAFF, COUNSELORS, EDITORS } from '../../src/console/env.ts';
import { STAFF_ROLES, staff } from '../../src/store/schema.ts';
import { ORIGIN, openConsole, type TestConsole } from './console-app.ts';
import { fillPath, realIds } from './real-ids.ts';

const MOUNT = '/console';
const REACHED = 299;
const PEOPLE = ['nobody', 'disabled', 'enrolling', ...STAFF_ROLES] as const;
type Person = (typeof PEOPLE)[number];

const OTHER_METHODS = ['GET', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'];

type Route = { readonly method: string; readonly path: string; readonly name: string };

let site: TestConsole;
let rules: ReadonlyMap<string, Access>;
let routes: readonly Route[];
/** The console's own middleware and routes, with a probe in place of each handler: nothing is done, all is seen. */
let probe: Hono;
let fill: (path: string) => string;
const cookies = {} as Record<Person, string>;

beforeAll(async () => {
  site = await openConsole();
  rules = new Map(
    consoleSections(site.parts).flatMap(({ access }) =>
      Object.entries(access).map(([route, rule]) => {
        const [method, path = ''] = route.split(' ');
        return [`${method} ${path === '/' ? MOUNT : MOUNT + path}`, rule] as const;
      }),
    ),
  );
  const listed = site.app.routes.filter(({ method }) => method !== 'ALL');
  const names = [...new Set(listed.map(({ method, path }) => `${method} ${path}`))];
  routes = names.map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { method, path, name };
  });
  probe = new Hono();
  for (const { method, path, handler } of site.app.routes) {
    if (method === 'ALL') probe.use(path, handler as Parameters<typeof probe.use>[1]);
    else {
      probe.on(method, path, (c) => {
        const matched = matchedRoutes(c).filter((one) => one.method !== 'ALL');
        return c.json([...new Set(matched.map((one) => `${one.method} ${one.path}`))], REACHED as 200);
      });
    }
  }
  const people = {
    counselor: await site.signIn('counselor'),
    editor: await site.signIn('editor'),
    admin: await site.signIn('admin'),
    enrolling: await site.signIn('admin'),
    disabled: await site.signIn('admin'),
  };
  await site.db
    .update(staff)
    .set({ twoFactorEnabled: false })
    .where(and(eq(staff.id, people.enrolling.id)));
  await site.db.update(staff).set({ disabledAtMs: Date.now() }).where(eq(staff.id, people.disabled.id));
  for (const person of PEOPLE) cookies[person] = person === 'nobody' ? '' : people[person].cookie;
  const ids = await realIds(site, people.counselor.id);
  fill = (path) => fillPath(path, ids);
});
afterAll(() => site.close());

function mayPass(rule: Access, person: Person): boolean {
  if (rule === 'anyone') return true;
  if (person === 'nobody' || person === 'disabled') return false;
  if (rule === 'enrolling') return true;
  return person !== 'enrolling' && rule.includes(person);
}

function ask(app: { request: Hono['request'] }, method: string, path: string, person: Person, more = {}) {
  const headers: Record<string, string> = { cookie: cookies[person], origin: ORIGIN, ...more };
  const unsafe = method !== 'GET' && method !== 'HEAD';
  if (unsafe) headers['content-type'] ??= 'application/x-www-form-urlencoded';
  return app.request(`${ORIGIN}${path}`, { method, headers, ...(unsafe ? { body: '' } : {}) });
}

/** Sent to sign in, to the second factor, or told that it is not for them. */
function isRefusal(response: Response): boolean {
  const to = response.headers.get('location') ?? response.headers.get('hx-redirect') ?? '';
  if (response.status === 303 || response.status === 401) {
    return to === '/console/sign-in' || to === '/console/second-factor';
  }
  return response.status === 403;
}

describe('the rules', () => {
  it('name every route of the console, and no route that there is not', () => {
    const listed = routes.map(({ name }) => name).sort();
    expect(listed.length).toBeGreaterThan(10);
    expect([...rules.keys()].sort()).toEqual(listed);
  });

  it('leave nothing open to anyone but signing in and the console’s own style and scripts', () => {
    const open = [...rules].filter(([, rule]) => rule === 'anyone').map(([name]) => name);
    expect(
      open.filter((name) => !/^(GET|POST) \/console\/(assets|sign-in|invitation)(\/|$)/.test(name)),
    ).toEqual([]);
  });

  it.each([
    ['/console/staff', ADMINS],
    ['/console/settings', ADMINS],
    ['/console/audit', ADMINS],
    ['/console/editors', EDITORS],
    ['/console/cases', COUNSELORS],
    ['/console/search', COUNSELORS],
    ['/console/reports', ALL_STAFF],
  ])('keep %s and all below it to those it is for', (place, access) => {
    const below = [...rules].filter(([name]) => new RegExp(` ${place}([/.]|$)`).test(name));
    const wider = below.filter(
      ([, rule]) => typeof rule === 'string' || rule.some((role) => !access.includes(role)),
    );
    expect(wider).toEqual([]);
  });

  it('are the only way in: no handler answers to all methods, only the console’s own middleware does', () => {
    const all = site.app.routes.filter(({ method }) => method === 'ALL').map(({ path }) => path);
    expect(new Set(all)).toEqual(new Set([`${MOUNT}/*`]));
    const firstRoute = site.app.routes.findIndex(({ method }) => method !== 'ALL');
    expect(site.app.routes.slice(firstRoute).every(({ method }) => method !== 'ALL')).toBe(true);
  });
});

describe.each(PEOPLE)('%s', (person) => {
  it('reaches exactly the routes that the rules allow', async () => {
    const wrong: string[] = [];
    for (const { method, path, name } of routes) {
      const rule = rules.get(name);
      const response = await ask(probe, method, fill(path), person);
      const reached = response.status === REACHED;
      if (reached !== (rule !== undefined && mayPass(rule, person))) {
        wrong.push(`${name}: ${reached ? 'let through' : `refused with ${response.status}`}`);
      }
      if (!reached && !isRefusal(response)) wrong.push(`${name}: refused by a bare ${response.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is refused by the running console wherever the rules say so, and not where they allow a page', async () => {
    const wrong: string[] = [];
    for (const { method, path, name } of routes) {
      const allowed = mayPass(rules.get(name) ?? [], person);
      // Allowed acts are the business of their sections' tests; here they would change what the next route meets.
      if (allowed && method !== 'GET') continue;
      const response = await ask(site.app, method, fill(path), person);
      if (allowed ? [403, 500].includes(response.status) : !isRefusal(response)) {
        wrong.push(`${name}: ${response.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('gets no further with HEAD, with other methods or with a path written oddly', async () => {
    const wrong: string[] = [];
    for (const { method, path, name } of routes) {
      const real = fill(path);
      const asked = [
        ...OTHER_METHODS.map((other) => [other, real] as const),
        ...oddWays(real).flatMap((way) =>
          [...new Set([method, 'GET'])].map((other) => [other, way] as const),
        ),
      ];
      for (const [other, way] of asked) {
        const response = await ask(probe, other, way, person);
        if (response.status !== REACHED) continue;
        const [met = ''] = (await response.json()) as string[];
        if (!mayPass(rules.get(met) ?? [], person)) wrong.push(`${name} by ${other} ${way}: ${met}`);
      }
      const head = (await ask(probe, 'HEAD', real, person)).status;
      const get = (await ask(probe, 'GET', real, person)).status;
      if (head !== get) wrong.push(`${name} by HEAD: ${head}, by GET: ${get}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('a request from another site', () => {
  const foreign = [
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin that can be named', { origin: 'null' }],
    ['another origin with JSON', { origin: 'https://evil.example', 'content-type': 'application/json' }],
    ['another origin with a text body', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    [
      'a neighbouring site',
      {
        origin: 'http://other.console.test',
        'sec-fetch-site': 'same-site',
        'content-type': 'multipart/form-data',
      },
    ],
  ] as const;

  it.each(foreign)('cannot act for an admin, coming from %s', async (_, headers) => {
    const unsafe = routes.filter(({ method }) => method !== 'GET');
    expect(unsafe.length).toBeGreaterThan(0);
    const through: string[] = [];
    for (const { method, path, name } of unsafe) {
      const response = await ask(probe, method, fill(path), 'admin', headers);
      if (response.status !== 403) through.push(`${name}: ${response.status}`);
    }
    expect(through).toEqual([]);
  });
});

describe('a path', () => {
  it('never meets two routes with different rules, so that no page hides behind another one’s rule', async () => {
    const mixed: string[] = [];
    for (const { method, path, name } of routes) {
      for (const person of STAFF_ROLES) {
        const response = await ask(probe, method, fill(path), person);
        if (response.status !== REACHED) continue;
        const met = (await response.json()) as string[];
        const different = met.filter((one) => String(rules.get(one)) !== String(rules.get(name)));
        if (different.length > 0) mixed.push(`${name} also meets ${different.join(', ')}`);
      }
    }
    expect(mixed).toEqual([]);
  });

  it('that no route has is a page not found, also below the console', async () => {
    for (const path of ['/console/nothing-here', '/console/cases/a/b/c/d/e/f', '/console/%00']) {
      expect((await ask(site.app, 'GET', path, 'admin')).status).toBe(404);
    }
  });
});

/** Ways to write a path that a careless guard might not know again. */
function oddWays(path: string): string[] {
  const below = path.slice(MOUNT.length);
  const letter = below.search(/[a-z]/);
  const encoded =
    letter === -1
      ? []
      : [
          `${MOUNT}${below.slice(0, letter)}%${below.charCodeAt(letter).toString(16)}${below.slice(letter + 1)}`,
          `${MOUNT}${below.slice(0, letter)}%25${below.charCodeAt(letter).toString(16)}${below.slice(letter + 1)}`,
        ];
  return [
    `${path}/`,
    `${path}//`,
    `/${path}`,
    `${MOUNT}/${below}`,
    `${MOUNT}/.${below}`,
    `${MOUNT}/%2e${below}`,
    `${MOUNT}/x/%2e%2e${below}`,
    `${MOUNT}/sign-in/..%2f${below.slice(1)}`,
    `${MOUNT}/assets/..${below}`,
    `${MOUNT}%2f${below.slice(1)}`,
    `${path};.css`,
    `${path}%00`,
    `${path}.css`,
    `${path}?_method=GET`,
    path.toUpperCase(),
    MOUNT.toUpperCase() + below,
    ...encoded,
  ];
}
