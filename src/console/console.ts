/** The counselors' console: its sections under /console, behind one guard. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { accountSection } from './account/section.tsx';
import { assetSection } from './assets.ts';
import { auditSection } from './audit/section.tsx';
import { caseSection } from './case/section.tsx';
import { editorsSection } from './editors/section.tsx';
import type { Access, ConsoleEnv, ConsoleParts, Section } from './env.ts';
import { guard } from './guard.ts';
import { errorPage, notFoundPage } from './kit/errors.tsx';
import { queueSection } from './queue/section.tsx';
import { reportsSection } from './reports/section.tsx';
import { settingsSection } from './settings/section.tsx';
import { signInSection } from './sign-in/section.tsx';
import { staffSection } from './staff/section.tsx';

const MOUNT = '/console';
/** A form of ours is some kilobytes; a longer one is not ours. */
const MAX_FORM_BYTES = 256 * 1024;

/** No script or style but the console's own files; nobody may frame it; no address is told to other sites. */
const HEADERS = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    mediaSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  crossOriginOpenerPolicy: 'same-origin',
  // What a patient sent is shown under a stricter policy of its own (case/media.tsx).
  overwrite: false,
});

/** All parts of the console, each with its routes and their rules. */
export function consoleSections(parts: ConsoleParts): readonly Section[] {
  return [
    assetSection(parts),
    signInSection(parts),
    accountSection(parts),
    queueSection(parts),
    caseSection(parts),
    reportsSection(parts),
    editorsSection(parts),
    staffSection(parts),
    settingsSection(parts),
    auditSection(parts),
  ];
}

/** The console as an app to mount at `/`. */
export function createConsole(parts: ConsoleParts): Hono<ConsoleEnv> {
  const sections = consoleSections(parts);
  const rules: Record<string, Access> = {};
  for (const { access } of sections) {
    for (const [route, rule] of Object.entries(access)) {
      const [method, path = ''] = route.split(' ');
      rules[`${method} ${path === '/' ? MOUNT : MOUNT + path}`] = rule;
    }
  }
  const app = new Hono<ConsoleEnv>().basePath(MOUNT);
  app.use(HEADERS);
  app.use(csrf({ origin: (origin, c) => origin === (parts.origin ?? new URL(c.req.url).origin) }));
  app.use(bodyLimit({ maxSize: MAX_FORM_BYTES }));
  app.use(async (c, next) => {
    await next();
    // Pages hold patients' words: no cache keeps them, not even the browser's.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  app.use(guard(rules, parts.authentication, parts.origin));
  for (const { routes } of sections) app.route('/', routes);
  app.notFound((c) => notFoundPage(c));
  app.onError((error, c) => {
    // What the guards before the pages refuse: a form of another site (403), one too long (413).
    if (error instanceof HTTPException) return error.getResponse();
    parts.log({ what: 'console failed', reason: error.name });
    return errorPage(c);
  });
  return app;
}
