/** The entry on Cloudflare Workers: the app over a libSQL server, the compiled knowledge from static assets. */
import { createClient } from '@libsql/client/web';
import { drizzle } from 'drizzle-orm/libsql/web';
import { type App, createApp } from './app.ts';
import { assembleKnowledge } from './assemble-knowledge.ts';
import { type Config, readConfig } from './config.ts';
import type { Knowledge } from './conversation/knowledge.ts';
import { readWhole } from './read-whole.ts';
import * as schema from './store/schema.ts';

type Environment = Record<string, unknown> & { readonly ASSETS: { fetch(url: string): Promise<Response> } };
type Context = { waitUntil(work: Promise<unknown>): void };

let knowledge: Promise<Knowledge> | null = null;

export default {
  async fetch(request: Request, env: Environment, context: Context): Promise<Response> {
    const app = await appFor(env, context);
    return app.http.fetch(request);
  },
  async scheduled(_controller: unknown, env: Environment, context: Context): Promise<void> {
    const app = await appFor(env, context);
    context.waitUntil(app.sweep());
  },
};

/** An app for one request: workerd forbids using another request's connections. The knowledge is shared. */
function appFor(env: Environment, context: Context): Promise<App> {
  const config = readConfig(env);
  const { url, authToken } = config.database;
  const client = createClient({ url, ...(authToken === undefined ? {} : { authToken }) });
  return createApp({
    config,
    db: drizzle({ client, schema }),
    loadKnowledge: () => sharedKnowledge(env, config),
    now: Date.now,
    uuid: () => crypto.randomUUID(),
    log: (entry) => console.log(JSON.stringify(entry)),
    afterwards: (work) => context.waitUntil(work),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    readConsoleFile: async (name) => {
      const response = await env.ASSETS.fetch(`https://assets.local/console/${name}`);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
  });
}

async function sharedKnowledge(env: Environment, config: Config): Promise<Knowledge> {
  knowledge ??= loadKnowledge(env, config);
  try {
    return await knowledge;
  } catch (error) {
    knowledge = null;
    throw error;
  }
}

async function loadKnowledge(env: Environment, config: Config): Promise<Knowledge> {
  // The host is of no meaning to the binding.
  const [dictionary, artifact] = await Promise.all([
    env.ASSETS.fetch('https://assets.local/dictionary.bin').then(readWhole),
    env.ASSETS.fetch('https://assets.local/knowledge.json').then((response) => response.text()),
  ]);
  return assembleKnowledge({ dictionary, artifact }, { reviewedOnly: config.reviewedOnly });
}
