/** Lets a request through only where the matched route has a rule and the person at the screen fits it. */
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Access, ConsoleEnv, SignedIn } from './env.ts';
import { notFoundPage } from './kit/errors.tsx';
import { forbiddenPage } from './sign-in/answers.tsx';
import type { Authentication } from './sign-in/authentication.ts';

const SIGN_IN = '/console/sign-in';
const SECOND_FACTOR = '/console/second-factor';

/**
 * `rules` by method and whole path, as `GET /console/cases/:id`. A route without a rule is refused to all.
 * `origin`: where people reach the console; null: wherever the request came to.
 */
export function guard(
  rules: Readonly<Record<string, Access>>,
  authentication: Authentication,
  origin: string | null,
): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const route = matchedRoutes(c).find((matched) => matched.method !== 'ALL');
    // Nothing behind the guard answers to all methods: what has no route of its own ends here.
    if (!route) return notFoundPage(c);
    if (isForeignAct(c, origin)) return c.text('このページの外からは操作できません。', 403);
    const rule = rules[`${route.method} ${route.path}`];
    if (rule === undefined) return forbiddenPage(c);
    if (rule === 'anyone') return next();
    const staff = await authentication.signedIn(c.req.raw);
    if (staff === null) return turnTo(c, SIGN_IN);
    if (rule !== 'enrolling') {
      if (!staff.secondFactor) return turnTo(c, SECOND_FACTOR);
      if (!mayUse(rule, staff)) return forbiddenPage(c);
    }
    c.set('staff', staff);
    return next();
  };
}

/** hono/csrf looks at forms alone; here an act from another site is refused whatever its body is. */
function isForeignAct(c: Context, ours: string | null): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return false;
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (origin === undefined && site === undefined) return false;
  return site !== 'same-origin' && origin !== (ours ?? new URL(c.req.url).origin);
}

function mayUse(rule: Exclude<Access, string>, staff: SignedIn): boolean {
  return rule.includes(staff.role);
}

/** A fragment cannot show another page in its place: htmx is told to move the whole window. */
function turnTo(c: Context, href: string): Response {
  if (c.req.header('hx-request')) return c.body(null, 401, { 'hx-redirect': href });
  return c.redirect(href, 303);
}
