import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../src/knowledge/compile/yaml-file.ts';
import { secondOpinionFile } from '../../../src/knowledge/second-opinion.ts';
import { GUIDE, GUIDE_TEXT } from './support.ts';

const texts = [
  ...GUIDE.steps.flatMap((step) => [step.text, ...step.choices.flatMap((choice) => choice.answer ?? [])]),
  ...GUIDE.checklist.map((item) => item.how),
  ...Object.values(GUIDE.says),
];

describe('knowledge/second-opinion.yaml', () => {
  test('keeps each sentence within 60 characters and three commas', () => {
    const sentences = texts.flatMap((text) => text.split(/\n|(?<=。)/));
    expect(sentences.filter((one) => [...one].length > 60 || (one.match(/、/g)?.length ?? 0) > 3)).toEqual(
      [],
    );
  });

  test('promises nothing', () => {
    expect(
      texts.filter((text) =>
        /必ず治|大丈夫|だいじょうぶ|心配(は)?(いりません|ありません|ない)|安心してください/.test(text),
      ),
    ).toEqual([]);
  });

  test('gives a share only with its number of people and its year', () => {
    const withShare = texts.filter((text) => /[%％]/.test(text));
    expect(withShare).toHaveLength(5);
    for (const text of withShare) {
      expect(text).toMatch(/2010年/);
      expect(text).toMatch(/\d+人のうち|来た64人/);
    }
  });

  test.each([
    ['83%', 53, 64],
    ['52%', 33, 64],
    ['17%', 11, 64],
    ['97%', 62, 64],
    ['89%', 216, 244],
    ['99.6%', 242, 243],
  ])('%s is %d of %d', (share, part, whole) => {
    const text = texts.find((one) => one.includes(share)) ?? '';
    expect(text).toContain(`${part}人（${share}）`);
    expect(text).toContain(`${whole}人`);
    expect(`${((100 * part) / whole).toFixed(share.includes('.') ? 1 : 0)}%`).toBe(share);
  });

  test('says that the dialogue clinic has another name now and that one books with the hospital chosen', () => {
    const answer = GUIDE.steps
      .flatMap((step) => step.choices)
      .find((choice) => choice.id === 'dialogue-clinic')?.answer;
    expect(answer).toMatch(/2017年6月に「セカンドオピニオン」/);
    expect(answer).toMatch(/予約は、選んだ病院の窓口/);
  });
});

describe('a mistake of the editors is named with its line', () => {
  const problems = (text: string) =>
    parseYaml(secondOpinionFile, text, 'second-opinion.yaml').problems.map((p) => p.message);
  const replaced = (from: string, to: string) => {
    expect(GUIDE_TEXT).toContain(from);
    return problems(GUIDE_TEXT.replace(from, to));
  };

  test.each([
    ['a next that is no step', 'next: who', 'next: whom', /"whom" is no step; use purpose, who/],
    [
      'an item that is not in the list',
      'adds: [consent]',
      'adds: [consents]',
      /"consents" is not in the checklist/,
    ],
    ['an item that no step adds', 'adds: [consent]', 'adds: []', /no step adds "consent"/],
    ['a step name used twice', '- id: doctor\n', '- id: who\n', /the id "who" is used twice/],
    [
      'a label that LINE would cut',
      'label: 家族だけで行く',
      `label: ${'あ'.repeat(21)}`,
      /at most 20 characters/,
    ],
    ['a one-letter word', 'also: [本人だけ', 'also: [私, 本人だけ', /too many messages/],
    ['a step named end', '- id: visit\n', '- id: end\n', /"end" is the end/],
  ])('%s', (_, from, to, message) => {
    expect(replaced(from, to)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
  });

  test('a step that cannot be left, and what is cut off behind it', () => {
    const text = GUIDE_TEXT.replaceAll('next: end', 'next: afterwards');
    expect(problems(text)).toEqual(
      expect.arrayContaining([expect.stringMatching(/from "purpose" no choice leads to the end/)]),
    );
    const cut = GUIDE_TEXT.replaceAll('next: visit', 'next: booking');
    expect(problems(cut)).toEqual(
      expect.arrayContaining([expect.stringMatching(/no choice leads to "visit"/)]),
    );
  });

  test('a choice that stays where it is without an answer', () => {
    const text = GUIDE_TEXT.replace('done: [fee]\n        next: booking', 'done: [fee]\n        next: cost');
    expect(problems(text)).toEqual([expect.stringMatching(/needs an answer/)]);
  });
});
