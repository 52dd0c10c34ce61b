import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Segment, wordChanges } from '../../../src/knowledge/diff/word-changes.ts';

const joined = (rows: readonly (readonly Segment[])[]) =>
  rows
    .flat()
    .map(({ text }) => text)
    .join('');
const changed = (segments: readonly Segment[]) =>
  segments.filter((one) => one.changed).map(({ text }) => text);

describe('two texts side by side', () => {
  it('mark the words that changed within a sentence, and leave the others alone', () => {
    const rows = wordChanges(
      '髪は抜けます。痛みは我慢せず、担当医に伝えてください。',
      '髪は抜けます。痛みは我慢せず、看護師に伝えてください。',
    );
    expect(rows.map(({ same }) => same)).toEqual([true, false]);
    expect(changed(rows[1]?.before ?? [])).toEqual(['担当医']);
    expect(changed(rows[1]?.now ?? [])).toEqual(['看護師']);
  });

  it('put an added sentence beside nothing', () => {
    const rows = wordChanges('はい。\nおわり。', 'はい。\nあとで電話します。\nおわり。');
    expect(rows.filter(({ same }) => !same)).toEqual([
      { same: false, before: [], now: [{ text: 'あとで電話します。\n', changed: true }] },
    ]);
  });

  it('show sentences that have little in common as wholly different', () => {
    const rows = wordChanges('今日は休みます。', '費用の相談先をお知らせします。');
    expect(rows.every(({ before, now }) => before.length === 0 || now.length === 0)).toBe(true);
  });

  it('lose not a letter of either', () => {
    const text = fc.string({
      unit: fc.constantFrom('あ', '痛', '。', '、', '\n', '」', '！', 'a', '・', ' '),
    });
    fc.assert(
      fc.property(text, text, (before, now) => {
        const rows = wordChanges(before, now);
        expect(joined(rows.map((row) => row.before))).toBe(before);
        expect(joined(rows.map((row) => row.now))).toBe(now);
      }),
    );
  });
});
