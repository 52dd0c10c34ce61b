import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuildPlaces, type Built, buildKnowledge } from '../../src/cli/build/build-knowledge.ts';
import { KNOWLEDGE_DIR } from '../../src/cli/build/paths.ts';
import { openArtifact } from '../../src/knowledge/artifact.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';

const PASSAGE = join('passages', 'symptoms', 'pain-endure.md');
let dir: string;
let places: BuildPlaces;
let first: Built;
let passage: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hikkei-build-'));
  places = {
    knowledgeDir: join(dir, 'knowledge'),
    dictionaryFile: join(dir, 'assets', 'dictionary.bin'),
    artifactFile: join(dir, 'assets', 'knowledge.json'),
    stampFile: join(dir, 'knowledge.stamp'),
  };
  cpSync(KNOWLEDGE_DIR, places.knowledgeDir, { recursive: true });
  first = buildKnowledge(places);
  passage = readFileSync(join(places.knowledgeDir, PASSAGE), 'utf8');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const writePassage = (text: string) => writeFileSync(join(places.knowledgeDir, PASSAGE), text);
const built = () =>
  [places.artifactFile, places.dictionaryFile, places.stampFile].map((file) => readFileSync(file));
const listed = () => [...readdirSync(dir), ...readdirSync(join(dir, 'assets'))].sort();

describe('the build of the knowledge', () => {
  beforeEach(() => writePassage(passage));

  it('makes both files from nothing, and does nothing when all is up to date', () => {
    expect(first).toMatchObject({ fresh: true, passages: expect.any(Number) });
    expect(openArtifact(readFileSync(places.artifactFile, 'utf8')).version).toBe(first.version);
    expect(buildKnowledge(places)).toEqual({ ...first, fresh: false });
  });

  it('stops at a broken passage with its file and line, and leaves the last good files byte for byte', () => {
    const before = built();
    const files = listed();
    writePassage(passage.replace('topic: pain', 'topic: pains'));
    let error: unknown;
    try {
      buildKnowledge(places);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(KnowledgeError);
    expect(String(error)).toContain(
      'knowledge/passages/symptoms/pain-endure.md:3: unknown topic "pains"; did you mean "pain"?',
    );
    expect(String(error)).toContain('nothing was changed');
    expect(built().map((bytes, i) => before[i]?.equals(bytes))).toEqual([true, true, true]);
    expect(listed()).toEqual(files);
  });

  it('tells of the broken passage again on the next try, and builds once it is mended', () => {
    writePassage(passage.replace('reviewed: null', ''));
    expect(() => buildKnowledge(places)).toThrow(KnowledgeError);
    expect(() => buildKnowledge(places)).toThrow(KnowledgeError);
    writePassage(passage.replace('痛みは我慢せず、', '痛みはこらえず、'));
    const mended = buildKnowledge(places);
    expect(mended.fresh).toBe(true);
    expect(mended.version).not.toBe(first.version);
    expect(readFileSync(places.artifactFile, 'utf8')).toContain('痛みはこらえず、');
    writePassage(passage);
    expect(buildKnowledge(places).version).toBe(first.version);
  });

  it.each([
    [
      'the artifact is cut off',
      () => writeFileSync(places.artifactFile, readFileSync(places.artifactFile).subarray(0, 1000)),
    ],
    [
      'the dictionary is cut off',
      () => writeFileSync(places.dictionaryFile, readFileSync(places.dictionaryFile).subarray(0, 1000)),
    ],
    ['the note of the last build cannot be read', () => writeFileSync(places.stampFile, '{"inputs":')],
  ])('makes whole files again when %s', (_, damage) => {
    const before = built();
    damage();
    expect(buildKnowledge(places)).toEqual({ ...first, fresh: true });
    expect(built().map((bytes, i) => before[i]?.equals(bytes))).toEqual([true, true, true]);
  });
});
