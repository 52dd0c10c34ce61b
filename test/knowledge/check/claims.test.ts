/** Which sentences are promises, and which only speak of them. */
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE_DIR } from '../../../src/cli/build/paths.ts';
import { readSourceFiles } from '../../../src/cli/build/source-files.ts';
import { forbiddenWords } from '../../../src/knowledge/check/claims.ts';
import { clockTimesIn, figuresIn } from '../../../src/knowledge/check/figures.ts';
import { readPassageLines } from '../../../src/knowledge/check/passage-lines.ts';
import { measureTexts } from '../../../src/knowledge/check/readability.ts';
import { sentencesOf } from '../../../src/knowledge/check/sentences.ts';
import { STYLE_PATH, styleFile } from '../../../src/knowledge/check/style.ts';
import { parseYaml } from '../../../src/knowledge/compile/yaml-file.ts';

const styleText = readSourceFiles(KNOWLEDGE_DIR).find(({ path }) => path === STYLE_PATH)?.text ?? '';
const style = parseYaml(styleFile, styleText, STYLE_PATH).value;
if (!style) throw new Error('knowledge/style.yaml does not parse');

const claimsIn = (sentence: string) => {
  const text = `---\nid: mind/x\ntopic: anxiety\ntitle: x\n---\n\n${sentence}\n`;
  const passages = readPassageLines([{ path: 'knowledge/passages/mind/x.md', text }]);
  return forbiddenWords(passages, [], style).map(({ line, rule }) => `${line} ${rule}`);
};

describe('a forbidden claim', () => {
  it.each([
    'この治療でがんは必ず治ります。',
    '１００％効く薬です。',
    '副作用はありません。',
    '熱があっても、明日まで様子を見ましょう。',
    'それは再発です。',
    '自分で薬をやめてください。',
  ])('is found in 「%s」 with its line', (sentence) => {
    expect(claimsIn(sentence)).toEqual(['7 claim']);
  });

  it.each([
    '必ず治るとは言えません。',
    'どの薬も、必ず効くわけではありません。',
    '「必ず治る」とうたう広告に気をつけてください。',
    '「大丈夫です」と言われても、つらさは残ります。',
    '100%治るという広告を見たら、担当医に見せてください。',
  ])('is not one where it is denied or quoted: 「%s」', (sentence) => {
    expect(claimsIn(sentence)).toEqual([]);
  });
});

describe('figures', () => {
  it.each([
    ['1万2,000円かかります', [{ value: 12_000, unit: '円' }]],
    ['３７．５度以上の熱', [{ value: 37.5, unit: '℃' }]],
    ['2025年4月1日から、5年間', [{ value: 5, unit: '年' }]],
    [
      '69歳以下の人は21,000円',
      [
        { value: 69, unit: '歳' },
        { value: 21_000, unit: '円' },
      ],
    ],
  ])('of 「%s」 are read with their units', (sentence, figures) => {
    expect(figuresIn(sentence)).toEqual(figures);
  });

  it('of a clock are read in all their spellings', () => {
    expect(clockTimesIn('午前10時から午後3時半、また17:05まで。3時間かかる')).toEqual([
      '10:00',
      '15:30',
      '17:05',
    ]);
  });
});

describe('readability', () => {
  it('follows the published formula', () => {
    // Hiragana: は, が, れです. Kanji: 今日, 天気, 晴.
    const { score, sentenceLength, kanjiShare } = measureTexts(['今日は、天気が晴れです。']);
    expect(sentenceLength).toBe(12);
    expect(kanjiShare).toBeCloseTo(5 / 12);
    const hiragana = (1 + 1 + 3) / 3;
    const kanji = (2 + 2 + 1) / 3;
    expect(score).toBeCloseTo(115.79 - 0.12 * 12 + 7.4 * hiragana - 23.18 * kanji - 4.67);
  });

  it('does not end a sentence inside 「」', () => {
    expect(sentencesOf('「はい。」と言う。次です')).toEqual(['「はい。」と言う。', '次です']);
  });
});
