/** The environment, parsed once: one line for each value that is missing or malformed. */
import { z } from 'zod';
import { dataKey } from './store/seal.ts';

const variables = z.object({
  LINE_CHANNEL_SECRET: z.string().min(1),
  LINE_CHANNEL_ACCESS_TOKEN: z.string().min(1),
  LINE_API_BASE: z.url({ protocol: /^https?$/ }).default('https://api.line.me'),
  LINE_DATA_API_BASE: z.url({ protocol: /^https?$/ }).default('https://api-data.line.me'),
  CONSOLE_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).origin === url.replace(/\/$/, ''), 'write scheme and host alone')
    .transform((url) => new URL(url).origin)
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|libsql:|https?:)/, 'must begin with file:, libsql://, https:// or http://'),
  DATABASE_AUTH_TOKEN: z.string().min(1).optional(),
  DATA_KEY: dataKey,
  KNOWLEDGE_REVIEWED_ONLY: z.enum(['0', '1']).default('0'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
});

export type Config = {
  readonly line: {
    readonly channelSecret: string;
    readonly channelAccessToken: string;
    readonly apiBase: string;
    readonly dataApiBase: string;
  };
  /** Where the console is reached, `https://…`; null: wherever a request came to. */
  readonly consoleOrigin: string | null;
  readonly database: { readonly url: string; readonly authToken: string | undefined };
  readonly dataKey: Uint8Array<ArrayBuffer>;
  /** Keeps back passages that no clinician has reviewed. */
  readonly reviewedOnly: boolean;
  readonly port: number;
};

/** Thrown at the start; each line of the message names a variable and what it needs. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The configuration in `env`; an empty value counts as missing. Throws ConfigError. */
export function readConfig(env: Readonly<Record<string, unknown>>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return filled[name] === undefined ? `${name} is missing` : `${name}: ${issue.message}`;
    });
    throw new ConfigError(`Cannot start: ${lines.join('; ')}`);
  }
  const value = parsed.data;
  return {
    line: {
      channelSecret: value.LINE_CHANNEL_SECRET,
      channelAccessToken: value.LINE_CHANNEL_ACCESS_TOKEN,
      apiBase: value.LINE_API_BASE,
      dataApiBase: value.LINE_DATA_API_BASE,
    },
    consoleOrigin: value.CONSOLE_ORIGIN ?? null,
    database: { url: value.DATABASE_URL, authToken: value.DATABASE_AUTH_TOKEN },
    dataKey: value.DATA_KEY,
    reviewedOnly: value.KNOWLEDGE_REVIEWED_ONLY === '1',
    port: value.PORT,
  };
}
