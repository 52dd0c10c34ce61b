import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TryParts, tryHandbook } from '../../src/cli/knowledge/try.ts';
import { copyHandbook, type HandbookCopy } from '../fixtures/handbook-copy.ts';
import { run } from './command-line.ts';

const NOW = '2026-11-24T11:00:00+09:00';
const PAIN = 'knowledge/passages/symptoms/pain-endure.md';
const PAIN_QUESTION = 'がんの痛みは我慢したほうがよいのでしょうか';

describe('knowledge try over a pipe', () => {
  it('shows what LINE would show, keeps the state over turns, and taps buttons by their number', async () => {
    const lines = [
      '先週から抗がん剤の治療を受けています',
      '38度の熱が出てきた',
      ':reset',
      '38度の熱が出てきた',
    ];
    const { code, out, err } = await run('knowledge.ts', ['try', '--now', NOW], `${lines.join('\n')}\n`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [before = '', after = ''] = out.split('― a new patient');
    expect(before).toMatch(/いますぐ.*病院に電話/);
    expect(after).not.toMatch(/いますぐ.*病院に電話/);
  });

  it('explains route, rule, reasons and the passages that were compared', async () => {
    const { out } = await run(
      'knowledge.ts',
      ['try', '--explain', '--now', NOW],
      `${PAIN_QUESTION}\n:explain\n胸が急に締めつけられて息ができません\n`,
    );
    expect(out).toMatch(/^route {5}answer$/m);
    expect(out).toMatch(/^why {7}confidence \d\.\d\d/m);
    expect(out).toMatch(/^compared {2}\d\.\d{3} symptoms\/pain-endure .*$/m);
    expect(out).toMatch(/title \d\.\d\d, questions \d\.\d\d, .*nearest 「がんの痛みは我慢/);
    expect(out.split('― why is hidden')[1]).not.toContain('route ');
  });

  it('follows buttons and readings as a phone would, and says what it does not know', async () => {
    const typed = [PAIN_QUESTION, ':plain', ':99', ':zzz', ':help', ':quit', '読まれない行'];
    const { code, out } = await run('knowledge.ts', ['try', '--now', NOW], `${typed.join('\n')}\n`);
    expect(code).toBe(0);
    expect(out).toContain('おしっこが出にくい。');
    expect(out).toMatch(/There are \d+ buttons under the last answer\./);
    expect(out).toContain('There is no order ":zzz".');
    expect(out).toContain(':again');
    const more = Number(/:(\d+) もっと読む/.exec(out)?.[1]);
    const read = await run('knowledge.ts', ['try', '--now', NOW], `${PAIN_QUESTION}\n:${more}\n`);
    expect(read.out).toContain('痛みをとることは、ぜいたくではなく');
  });
});

describe('knowledge try while the handbook is edited', () => {
  let copy: HandbookCopy;
  beforeAll(() => {
    copy = copyHandbook();
  });
  afterAll(() => copy.remove());

  /** A talk on the copy; each step writes or types. */
  async function talk(steps: (string | (() => void | Promise<void>))[]): Promise<string> {
    const printed: string[] = [];
    async function* lines(): AsyncGenerator<string> {
      for (const step of steps) {
        if (typeof step === 'string') yield step;
        else await step();
      }
    }
    const parts: TryParts = {
      places: copy.places,
      reviewedOnly: false,
      explain: false,
      now: () => Date.parse(NOW),
      lines: lines(),
      print: (text) => printed.push(text),
      prompt: () => undefined,
    };
    await tryHandbook({
      ...parts,
      print: (text) => {
        printed.push(text);
        seen = printed.join('\n');
      },
    });
    return printed.join('\n');
  }
  let seen = '';
  const until = (words: string) => async () => {
    for (let waited = 0; waited < 60_000 && !seen.includes(words); waited += 50) await sleep(50);
    expect(seen).toContain(words);
  };

  it('takes up what was saved by itself, and says so', async () => {
    const text = copy.read(PAIN);
    const out = await talk([
      PAIN_QUESTION,
      () => copy.write(PAIN, text.replace('痛みは我慢せず、', '痛みはこらえず、')),
      until('from now on'),
      PAIN_QUESTION,
    ]);
    const [before = '', after = ''] = out.split('from now on');
    expect(before).toContain('痛みは我慢せず、');
    expect(after).toContain('痛みはこらえず、');
    copy.write(PAIN, text);
  });

  it('shows the problems of a broken file, stays with the last good handbook, and takes it up once mended', async () => {
    const text = copy.read(PAIN);
    const out = await talk([
      ':again',
      () => copy.write(PAIN, text.replace('topic: pain', 'topic: pains')),
      ':again',
      PAIN_QUESTION,
      () => copy.write(PAIN, text.replace('痛みは我慢せず、', '痛みは早めに、')),
      ':again',
      PAIN_QUESTION,
    ]);
    expect(out).toContain(`― ${PAIN}:3: unknown topic "pains"; did you mean "pain"?`);
    const [, broken = '', mended = ''] = out.split(/goes on answering|from now on/).slice(-3);
    expect(broken).toContain('痛みは我慢せず、');
    expect(mended).toContain('痛みは早めに、');
    copy.write(PAIN, text);
  });

  it('begins with the last good handbook when a file is broken from the start', async () => {
    const text = copy.read(PAIN);
    copy.write(PAIN, text.replace('reviewed: null', ''));
    const out = await talk([PAIN_QUESTION]);
    expect(out).toContain('the last good handbook answers');
    expect(out).toContain('夜でもすぐ病院に連絡してください');
    copy.write(PAIN, text);
  });
});
