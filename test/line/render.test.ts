import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/conversation/actions.ts';
import { OFFERS } from '../../src/conversation/offers.ts';
import { type Passage, plainText } from '../../src/knowledge/passage.ts';
import {
  type LineMessage,
  MAX_MESSAGES,
  renderMessages,
  TooManyMessagesError,
} from '../../src/line/render/messages.ts';
import { readTap } from '../../src/line/tap-data.ts';
import { checkMessages } from '../../src/simulator/message-schema/check-messages.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { handbook } = builtKnowledge();
const { phrases, passages } = handbook;
const render = (...actions: Action[]) => renderMessages(actions, OFFERS, phrases);
const show = (passage: Passage, related: readonly Passage[] = []): Action => ({
  kind: 'show-passage',
  passage,
  related,
});
const say = (text: string): Action => ({ kind: 'say', text });

/** The first passage, to be changed by a test. */
function aPassage(more: Partial<Passage> = {}): Passage {
  const [first] = passages;
  if (!first) throw new Error('the handbook has no passage');
  return { ...first, ...more };
}

const altTextOf = (message: LineMessage | undefined) => (message?.type === 'flex' ? message.altText : '');

/** Every text that stands in a message, and every postback's data. */
function inside(value: unknown, key: 'text' | 'data' | 'label'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) =>
    k === key && typeof v === 'string' ? [v] : inside(v, key),
  );
}

describe('every passage of the handbook', () => {
  it('becomes messages that LINE finds no fault in, alone and with three others by title', () => {
    const faulty = passages.flatMap((passage, i) => {
      const related = passages.slice(i + 1, i + 4);
      const problems = [
        ...checkMessages(render(show(passage))),
        ...checkMessages(render(show(passage, related))),
      ];
      return problems.map((problem) => `${passage.id} ${problem.property}: ${problem.message}`);
    });
    expect(faulty).toEqual([]);
  });

  it('tells its title and its whole text by the alt text alone', () => {
    const silent = passages.filter(
      (passage) => altTextOf(render(show(passage))[0]) !== `${passage.title}\n${plainText(passage.body)}`,
    );
    expect(silent.map((passage) => passage.id)).toEqual([]);
  });

  it('shows title, body, questions to ask, sources with their dates, and whether a clinician has read it', () => {
    for (const passage of passages) {
      const texts = inside(render(show(passage)), 'text');
      const all = texts.join('\n');
      for (const source of passage.sources) expect(all).toContain(`${source.title}（${source.date}）`);
      for (const question of passage.ask) expect(texts).toContain(`「${question}」`);
      for (const line of plainText(passage.body).split('\n')) expect(texts).toContain(line);
      expect(texts[0]).toBe(passage.title);
      expect(all).toContain(passage.reviewed ? phrases.reviewed : phrases.unreviewed);
    }
  });
});

describe('a passage', () => {
  it('says the day of its review in place of the warning once a clinician has read it', () => {
    const texts = inside(render(show(aPassage({ reviewed: { by: '佐藤医師', on: '2026-11-24' } }))), 'text');
    expect(texts).toContain(`${phrases.reviewed}：2026-11-24`);
    expect(texts).not.toContain(phrases.unreviewed);
    expect(inside(render(show(aPassage({ reviewed: null }))), 'text')).toContain(phrases.unreviewed);
  });

  it('can be rated helpful or not by buttons that name it', () => {
    const passage = aPassage();
    const taps = inside(render(show(passage)), 'data').map(readTap);
    expect(taps).toContainEqual({ kind: 'rate', passage: passage.id, helpful: true });
    expect(taps).toContainEqual({ kind: 'rate', passage: passage.id, helpful: false });
  });

  it('leads to related ones by buttons with their titles', () => {
    const [passage, ...related] = passages.slice(0, 3);
    if (!passage) throw new Error('the handbook has no passage');
    const taps = inside(render(show(passage, related)), 'data').map(readTap);
    for (const { id } of related) expect(taps).toContainEqual({ kind: 'show-passage', passage: id });
  });

  it('is within LINE’s limits when its texts are as long as an editor may write, and clipped beyond', () => {
    const title = '👨‍👩‍👧'.repeat(30);
    const long = aPassage({ title, body: [{ kind: 'paragraph', text: '𠮷'.repeat(1000) }] });
    const messages = render(show(long, [long, long]));
    expect(checkMessages(messages)).toEqual([]);
    expect(altTextOf(messages[0]).length).toBeLessThanOrEqual(1500);
    expect(altTextOf(messages[0]).isWellFormed()).toBe(true);
  });
});

describe('passages to choose from', () => {
  const choices = passages.slice(0, 3);
  const [message] = render({ kind: 'offer-choices', text: phrases.choices, choices });

  it('are a clue: buttons, what to ask and whom, all in the alt text too', () => {
    expect(checkMessages([message])).toEqual([]);
    const taps = inside(message, 'data').map(readTap);
    for (const { id } of choices) expect(taps).toContainEqual({ kind: 'show-passage', passage: id });
    const ask = choices.map((p) => `「${p.ask[0]}」`);
    expect(altTextOf(message)).toBe(
      [
        phrases.choices,
        ...choices.map((p) => `・${p.title}`),
        phrases.clue_ask,
        ...ask,
        phrases.clue_whom,
      ].join('\n'),
    );
  });
});

describe('the quick replies', () => {
  it('stand on the last message alone, where LINE shows them', () => {
    const messages = render(say('一'), say('二'), show(aPassage()));
    expect(messages.map((message) => message.quickReply !== undefined)).toEqual([false, false, true]);
    expect(checkMessages(messages)).toEqual([]);
  });

  it('hold each offered way to a person, in the order given, with a label from the phrases', () => {
    const [message] = render(say('一'));
    const items = message?.quickReply?.items ?? [];
    const taps = items.flatMap((item) => inside(item, 'data')).map((data) => readTap(data));
    const offered = taps.flatMap((tap) => (tap?.kind === 'take-offer' ? [tap.offer] : []));
    expect(offered).toEqual([...OFFERS]);
    expect(items.flatMap((item) => inside(item, 'label'))).toContain(phrases.offer_support_line);
  });

  it('are left out where none is offered', () => {
    const [message] = renderMessages([say('グループ')], [], phrases);
    expect(message).toEqual({ type: 'text', text: 'グループ' });
  });
});

describe('an answer', () => {
  it('of nothing is no message', () => {
    expect(renderMessages([], OFFERS, phrases)).toEqual([]);
  });

  it('of more than five messages is refused, not split', () => {
    const five = Array.from({ length: MAX_MESSAGES }, (_, i) => say(String(i)));
    expect(render(...five)).toHaveLength(5);
    expect(() => render(...five, say('六'))).toThrow(TooManyMessagesError);
  });

  it('is taken by LINE for every phrase that it can say', () => {
    for (const text of Object.values(phrases)) expect(checkMessages(render(say(String(text))))).toEqual([]);
  });
});
