import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkMessages } from '../../src/simulator/message-schema/check-messages.ts';
import { countGraphemes } from '../../src/simulator/message-schema/lengths.ts';

// What people write as one character: kana, composed and decomposed, families, flags, skin tones, variants, surrogates.
const character = fc.constantFrom(
  'あ',
  '漢',
  'a',
  'か\u3099',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  '🇯🇵',
  '❤️‍🔥',
  '𠮷',
  '葛\u{e0100}',
  '🍎',
);
const characters = (minLength: number, maxLength: number) => fc.array(character, { minLength, maxLength });

// A joiner or a flag's half that meets its neighbour makes fewer characters than were drawn; these do not.
const apart = (parts: string[]) =>
  parts.join('').length === parts.reduce((sum, part) => sum + part.length, 0) &&
  countGraphemes(parts.join('')) === parts.length;

const labelled = (label: string) => [
  {
    type: 'text',
    text: '質問',
    quickReply: { items: [{ type: 'action', action: { type: 'message', label, text: 'はい' } }] },
  },
];

describe('limits, whatever the characters', () => {
  test('a text is counted in UTF-16 units', () => {
    fc.assert(
      fc.property(fc.nat(40), characters(1, 20), (spare, parts) => {
        const text = 'あ'.repeat(5000 - spare) + parts.join('');
        const isGood = checkMessages([{ type: 'text', text }]).length === 0;
        expect(isGood).toBe(text.length <= 5000);
      }),
    );
  });

  test('a label is counted in characters as people see them', () => {
    fc.assert(
      fc.property(characters(1, 40).filter(apart), (parts) => {
        const isGood = checkMessages(labelled(parts.join(''))).length === 0;
        expect(isGood).toBe(parts.length <= 20);
      }),
    );
  });

  test('a label never has more characters than units, and joining labels never adds any', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(countGraphemes(one)).toBeLessThanOrEqual(one.length);
        expect(countGraphemes(one + other)).toBeLessThanOrEqual(countGraphemes(one) + countGraphemes(other));
      }),
    );
  });

  test('anything at all is judged without an error, and a problem always says where', () => {
    const type = fc.constantFrom('text', 'flex', 'template', 'image', 'location', 'sticker', 'other');
    const message = fc.record(
      { type, text: fc.anything(), contents: fc.anything(), template: fc.anything(), altText: fc.anything() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.array(message, { maxLength: 6 })), (value) => {
        for (const problem of checkMessages(value)) {
          expect(problem.property.startsWith('messages')).toBe(true);
          expect(problem.message).not.toBe('');
        }
      }),
    );
  });

  test('a property that LINE does not know is refused wherever it stands in a Flex Message', () => {
    const leaf = fc.constant({ type: 'text', text: '案内' });
    const { tree } = fc.letrec<{ tree: Record<string, unknown> }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({
          type: fc.constant('box'),
          layout: fc.constant('vertical'),
          contents: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        }),
      ),
    }));
    const wrap = (component: unknown) => [
      {
        type: 'flex',
        altText: '案内',
        contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents: [component] } },
      },
    ];
    const spoil = (component: Record<string, unknown>): Record<string, unknown> => {
      const [first] = Array.isArray(component.contents) ? component.contents : [];
      return first ? { ...component, contents: [spoil(first)] } : { ...component, surprise: 1 };
    };
    fc.assert(
      fc.property(tree, (component) => {
        expect(checkMessages(wrap(component))).toEqual([]);
        expect(checkMessages(wrap(spoil(component)))).toMatchObject([{ message: 'unknown field' }]);
      }),
    );
  });
});
