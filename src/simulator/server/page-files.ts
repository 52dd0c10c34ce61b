import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

const FOLDER = new URL('../page/', import.meta.url);
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

// Nothing runs or loads but our own files; pictures may come from where a bot says they are.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' https: data: blob:",
  "media-src 'self' https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

async function file(name: string): Promise<Response> {
  const type = TYPES[name.split('.').at(-1) ?? ''];
  const known = /^[a-z-]+\.[a-z]+$/.test(name) && type !== undefined;
  const text = known ? await readFile(new URL(name, FOLDER)).catch(() => undefined) : undefined;
  if (!text || !type) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(text), {
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
  });
}

/** The page's own files, as they lie in the folder: no build step. */
export function pageFiles() {
  const app = new Hono();
  app.get('/', () => file('index.html'));
  app.get('/page/:name', (c) => file(c.req.param('name')));
  return app;
}
