import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { localEnvironment } from '../src/local-environment.ts';

const whole = {
  LINE_CHANNEL_SECRET: 'secret',
  LINE_CHANNEL_ACCESS_TOKEN: 'token',
  DATABASE_URL: 'file:hikkei.db',
  DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
};
const dir = () => mkdtempSync(join(tmpdir(), 'hikkei-config-'));

describe('the configuration', () => {
  it('is read from the environment, with LINE’s own address and port 8787 where none is named', () => {
    const config = readConfig(whole);
    expect(config.line.apiBase).toBe('https://api.line.me');
    expect(config.port).toBe(8787);
    expect(config.dataKey).toHaveLength(32);
    expect(config.reviewedOnly).toBe(false);
  });

  it.each(['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'DATABASE_URL', 'DATA_KEY'])(
    'stops with one line that names %s when it is missing or empty',
    (name) => {
      for (const value of [undefined, '']) {
        const message = messageOf({ ...whole, [name]: value });
        expect(message).toBe(`Cannot start: ${name} is missing`);
      }
    },
  );

  it.each([
    ['DATA_KEY', 'c2hvcnQ='],
    ['DATABASE_URL', 'mysql://host'],
    ['LINE_API_BASE', 'not a url'],
    ['PORT', 'seven'],
    ['KNOWLEDGE_REVIEWED_ONLY', 'yes'],
  ])('names %s when it is malformed, and does not repeat what was written', (name, value) => {
    const message = messageOf({ ...whole, [name]: value });
    expect(message).toContain(`${name}: `);
    expect(message).not.toContain(value);
    expect(message).not.toContain('\n');
  });

  it('makes a channel and a key of its own for the simulator, and keeps them', () => {
    const dataDir = dir();
    const first = readConfig(localEnvironment({}, dataDir, 'http://127.0.0.1:1'));
    expect(readConfig(localEnvironment({}, dataDir, 'http://127.0.0.1:1'))).toEqual(first);
    expect(first.line.apiBase).toBe('http://127.0.0.1:1');
  });

  it('never makes up a data key for a real channel', () => {
    const { DATA_KEY: _, ...withoutKey } = whole;
    expect(messageOf(localEnvironment(withoutKey, dir(), 'http://127.0.0.1:1'))).toContain(
      'DATA_KEY is missing',
    );
  });
});

function messageOf(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('this environment was accepted');
}
