import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileDictionaryFile } from '../../../src/cli/compile-dictionary.ts';
import { compileDictionary } from '../../../src/language/dictionary/compile/compiler.ts';
import { readSeed, type Seed } from '../../../src/language/dictionary/compile/seed.ts';
import { openDictionary } from '../../../src/language/dictionary/dictionary.ts';
import { createTokenizer } from '../../../src/language/dictionary/tokenizer.ts';
import type { Tokenizer } from '../../../src/language/token.ts';
import { seedDir } from './dictionaries.ts';

const WORDS = [
  { surface: '抗がん剤', reading: 'コウガンザイ' },
  { surface: '抗がん剤治療', reading: 'コウガンザイチリョウ' },
  { surface: 'パクリタキセル', reading: 'パクリタキセル' },
  { surface: 'オプジーボ', reading: 'オプジーボ' },
  { surface: '免疫チェックポイント阻害薬', reading: 'めんえきチェックポイントそがいやく' },
  { surface: '高額療養費制度', reading: 'コウガクリョウヨウヒセイド' },
  { surface: 'こうがんざい', reading: 'コウガンザイ' },
  { surface: 'モルヒネ', reading: 'モルヒネ' },
  { surface: 'ct検査', reading: 'シーティーケンサ' },
  { surface: '𠮷田式', reading: 'ヨシダシキ' },
];
const FRAMES = [
  'X',
  'Xです',
  '私のXは',
  'Xを受ける',
  'Xについて教えて',
  '母がXで',
  '強いX',
  'Xと薬',
  '、X。',
  'Xした',
  'Xって何？',
];

let seed: Seed;
let bytes: Uint8Array<ArrayBuffer>;
let tokenizer: Tokenizer;
beforeAll(() => {
  seed = readSeed(seedDir);
  bytes = compileDictionary(seed, [...WORDS, { surface: 'だるい', reading: 'ダルイ' }]).bytes;
  tokenizer = createTokenizer(openDictionary(bytes.buffer));
}, 60_000);

const surfaces = (text: string) => tokenizer.tokenize(text).map((token) => token.surface);

describe('a word that the handbook adds', () => {
  it.each(WORDS)('is one token wherever it stands: $surface', ({ surface }) => {
    for (const frame of FRAMES) {
      const text = frame.replace('X', surface);
      expect(surfaces(text), text).toContain(surface);
    }
  });

  it('is a common noun with its reading in katakana and itself as base form', () => {
    expect(tokenizer.tokenize('免疫チェックポイント阻害薬')).toMatchObject([
      {
        pos: '名詞',
        posDetail1: '一般',
        base: '免疫チェックポイント阻害薬',
        reading: 'メンエキチェックポイントソガイヤク',
        known: true,
      },
    ]);
  });

  it('wins over a run of katakana that would swallow it', () => {
    expect(surfaces('オプジーボパクリタキセル')).toEqual(['オプジーボ', 'パクリタキセル']);
  });

  it('wins over words that begin inside it and end in what follows', () => {
    expect(surfaces('モルヒネって何')).toEqual(['モルヒネ', 'って', '何']);
  });

  it('leaves other words as they were', () => {
    expect(surfaces('がんばります。治療費')).toEqual(['がんばり', 'ます', '。', '治療', '費']);
  });

  it('is not made a noun if IPADIC has it as an adjective', () => {
    expect(tokenizer.tokenize('体がだるい').at(-1)).toMatchObject({ surface: 'だるい', pos: '形容詞' });
  });

  it.each([
    [{ surface: '', reading: 'ア' }, /1 to 100 characters/],
    [{ surface: '癌\ud800', reading: 'ガン' }, /surrogate/],
    [{ surface: '癌', reading: 'gan' }, /katakana or hiragana/],
    [{ surface: '癌', reading: '' }, /katakana or hiragana/],
  ])('stops the compiler if it cannot be used: %o', (word, message) => {
    expect(() => compileDictionary(seed, [word])).toThrow(message);
  });
});

describe('the compiled file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hikkei-dictionary-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the same, byte for byte, for the same input', () => {
    const again = compileDictionary(seed, [...WORDS, { surface: 'だるい', reading: 'ダルイ' }]).bytes;
    expect(Buffer.compare(again, bytes)).toBe(0);
  }, 30_000);

  it('stays the last good one when a later compilation fails', () => {
    const outFile = join(folder, 'dictionary.bin');
    writeFileSync(outFile, 'the last good one');
    const compile = (surface: string) =>
      compileDictionaryFile({ seedDir, words: [{ surface, reading: '?' }], outFile });
    expect(() => compile('癌')).toThrow();
    expect(readFileSync(outFile, 'utf8')).toBe('the last good one');
    expect(readdirSync(folder)).toEqual(['dictionary.bin']);
  }, 30_000);
});
