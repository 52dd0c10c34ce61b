import { describe, expect, it } from 'vitest';
import { parsePassage } from '../../src/knowledge/compile/passage-file.ts';
import { plainText } from '../../src/knowledge/passage.ts';
import { GOOD_LINES, PLACE, TOPICS, withLine } from '../fixtures/passage-file.ts';

const parse = (text: string) => parsePassage({ path: PLACE, text }, TOPICS);
const BODY_LINE = 20;

describe('the body of a passage', () => {
  it.each([
    ['a heading', withLine(25, '## 連絡するとき'), 25, '"heading" cannot be shown on LINE'],
    ['a table', withLine(25, '| 薬 | 量 |', '|---|---|', '| A | 1 |'), 25, '"table" cannot be shown on LINE'],
    ['a quotation', withLine(25, '> 痛みは伝えてください'), 25, '"blockquote" cannot be shown on LINE'],
    ['a line across', withLine(25, '***'), 25, '"hr" cannot be shown on LINE'],
    [
      'a link',
      withLine(25, '[がん情報](https://ganjoho.jp)を見てください。'),
      25,
      '"link" ([がん情報](https://ganjo) cannot be shown',
    ],
    [
      'a bare address',
      withLine(25, 'くわしくは https://ganjoho.jp を見てください。'),
      25,
      '"link" (https://ganjoho.jp) cannot be shown',
    ],
    ['a picture', withLine(25, '![図](pain.png)'), 25, '"image" (![図](pain.png)) cannot be shown'],
    [
      'bold words',
      withLine(25, '夜でも **すぐに** 連絡してください。'),
      25,
      '"strong" (**すぐに**) cannot be shown',
    ],
    ['code', withLine(25, '`119` に電話してください。'), 25, '"codespan" (`119`) cannot be shown'],
    ['HTML', withLine(25, '夜でも<br>連絡してください。'), 25, '"html" (<br>) cannot be shown'],
    [
      'a backslash that Markdown takes away',
      withLine(25, '119\\* に電話してください。'),
      25,
      '"escape" (\\*) cannot be shown',
    ],
    [
      'a numbered list',
      withLine(22, '1. 痛む場所を書く').replace('- 看護師', '2. 看護師'),
      22,
      'write the list with "- "',
    ],
    [
      'bold words in the second item of a list',
      withLine(23, '- **看護師** に話す'),
      23,
      '"strong" (**看護師**) cannot be shown',
    ],
    [
      'bold words on the second line of a paragraph',
      withLine(25, '急な痛みは、', '**夜でも**', '連絡してください。'),
      26,
      '"strong" (**夜でも**) cannot be shown',
    ],
    [
      'a list that runs into the next sentence',
      withLine(24).replace('話す\n急に', '話す\n急に'),
      22,
      'put an empty line after a list',
    ],
    [
      'an item over two lines',
      withLine(22, '- 痛む場所と', '  時間を書く'),
      22,
      'put an empty line after a list',
    ],
  ])('reports %s with its line', (_, text, line, message) => {
    const { passage, problems } = parse(text);
    expect(passage).toBeNull();
    expect(problems).toEqual([{ file: PLACE, line, message: expect.stringContaining(message) }]);
  });

  it('needs 150 to 400 characters, and tells how many it has', () => {
    const body = (length: number) => [...GOOD_LINES.slice(0, 18), '', '痛'.repeat(length), ''].join('\n');
    const lengthProblem = (length: number) => ({
      file: PLACE,
      line: 19,
      message: `the body has ${length} characters; write 150 to 400`,
    });
    expect(parse(body(149)).problems).toEqual([lengthProblem(149)]);
    expect(parse(body(150)).problems).toEqual([]);
    expect(parse(body(400)).problems).toEqual([]);
    expect(parse(body(401)).problems).toEqual([lengthProblem(401)]);
    expect(parse([...GOOD_LINES.slice(0, 18), ''].join('\n')).problems).toEqual([lengthProblem(0)]);
  });

  it('counts a character outside the basic plane as one', () => {
    const text = [...GOOD_LINES.slice(0, 18), '', '𠮷'.repeat(400)].join('\n');
    expect(parse(text).problems).toEqual([]);
  });

  it('keeps each line that an editor broke as a paragraph of its own', () => {
    const text = withLine(BODY_LINE, GOOD_LINES[BODY_LINE - 1] ?? '', '痛む場所を書いておきます。');
    const { passage } = parse(text);
    expect(passage?.body.slice(0, 2).map((block) => block.kind)).toEqual(['paragraph', 'paragraph']);
    expect(plainText(passage?.body ?? [])).toContain(
      '\n痛む場所を書いておきます。\n・痛む場所と時間を書く\n',
    );
  });
});
