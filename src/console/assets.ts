/** The console's own style and scripts. */
import { Hono } from 'hono';
import type { ConsoleEnv, ConsoleParts, Section } from './env.ts';

/** The files that the build lays beside the knowledge (cli/build/console-files.ts). */
const TYPES: Readonly<Record<string, string>> = {
  'console.css': 'text/css; charset=utf-8',
  'console.js': 'text/javascript; charset=utf-8',
  'htmx.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

export function assetSection({ readAsset }: ConsoleParts): Section {
  const routes = new Hono<ConsoleEnv>();
  routes.get('/assets/:name', async (c) => {
    const name = c.req.param('name');
    const type = TYPES[name];
    const bytes = type === undefined ? null : await readAsset(name);
    if (type === undefined || bytes === null) return c.notFound();
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    const etag = `"${Array.from(new Uint8Array(digest, 0, 12), (b) => b.toString(16).padStart(2, '0')).join('')}"`;
    // Asked for again each time, so that a new version is never mixed with an old page; 304 costs next to nothing.
    const headers = { 'content-type': type, 'cache-control': 'no-cache', etag };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(bytes, 200, headers);
  });
  return { routes, access: { 'GET /assets/:name': 'anyone' } };
}
