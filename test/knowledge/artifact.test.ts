import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assembleKnowledge } from '../../src/assemble-knowledge.ts';
import { ARTIFACT_FILE, DICTIONARY_FILE } from '../../src/cli/build/paths.ts';
import {
  ARTIFACT_FORMAT,
  ArtifactError,
  type KnowledgeArtifact,
  openArtifact,
} from '../../src/knowledge/artifact.ts';

const good = readFileSync(ARTIFACT_FILE, 'utf8');
const WHAT_TO_DO = /Run "npm run build" and start again\.$/;
const thrownBy = (text: string): unknown => {
  try {
    openArtifact(text);
  } catch (error) {
    return error;
  }
  return null;
};

describe('the knowledge artifact', () => {
  it('is read back with its version, handbook and index', () => {
    const artifact = openArtifact(good);
    expect(artifact.version).toMatch(/^[0-9a-f]{12}$/);
    expect(artifact.handbook.passages.length).toBeGreaterThan(0);
  });

  it.each([
    ['empty', '', 'knowledge.json is not complete JSON.'],
    ['cut off in the middle', good.slice(0, good.length / 2), 'knowledge.json is not complete JSON.'],
    ['cut off by its last byte', good.slice(0, -1), 'knowledge.json is not complete JSON.'],
    ['null', 'null', 'has format undefined'],
    ['a list', '[]', 'has format undefined'],
    [
      'of an older format',
      good.replace(`"format":${ARTIFACT_FORMAT}`, '"format":0'),
      `has format 0; this program reads format ${ARTIFACT_FORMAT}`,
    ],
    [
      'of a newer format',
      good.replace(`"format":${ARTIFACT_FORMAT}`, '"format":99'),
      `has format 99; this program reads format ${ARTIFACT_FORMAT}`,
    ],
    [
      'without its parts',
      JSON.stringify({ format: ARTIFACT_FORMAT }),
      'lacks its handbook, index or version',
    ],
  ])('is refused with a sentence when it is %s', (_, text, sentence) => {
    const error = thrownBy(text);
    expect(error).toBeInstanceOf(ArtifactError);
    expect(String(error)).toContain(sentence);
    expect(String(error)).toMatch(WHAT_TO_DO);
  });

  it('answers from the reviewed passages alone when it is told to', () => {
    const artifact = JSON.parse(good) as KnowledgeArtifact;
    const reviewed = { by: '佐藤医師', on: '2026-11-24' };
    const passages = artifact.handbook.passages.map((p) => ({
      ...p,
      reviewed: p.topic === 'pain' ? reviewed : null,
    }));
    const text = JSON.stringify({ ...artifact, handbook: { ...artifact.handbook, passages } });
    const dictionary = new Uint8Array(readFileSync(DICTIONARY_FILE)).buffer;
    const { retriever, analyser } = assembleKnowledge({ dictionary, artifact: text }, { reviewedOnly: true });
    const topicsFor = (question: string) =>
      retriever.find(analyser.analyse(question)).passages.map((found) => found.passage.topic);
    expect(topicsFor('医療用麻薬を使うと中毒になりませんか')).toContain('pain');
    expect(new Set(topicsFor('抗がん剤で髪は抜けますか'))).not.toContain('hair-loss');
  });
});
