import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KNOWLEDGE_DIR } from '../../src/cli/build/paths.ts';
import { chooseTopic } from '../../src/cli/knowledge/new/choose-topic.ts';
import { beginPassage, type NewParts } from '../../src/cli/knowledge/new.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { run } from './command-line.ts';

const { handbook } = builtKnowledge();
const TOPICS = readFileSync(join(KNOWLEDGE_DIR, 'topics.yaml'));
const PATH = 'knowledge/passages/symptoms/hair-loss-new.md';
let dir: string;
let parts: NewParts;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hikkei-new-'));
  mkdirSync(join(dir, 'knowledge', 'passages', 'symptoms'), { recursive: true });
  writeFileSync(join(dir, 'knowledge', 'topics.yaml'), TOPICS);
  parts = {
    knowledgeDir: join(dir, 'knowledge'),
    today: '2026-11-24',
    ask: null,
    knowledge: builtKnowledge,
  };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const text = (path: string) => readFileSync(join(dir, path), 'utf8');

/** A person at the terminal who types `answers` one after another. */
function person(...answers: string[]) {
  const seen: string[] = [];
  return {
    seen,
    ask: async (question: string) => {
      seen.push(question);
      return answers.shift() ?? '';
    },
  };
}

describe('knowledge new', () => {
  it('begins a file in the chapter of the topic, named by its id or its title', async () => {
    expect(await beginPassage('hair-loss', {}, parts)).toBe(PATH);
    expect(text(PATH)).toMatch(/^id: symptoms\/hair-loss-new\ntopic: hair-loss$/m);
    expect(text(PATH)).toContain('written_on: 2026-11-24\n');
    expect(text(PATH)).toContain('next_review: 2027-11-24\n');
    expect(await beginPassage('脱毛', {}, parts)).toBe('knowledge/passages/symptoms/hair-loss-new-2.md');
  });

  it('makes the folder of a chapter that has no passage yet, and sets money’s review half a year ahead', async () => {
    const path = await beginPassage('sick-pay', { slug: 'sick-pay-form' }, parts);
    expect(path).toBe('knowledge/passages/money/sick-pay-form.md');
    expect(text(path)).toContain('next_review: 2027-05-24\n');
  });

  it('overwrites nothing', async () => {
    mkdirSync(dirname(join(dir, PATH)), { recursive: true });
    writeFileSync(join(dir, PATH), 'mine');
    await expect(beginPassage('hair-loss', { slug: 'hair-loss-new' }, parts)).rejects.toThrow(
      `${PATH} is there already`,
    );
    expect(text(PATH)).toBe('mine');
  });

  it('takes the words of a question, and not its sentence or the person in it', async () => {
    const from = '田中です。聖路加国際病院でかつらを勧められましたがいつ買えばいいですか';
    const begun = text(await beginPassage('hair-loss', { from }, parts));
    expect(begun).toContain('手がかりの言葉："ウィッグ');
    expect(begun).not.toMatch(/田中|聖路加|買えばいいですか/);
  });

  it.each([
    ['a mistyped id', 'hair-los', /Unknown topic "hair-los"; did you mean hair-loss（脱毛）/],
    ['a word of its scope', 'かつら', /Unknown topic "かつら"; did you mean /],
    ['a word of a scope', 'ウィッグ', /did you mean (.*, )?hair-loss（脱毛）/],
  ])('names the nearest topic for %s', async (_, name, message) => {
    await expect(beginPassage(name, {}, parts)).rejects.toThrow(message);
  });

  it.each(['A b', '../../etc', '脱毛', ''])('refuses %j as a name, and writes nothing', async (slug) => {
    await expect(beginPassage('hair-loss', { slug }, parts)).rejects.toThrow(/--slug/);
  });

  it('without a topic names the one that is nearest to the question, or asks who is at the terminal', async () => {
    const from = 'かつらはいつ用意しますか';
    await expect(beginPassage(undefined, { from }, parts)).rejects.toThrow(
      /nearest to the question is hair-loss/,
    );
    const { ask, seen } = person('');
    expect(await beginPassage(undefined, { from }, { ...parts, ask })).toBe(PATH);
    expect(seen[0]).toContain('[hair-loss（脱毛）]');
  });

  it('from the shell says in one line what is wrong, and exits with 1', async () => {
    const { code, out, err } = await run('knowledge.ts', ['new', 'hair-los']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^Unknown topic "hair-los"; did you mean hair-loss（脱毛）\?.*\n$/);
  });
});

describe('the question for a topic', () => {
  it('narrows down by words until one is chosen by its number, its id or its title', async () => {
    const { ask, seen } = person('', 'しびれ', 'がん検診', '');
    expect((await chooseTopic(handbook.topics, null, ask)).id).toMatch(/numbness|screening/);
    expect(seen[1]).toContain('knowledge/topics.yaml');
    const byWord = person('生活', '1');
    const chosen = await chooseTopic(handbook.topics, null, byWord.ask);
    expect(byWord.seen[1]).toContain(`1. ${chosen.id}（${chosen.title}）`);
  });
});
