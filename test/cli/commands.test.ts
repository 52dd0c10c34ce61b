import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/cli/build/paths.ts';
import { run } from './command-line.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const commands = Object.entries(scripts).map(([name, script]) => ({
  name,
  script,
  file: `${script.split(' ').at(-1)}.ts`,
}));

describe('every npm script', () => {
  it('goes through the one door that installs what is missing and runs the project’s own Node', () => {
    const others = commands.filter(({ script }) => !/^node src\/cli\/launch\.mjs [a-z./-]+$/.test(script));
    expect(others).toEqual([]);
    expect(commands.length).toBeGreaterThan(5);
  });

  it.each(commands)('$name prints its help and does nothing else', async ({ name, file }) => {
    const { code, out, err } = await run(file, ['--help']);
    expect(err).toBe('');
    expect(code).toBe(0);
    const [firstLine = ''] = out.split('\n');
    expect(firstLine).toMatch(new RegExp(`^npm (run (-s )?)?${name}\\b`));
  });
});

describe('tokenize --json', () => {
  it('prints an array of words a line, also for an empty line and for lines that hold other line ends', async () => {
    const input = ['抗癌剤の副作用がつらい', '', 'ﾘﾝﾊﾟ\r浮腫\u2028です', '😭', 'zzqxv'];
    const { code, lines } = await run('tokenize.ts', ['--json'], `${input.join('\n')}\n`);
    expect(code).toBe(0);
    const words = lines.map(
      (line) => JSON.parse(line) as { surface: string; base: string; pos: string; reading: string | null }[],
    );
    expect(words).toHaveLength(input.length);
    expect(words[0]?.map((word) => word.surface).join('')).toBe('抗がん剤の副作用がつらい');
    expect(words[0]?.[0]).toEqual({
      surface: '抗がん剤',
      base: '抗がん剤',
      pos: '名詞',
      reading: 'コウガンザイ',
    });
    expect(words[1]).toEqual([]);
    expect(words[4]).toEqual([expect.objectContaining({ surface: 'zzqxv', reading: null })]);
  });

  it('shows the analyser’s steps with --explain', async () => {
    const { lines } = await run('tokenize.ts', ['--json', '--explain'], '乳癌の手術\n');
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      normal: '乳がんの手術',
      words: ['乳がん', '手術'],
      kanaOnly: false,
    });
  });
});

describe('knowledge', () => {
  it('check says how many passages there are when there is no problem', async () => {
    expect(await run('knowledge.ts', ['check'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+ passages, no problem/m),
    });
  });

  it.each([
    ['nothing', [], /Say what to do/],
    ['a word that there is not', ['chek'], /There is no "knowledge chek"/],
  ])('shows its help for %s, and exits with 1', async (_, args, message) => {
    const { code, err } = await run('knowledge.ts', args);
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(err).toContain('npm run -s knowledge -- check');
  });
});
