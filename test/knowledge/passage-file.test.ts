import { describe, expect, it } from 'vitest';
import { parsePassage } from '../../src/knowledge/compile/passage-file.ts';
import { GOOD_LINES, PLACE, TOPICS, withLine } from '../fixtures/passage-file.ts';

const parse = (text: string, path = PLACE) => parsePassage({ path, text }, TOPICS);
const problemsOf = (text: string) =>
  parse(text).problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`);
const at = (line: number, message: string) => [expect.stringContaining(`${PLACE}:${line}: ${message}`)];
const QUESTIONS = (count: number) => Array.from({ length: count }, (_, i) => `  - 痛みの質問その${i}です`);

describe('a passage file', () => {
  it('is read into a passage when nothing is wrong with it', () => {
    const { passage, problems } = parse(GOOD_LINES.join('\n'));
    expect(problems).toEqual([]);
    expect(passage).toMatchObject({
      id: 'symptoms/pain-endure',
      topic: 'pain',
      reviewed: null,
      writtenOn: '2026-11-23',
      nextReview: '2027-11-23',
    });
    expect(passage?.body.map((block) => block.kind)).toEqual(['paragraph', 'list', 'paragraph']);
    expect(passage?.body[1]).toEqual({
      kind: 'list',
      items: ['痛む場所と時間を書く', '看護師や薬剤師に話す'],
    });
  });

  it('is read the same with the line ends of Windows', () => {
    const windows = parse(GOOD_LINES.join('\r\n'));
    expect(windows).toEqual(parse(GOOD_LINES.join('\n')));
  });

  it.each([
    ['no front matter', '痛みは我慢しないでください。\n', 1, 'a passage begins with "---"'],
    [
      'front matter that does not end',
      GOOD_LINES.filter((line, i) => i === 0 || line !== '---').join('\n'),
      1,
      'a passage begins with "---"',
    ],
    ['an unknown key', withLine(16, 'reviewed: null', 'author: 山田'), 17, '"author": Unrecognized key'],
    [
      'an unknown key of a source',
      withLine(14, '    date: 2026-11-23', '    page: 3'),
      15,
      '"sources.0.page": Unrecognized key',
    ],
    ['a missing key', withLine(4), 2, '"title": Invalid input'],
    [
      'an unknown topic, with the one that was meant',
      withLine(3, 'topic: pains'),
      3,
      'unknown topic "pains"; did you mean "pain"?',
    ],
    [
      'an id that is not its place',
      withLine(2, 'id: symptoms/pain'),
      2,
      'id "symptoms/pain" is not the file\'s place; write "symptoms/pain-endure"',
    ],
    ['an id in other letters', withLine(2, 'id: Symptoms/痛み'), 2, '"id": write an id as chapter/name'],
    [
      'a topic of another chapter',
      withLine(3, 'topic: sick-pay'),
      3,
      'topic "sick-pay" is of chapter "money"; move the file to knowledge/passages/money/',
    ],
    ['too few questions', withLine(8), 5, '"questions": give at least 3 ways to ask'],
    ['too many questions', withLine(8, ...QUESTIONS(7)), 5, '"questions": give at most 8 ways to ask'],
    ['a question that is no text', withLine(7, '  - 12'), 7, '"questions.1": Invalid input'],
    [
      'the same question twice',
      withLine(7, '  - 痛みは我慢したほうがよいのでしょうか'),
      5,
      'the same question stands here twice',
    ],
    [
      'a title that is too long',
      withLine(4, `title: ${'痛'.repeat(31)}`),
      4,
      '"title": at most 30 characters',
    ],
    [
      'a day that does not exist',
      withLine(15, 'written_on: 2026-02-30'),
      15,
      '"written_on": write a day as 2026-11-23',
    ],
    [
      'a day in another form',
      withLine(17, 'next_review: 2027年11月'),
      17,
      '"next_review": write a day as 2026-11-23',
    ],
    [
      'a date of a source in another form',
      withLine(14, '    date: 去年'),
      14,
      '"sources.0.date": write a date as 2026, 2026-11 or 2026-11-23',
    ],
    ['a source without its place', withLine(13), 12, '"sources.0": give either "url" or "document"'],
    [
      'a source with two places',
      withLine(13, '    url: https://example.jp/', '    document: 本'),
      12,
      '"sources.0": give either "url" or "document"',
    ],
    [
      'a source whose address is none',
      withLine(13, '    url: example.jp'),
      13,
      '"sources.0.url": Invalid URL',
    ],
    [
      'no source',
      GOOD_LINES.toSpliced(10, 4, 'sources: []').join('\n'),
      11,
      '"sources": name at least one source',
    ],
    [
      'a next review before it was written',
      withLine(17, 'next_review: 2026-11-22'),
      17,
      'the next review must be later than written_on',
    ],
    [
      'a review older than the text',
      withLine(16, 'reviewed: {by: 佐藤, on: 2026-11-22}'),
      16,
      'the review is older than written_on',
    ],
    ['a key that stands twice', withLine(4, 'title: 痛み', 'title: 痛いです'), 5, 'Map keys must be unique'],
    ['YAML that does not parse', withLine(10, '  - "閉じない引用'), 10, ''],
    ['a text that YAML takes for a reference', withLine(7, '  - *大事なところ'), 7, ''],
  ])('reports %s with its file and line', (_, text, line, message) => {
    expect(parse(text).passage).toBeNull();
    expect(problemsOf(text)[0]).toEqual(at(line, message)[0]);
  });

  it('reports every fault at once, not the first alone', () => {
    const text = GOOD_LINES.toSpliced(2, 1, 'topic: pains')
      .toSpliced(16, 1, 'next_review: 2020-01-01')
      .join('\n');
    expect(problemsOf(text)).toEqual([...at(3, 'unknown topic'), ...at(17, 'the next review')]);
  });

  it('reports faults of the body beside those of the front matter', () => {
    const text = withLine(25, '# 見出し').replace('topic: pain', 'topik: pain');
    expect(problemsOf(text).map((line) => line.split(':')[1])).toEqual(expect.arrayContaining(['3', '25']));
  });
});
