import { describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/conversation/routes.ts';
import { checkMessages } from '../../src/simulator/message-schema/check-messages.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { run } from './command-line.ts';

type Answer = {
  text: string;
  route: string;
  rule: string | null;
  passages: { id: string; topic: string; title: string; score: number }[];
  confidence: number;
  messages: object[];
};
const answersOf = (lines: readonly string[]) => lines.map((line) => JSON.parse(line) as Answer);

const STRANGE = [
  '抗がん剤で髪は抜けますか',
  'かみのけはいつぬけますか',
  '😭😭👨‍👩‍👧',
  '\u0001\u0007痛い\u001b[31m\u000b\u000c',
  '前の行\r後の行\u2028さらに\u2029後',
  '\u202eがん\u200f\u202c',
  '痛'.repeat(5000),
  'カ'.repeat(5000),
  '　 ',
  '__proto__',
  '{"json":"?"}',
  '--help',
];

describe('ask --json', () => {
  it('prints one object a line, in order, for whatever stands on the lines', async () => {
    const { code, lines, err } = await run('ask.ts', ['--json'], `${STRANGE.join('\n')}\n`);
    expect(err).toBe('');
    expect(code).toBe(0);
    const answers = answersOf(lines);
    expect(answers.map((answer) => answer.text)).toEqual(STRANGE);
    const topics = new Set(builtKnowledge().handbook.topics.map((topic) => topic.id));
    for (const answer of answers) {
      expect(Object.keys(answer)).toEqual(
        expect.arrayContaining(['text', 'route', 'rule', 'passages', 'confidence', 'messages']),
      );
      expect(ROUTES).toContain(answer.route);
      expect(answer.passages.length).toBeLessThanOrEqual(3);
      expect(answer.passages.every((passage) => topics.has(passage.topic))).toBe(true);
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
      expect(checkMessages(answer.messages)).toEqual([]);
    }
    expect(answers[0]).toMatchObject({ route: 'answer', passages: [{ topic: 'hair-loss' }, {}, {}] });
  });

  it('answers bytes that are no UTF-8, such as half a surrogate pair, and a last line without an end', async () => {
    const halfPair = Buffer.from([0xed, 0xa0, 0xbd]);
    const input = Buffer.concat([
      halfPair,
      Buffer.from('痛み\n'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\nかゆい'),
    ]);
    const answers = answersOf((await run('ask.ts', ['--json'], input)).lines);
    expect(answers).toHaveLength(3);
    expect(answers[0]?.text).toMatch(/^\ufffd+痛み$/);
    expect(answers[2]?.text).toBe('かゆい');
  });

  it('takes the line ends of Windows, and an empty line as an empty message', async () => {
    const answers = answersOf((await run('ask.ts', ['--json'], '痛いです\r\n\r\n眠れません\r\n')).lines);
    expect(answers.map((answer) => answer.text)).toEqual(['痛いです', '', '眠れません']);
  });

  it('prints nothing for no line', async () => {
    expect(await run('ask.ts', ['--json'], '')).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('takes each line for a new patient, and with --turns for a turn until an empty line', async () => {
    const nonsense = '冷蔵庫の霜取りのしかた';
    const input = `${nonsense}\n${nonsense}\n\n${nonsense}\n`;
    const [alone, again, empty, last] = answersOf((await run('ask.ts', ['--json'], input)).lines);
    expect(again).toEqual(alone);
    expect(empty?.text).toBe('');
    expect(last).toEqual(alone);
    const turns = answersOf((await run('ask.ts', ['--json', '--turns'], input)).lines);
    expect(turns).toHaveLength(3);
    expect(turns[0]).toEqual(alone);
    expect(turns[1]?.route).toBe('unclear');
    expect(JSON.stringify(turns[1]?.messages)).toContain('0570-02-3410');
    expect(turns[2]).toEqual(alone);
  });

  it('gives the same for the same clock, and looks at it', async () => {
    const at = (now: string) =>
      run('ask.ts', ['--json', '--now', now], '電話で相談したい\n').then(({ out }) => out);
    const [open, again, night] = await Promise.all([
      at('2026-11-24T11:00:00+09:00'),
      at('2026-11-24T11:00:00+09:00'),
      at('2026-11-24T23:00:00+09:00'),
    ]);
    expect(open).toBe(again);
    expect(open).not.toBe(night);
    expect(JSON.parse(open)).toMatchObject({ route: 'support_line' });
  });
});

describe('ask', () => {
  it('shows what LINE would show, and why', async () => {
    const { code, out } = await run('ask.ts', ['抗がん剤で髪は抜けますか']);
    expect(code).toBe(0);
    expect(out).toMatch(/route {5}answer/);
    expect(out).toMatch(/passage {3}symptoms\/hair-loss/);
    expect(out).toMatch(/why {7}confidence 0\.\d\d/);
  });

  it.each([
    ['--now without a time', ['--json', '--now', 'きのう'], /--now "きのう" is not a time/],
    ['no question', [], /Write a question/],
    ['an option that there is not', ['--jsn'], /--jsn/],
  ])('says in one line what is wrong with %s, and exits with 1', async (_, args, message) => {
    const { code, out, err } = await run('ask.ts', args);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.split('\n')[0]).toMatch(message);
    expect(err).not.toMatch(/\n {4}at /);
  });
});
