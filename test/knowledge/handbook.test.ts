import { beforeAll, describe, expect, it } from 'vitest';
import { KNOWLEDGE_DIR } from '../../src/cli/build/paths.ts';
import { readSourceFiles } from '../../src/cli/build/source-files.ts';
import { compileHandbook } from '../../src/knowledge/compile/handbook.ts';
import type { SourceFile } from '../../src/knowledge/compile/source-file.ts';

let files: SourceFile[];
beforeAll(() => {
  files = readSourceFiles(KNOWLEDGE_DIR);
});

/** The project's files with `change` made in the one at `path`. */
const compileWith = (path: string, change: (text: string) => string) =>
  compileHandbook(files.map((file) => (file.path === path ? { path, text: change(file.text) } : file)));
const lineOf = (path: string, part: string) =>
  (files.find((file) => file.path === path)?.text.split('\n') ?? []).findIndex((line) =>
    line.includes(part),
  ) + 1;

describe('the handbook', () => {
  it('compiles from the project’s files without a problem, its passages in the order of their ids', () => {
    const { handbook, problems } = compileHandbook(files);
    expect(problems).toEqual([]);
    const ids = handbook?.passages.map((passage) => passage.id) ?? [];
    expect(ids).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThan(0);
  });

  it('refuses a question that two passages claim, with the line of the second and the name of the first', () => {
    const question = '医療用麻薬を使うと中毒になりませんか';
    const path = 'knowledge/passages/symptoms/pain-tell-doctor.md';
    const { handbook, problems } = compileWith(path, (text) =>
      text.replace('痛み止めを飲んでもまだ痛い', question),
    );
    expect(handbook).toBeNull();
    const message = `the question "${question}" also stands in symptoms/pain-opioid-myths; keep it in one of them`;
    expect(problems).toEqual([{ file: path, line: lineOf(path, '痛み止めを飲んでもまだ痛い'), message }]);
  });

  it.each([
    'topics.yaml',
    'terms.yaml',
    'phrases.yaml',
    'support-line.yaml',
    'counselor-hours.yaml',
    'hotlines.yaml',
    'second-opinion.yaml',
    'survey.yaml',
    'canned-replies.yaml',
    'centres.csv',
  ])('says that %s is missing', (name) => {
    const path = `knowledge/${name}`;
    const { handbook, problems } = compileHandbook(files.filter((file) => file.path !== path));
    expect(handbook).toBeNull();
    expect(problems).toContainEqual({ file: path, line: 1, message: 'this file is missing; restore it' });
  });

  it.each([
    ['terms.yaml', 'みはなされた', 'ミハナサレタ', 'write the reading in hiragana'],
    [
      'phrases.yaml',
      'helpful: 役に立った',
      `helpful: ${'役'.repeat(21)}`,
      'at most 20 characters: it is a button',
    ],
    ['phrases.yaml', 'location: 位置', 'locations: 位置', 'Unrecognized key'],
    ['phrases.yaml', 'location: 位置', 'sticker: 位置', 'Map keys must be unique'],
    ['terms.yaml', 'abandoned:', 'Abandoned:', 'name a group in small letters'],
    [
      'support-line.yaml',
      'phone: 0570-02-3410',
      'phone: 0570-023410',
      'write the phone number as 0570-02-3410',
    ],
    ['support-line.yaml', 'close: "15:00"', 'close: "09:00"', 'closes before it opens'],
    ['support-line.yaml', 'close: "15:00"', 'close: "25:00"', 'write a time as 10:00'],
    ['survey.yaml', 'label: ほぼ満足', `label: ${'満'.repeat(21)}`, 'at most 20 characters: it is a button'],
    ['survey.yaml', 'id: understanding', 'id: comprehension', 'this question is "understanding"'],
    ['survey.yaml', 'step: 4, label: とても満足', 'step: 5, label: とても満足', 'expected 4'],
    [
      'canned-replies.yaml',
      'text: お待たせして',
      'text: 番号は{phone}。お待たせして',
      'in { } only these can stand',
    ],
    ['canned-replies.yaml', 'id: no-answer', 'id: greeting', 'another reply has this id'],
    ['support-line.yaml', 'from: "12-29"', 'from: "13-29"', 'write a day of the year as 12-29'],
  ])('reports a fault of %s where «%s» became «%s»', (name, good, bad, message) => {
    const path = `knowledge/${name}`;
    const { handbook, problems } = compileWith(path, (text) => text.replace(good, bad));
    expect(handbook).toBeNull();
    expect(problems).toContainEqual({
      file: path,
      line: lineOf(path, good),
      message: expect.stringContaining(message),
    });
  });

  it('lists the faults of all files, each with its own', () => {
    const broken = ['knowledge/passages/mind/grief-regret.md', 'knowledge/passages/living/pets.md'];
    const { problems } = compileHandbook(
      files.map((file) => (broken.includes(file.path) ? { ...file, text: '書きかけ' } : file)),
    );
    expect(problems.map((problem) => problem.file).sort()).toEqual([...broken].sort());
  });
});
