/** What the environment does not name, on one machine: an embedded database, a data key, a channel of the simulator. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether no LINE channel is named, so that the simulator stands in for LINE. */
export function usesSimulator(env: Environment): boolean {
  return !env.LINE_CHANNEL_SECRET && !env.LINE_CHANNEL_ACCESS_TOKEN;
}

/** `env` completed from the files in `dataDir`, which are made when first needed; `url` is the local server. */
export function localEnvironment(
  env: Environment,
  dataDir: string,
  url: string,
): Record<string, string | undefined> {
  mkdirSync(dataDir, { recursive: true });
  const secret = (name: string, bytes: number) => keptSecret(join(dataDir, name), bytes);
  return {
    ...env,
    ...(usesSimulator(env)
      ? {
          LINE_CHANNEL_SECRET: secret('simulator-channel-secret', 16),
          LINE_CHANNEL_ACCESS_TOKEN: secret('simulator-access-token', 16),
          LINE_API_BASE: url,
          LINE_DATA_API_BASE: url,
          // With a real channel the key is the operator's to keep: a lost one makes every record unreadable.
          DATA_KEY: env.DATA_KEY || secret('data.key', 32),
        }
      : {}),
    DATABASE_URL: env.DATABASE_URL || `file:${join(dataDir, 'hikkei.db')}`,
  };
}

function keptSecret(file: string, bytes: number): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(bytes).toString('base64'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
