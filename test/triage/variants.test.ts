import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMemory } from '../../src/triage/memory.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { atLeastAs } from './as-urgent.ts';
import { endings, LOST_IN_KANA, spellings, type Variant } from './variants.ts';

const { triage, handbook, analyser } = builtKnowledge();
const written = spellings((text) => analyser.analyse(text).tokens);
const examples = handbook.triage.rules.flatMap((rule) =>
  rule.examples.flatMap((text) => (typeof text === 'string' ? [{ rule, text }] : [])),
);

const found = (rule: (typeof examples)[number]['rule'], text: string) =>
  atLeastAs(rule, triage.assess(text, emptyMemory(), 0).verdict);

/** A wish that begins with an excuse is still one, but a greeting that says more is no longer a greeting. */
const fits = (rule: (typeof examples)[number]['rule'], variant: Variant) =>
  rule.kind !== 'wish' || variant.name !== 'polite opening';

describe('an example written otherwise', () => {
  it.each(written.map((variant) => [variant.name, variant] as const))('is found: %s', (_, variant) => {
    const lost = examples
      .filter(({ rule, text }) => fits(rule, variant) && !found(rule, variant.of(text)))
      .map(({ text }) => text)
      .filter((text) => !(variant.soundOnly && LOST_IN_KANA.has(text)));
    expect(lost).toEqual([]);
  });

  it('is found with endings of politeness and dialect', () => {
    const dangerous = examples.filter(({ rule }) => rule.kind !== 'wish');
    const lost = dangerous.flatMap(({ rule, text }) =>
      endings(text)
        .map((ending) => ending.of(text))
        .filter((said) => !found(rule, said)),
    );
    expect(lost).toEqual([]);
  });

  it('is found with several of these at once', () => {
    const dangerous = examples.filter(({ rule }) => rule.kind !== 'wish');
    const sight = written.filter((variant) => !variant.soundOnly);
    fc.assert(
      fc.property(
        fc.constantFrom(...dangerous),
        fc.subarray([...sight], { maxLength: 3 }),
        fc.nat(20),
        ({ rule, text }, variants, which) => {
          const ends = endings(text);
          const ended = ends.length > 0 ? (ends[which % ends.length]?.of(text) ?? text) : text;
          expect(
            found(
              rule,
              variants.reduce((said, variant) => variant.of(said), ended),
            ),
          ).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });
});
