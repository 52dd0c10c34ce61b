import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Following } from '../../src/cli/build/follow-knowledge.ts';
import { MIGRATIONS_DIR } from '../../src/cli/build/paths.ts';
import { readBuiltBetweenRequests } from '../../src/cli/local-knowledge.ts';
import { serveChanges } from '../../src/cli/serve-changes.ts';
import { newPassage } from '../../src/editors/new-passage.ts';
import { type LocalServer, startLocalServer } from '../../src/local-server.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { copyHandbook, type HandbookCopy } from '../fixtures/handbook-copy.ts';
import { written } from '../fixtures/written-passage.ts';

const QUESTION = '点滴の棒に名前シールを貼ってもいいですか';
const TITLE = '点滴の棒に名前シールを貼れますか';
const BODY = `点滴の棒に名前シールを貼ってよいかは、病棟によって違います。${'貼る前に看護師にたずねてください。'.repeat(8)}\n\nかぶれたときは、看護師に連絡してください。\n`;
const topic = builtKnowledge().handbook.topics.find((one) => one.id === 'visit-preparation');
if (!topic) throw new Error('the handbook has no topic "visit-preparation"');
const NEW = newPassage({ topic, name: 'drip-stand-label', title: TITLE, words: [] }, '2026-11-24');
const WRITTEN = written(NEW.markdown, {
  questions: [QUESTION, '点滴の棒にシール貼っていい？', 'てんてきのぼうにしーるをはれますか'],
  body: BODY,
});

let copy: HandbookCopy;
let server: LocalServer;
let following: Following;
const printed: string[] = [];

beforeAll(async () => {
  copy = copyHandbook();
  server = await startLocalServer({
    env: { PORT: '0' },
    dataDir: copy.dir,
    migrationsDir: MIGRATIONS_DIR,
    loadKnowledge: (reviewedOnly) => readBuiltBetweenRequests(reviewedOnly, copy.places),
    readConsoleFile: async () => null,
    log: () => undefined,
  });
  following = serveChanges(server, copy.places, copy.built.version, (line) => printed.push(line));
});
afterAll(async () => {
  await following.close();
  await server.close();
  copy.remove();
});

async function health(): Promise<{ knowledge: string; passages: number }> {
  return (await (await fetch(`${server.url}/healthz`)).json()) as { knowledge: string; passages: number };
}

/** What a new patient's phone shows for `text`. */
async function ask(text: string): Promise<string> {
  const phones = server.simulator?.phones;
  if (!phones) throw new Error('no simulator');
  const { userId } = phones.add('患者');
  await phones.say(userId, text);
  await server.settled();
  return JSON.stringify(phones.received(userId));
}

async function until(test: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (await test()) return;
    await sleep(50);
  }
  throw new Error(`in vain; printed: ${printed.join('\n')}`);
}

describe('a running local server', () => {
  it('shows a passage that was begun, written and saved, without a restart, and serves others meanwhile', async () => {
    expect(await ask(QUESTION)).not.toContain(TITLE);
    let slowestMs = 0;
    let served = 0;
    let done = false;
    const probing = (async () => {
      while (!done) {
        const start = performance.now();
        await health();
        served++;
        slowestMs = Math.max(slowestMs, performance.now() - start);
        await sleep(20);
      }
    })();
    const savedAt = performance.now();
    copy.write(NEW.path, WRITTEN);
    await until(async () => (await health()).passages === copy.built.passages + 1);
    expect(await ask(QUESTION)).toContain(BODY.slice(0, 30));
    const seenMs = performance.now() - savedAt;
    done = true;
    await probing;
    console.log(`save to seen ${seenMs.toFixed(0)} ms, slowest request meanwhile ${slowestMs.toFixed(0)} ms`);
    expect(seenMs).toBeLessThan(60_000);
    // The build takes seconds; a server that waited for it would have answered once or twice.
    expect(served).toBeGreaterThan(10);
    expect((await health()).knowledge).not.toBe(copy.built.version);
    expect(printed.at(-1)).toMatch(/passages, served from now on$/);
  });

  it('goes on with the good handbook while a file is broken, and says where it is', async () => {
    const before = await health();
    copy.write(NEW.path, WRITTEN.replace('topic: visit-preparation', 'topic: visit-preparations'));
    await until(() => printed.at(-1)?.includes('served on until') ?? false);
    expect(printed.join('\n')).toContain(`${NEW.path}:6: unknown topic "visit-preparations"`);
    expect(await health()).toEqual(before);
    expect(await ask(QUESTION)).toContain(BODY.slice(0, 30));
  });

  it('takes up the next good state, however many files it took and how they were saved', async () => {
    const path = 'knowledge/passages/symptoms/pain-endure.md';
    copy.write(path, copy.read(path).replace('痛みは我慢せず、', '痛みはこらえず、'));
    copy.write(
      NEW.path,
      WRITTEN.replace(BODY.slice(0, 30), '点滴の棒のことは、病棟の看護師に聞けば、すぐに分かります。'),
    );
    await until(() => printed.at(-1)?.includes('served from now on') ?? false);
    await following.settled();
    expect(await ask(QUESTION)).toContain('病棟の看護師に聞けば');
    expect(await ask('がんの痛みは我慢したほうがよいのでしょうか')).toContain('痛みはこらえず、');
  });
});
