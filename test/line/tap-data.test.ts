import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OFFERS } from '../../src/conversation/offers.ts';
import type { Tap } from '../../src/conversation/patient-event.ts';
import { type PassageId, passageId } from '../../src/knowledge/passage.ts';
import { SURVEY_QUESTIONS, SURVEY_STEPS } from '../../src/knowledge/survey.ts';
import { readTap, writeTap } from '../../src/line/tap-data.ts';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

/** LINE: data of a postback has at most 300 characters. */
const DATA_LIMIT = 300;
const name = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const passage = fc.tuple(name, name).map(([chapter, slug]) => passageId.parse(`${chapter}/${slug}`));
const caseId = fc.stringMatching(/^[\w-]{1,64}$/);
const tap: fc.Arbitrary<Tap> = fc.oneof(
  passage.map((id): Tap => ({ kind: 'show-passage', passage: id })),
  fc.tuple(passage, fc.boolean()).map(([id, helpful]): Tap => ({ kind: 'rate', passage: id, helpful })),
  fc.constantFrom(...OFFERS).map((offer): Tap => ({ kind: 'take-offer', offer })),
  name.map((input): Tap => ({ kind: 'guide', input })),
  fc.constantFrom('東京都府中市', '広島県府中市', '北海道').map((label): Tap => ({ kind: 'place', label })),
  fc.boolean().map((given): Tap => ({ kind: 'consent', given })),
  fc
    .tuple(caseId, fc.constantFrom(...SURVEY_QUESTIONS), fc.constantFrom(...SURVEY_STEPS))
    .map(([id, question, step]): Tap => ({ kind: 'survey', caseId: id, question, step })),
  caseId.map((id): Tap => ({ kind: 'survey-skip', caseId: id })),
);

describe('the data of a button', () => {
  it('is read back as the tap that was written', () => {
    fc.assert(
      fc.property(tap, (written) => {
        const data = writeTap(written);
        expect(readTap(data)).toEqual(written);
        expect(data.length).toBeLessThanOrEqual(DATA_LIMIT);
      }),
    );
  });

  it('fits LINE’s limit for every passage of the handbook', () => {
    const ids: PassageId[] = builtKnowledge().handbook.passages.map((p) => p.id);
    const longest = ids.map((id) => writeTap({ kind: 'rate', passage: id, helpful: false }).length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(DATA_LIMIT);
  });

  it.each([
    '',
    'action=buyItem&itemId=123123',
    'offer=pizza',
    'offer=',
    'show=',
    'rate=&helpful=1',
    'survey=01CASE&q=purpose&step=5',
    'survey=01CASE&q=purpose&step=04',
    'survey=01CASE&q=weather&step=4',
    'survey=01CASE&comment=1',
    'survey=&q=purpose&step=4',
    `survey=${'x'.repeat(65)}&q=purpose&step=4`,
    "survey=' or 1=1 --&q=purpose&step=4",
    '%%%',
    'がん',
  ])('is not ours when it is «%s»', (data) => {
    expect(readTap(data)).toBeNull();
  });

  it('never stops the program, whatever it is', () => {
    const ours = fc.tuple(tap, anyText(10)).map(([written, more]) => `${writeTap(written)}&${more}`);
    fc.assert(
      fc.property(fc.oneof(anyText(), ours), (data) => {
        const read = readTap(data);
        if (read !== null) expect(readTap(writeTap(read))).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });
});
