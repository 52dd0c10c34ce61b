import { describe, expect, it } from 'vitest';
import { decide } from '../../src/conversation/decide.ts';
import type { PatientEvent } from '../../src/conversation/patient-event.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { topicOf, whatToCount } from '../../src/intake/what-to-count.ts';
import type { PassageId } from '../../src/knowledge/passage.ts';
import { knowledgeWith, setting, text } from '../conversation/conversation.ts';

const at = (iso: string) => Date.parse(iso);
const NOON = at('2026-11-24T12:00:00+09:00');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
type Turn = readonly [PatientEvent, number];

/** The keys of what each turn of one patient counts, as `desk:chat`. */
function count(...turns: readonly Turn[]): string[][] {
  let previous: ConversationState | null = null;
  return turns.map(([event, nowMs]) => {
    const decision = decide(previous, event, setting({ nowMs }));
    const counts = whatToCount(event, decision, previous, nowMs);
    previous = decision.state;
    return counts.map(({ kind, key }) => `${kind}:${key}`);
  });
}
const desks = (...turns: readonly Turn[]) =>
  count(...turns).map((keys) => keys.filter((key) => key.startsWith('desk:')));
const tap = (offer: 'support_line' | 'centre' | 'second_opinion'): PatientEvent => ({
  kind: 'tap',
  tap: { kind: 'take-offer', offer },
});
const guide = (input: string): PatientEvent => ({ kind: 'tap', tap: { kind: 'guide', input } });
const HELLO = text('こんにちは');

describe('a person who writes', () => {
  it('is counted once a day, the first message of all among them', () => {
    expect(desks([HELLO, NOON], [HELLO, NOON + HOUR_MS], [{ kind: 'sticker' }, NOON + DAY_MS])).toEqual([
      ['desk:chat'],
      [],
      ['desk:chat'],
    ]);
  });

  it('is counted by the day in Tokyo, whose midnight is 15:00 UTC', () => {
    expect(
      desks(
        [HELLO, at('2026-11-24T14:59:59.999Z')],
        [HELLO, at('2026-11-24T15:00:00.000Z')],
        [HELLO, at('2026-11-25T14:59:59.999Z')],
      ),
    ).toEqual([['desk:chat'], ['desk:chat'], []]);
  });

  it('is counted although they became a friend, or tapped a button, earlier that day', () => {
    expect(desks([{ kind: 'follow' }, NOON], [guide('continue'), NOON + 1], [HELLO, NOON + 2])).toEqual([
      [],
      ['desk:second_opinion'],
      ['desk:chat'],
    ]);
  });

  it('is counted again after a silence of weeks, and a counselor who talks with them changes nothing', () => {
    const first = decide(null, HELLO, setting({ nowMs: NOON }));
    const later = NOON + 30 * DAY_MS;
    const relayed = decide(first.state, HELLO, setting({ nowMs: later, person: 'talking' }));
    expect(whatToCount(HELLO, relayed, first.state, later)).toContainEqual({ kind: 'desk', key: 'chat' });
  });
});

describe('the desks', () => {
  it('count the telephone line each time that it is shown on a wish', () => {
    expect(desks([tap('support_line'), NOON], [text('電話で相談したい'), NOON + 1])).toEqual([
      ['desk:support_line'],
      ['desk:chat', 'desk:support_line'],
    ]);
  });

  it('count a second-opinion guide when it is begun, not its steps, nor a new start on the way', () => {
    const turns = [tap('second_opinion'), guide('purpose.want'), tap('second_opinion'), guide('restart')];
    expect(desks(...turns.map((event, i): Turn => [event, NOON + i]))).toEqual([
      ['desk:second_opinion'],
      [],
      [],
      [],
    ]);
  });

  it('count the guide again when months have passed', () => {
    expect(desks([tap('second_opinion'), NOON], [tap('second_opinion'), NOON + 91 * DAY_MS])).toEqual([
      ['desk:second_opinion'],
      ['desk:second_opinion'],
    ]);
  });

  it('count centres when they are looked up for a place, not when the place is asked for', () => {
    const turns: Turn[] = [
      [text('近くのがん相談支援センターを教えて'), NOON],
      [text('北区'), NOON + 1],
      [text('〒104-0045'), NOON + 2],
      [{ kind: 'location', latitude: 35.681, longitude: 139.767 }, NOON + 3],
    ];
    expect(desks(...turns)).toEqual([['desk:chat'], [], ['desk:centre'], ['desk:centre']]);
  });

  it('count a look-up that finds no centre in reach, and not a place that is not understood', () => {
    expect(desks([{ kind: 'location', latitude: 0, longitude: 0 }, NOON])).toEqual([
      ['desk:chat', 'desk:centre'],
    ]);
    expect(desks([tap('centre'), NOON], [tap('centre'), NOON + 1])).toEqual([[], []]);
  });
});

describe('topics and routes', () => {
  it('count each message in words by its route, and by the topic that it was answered on', () => {
    expect(count([text('抗がん剤で髪は抜けますか'), NOON])).toEqual([
      ['desk:chat', 'topic:hair-loss', 'route:answer'],
    ]);
    expect(count([text('サッカーの日本代表の次の試合はいつですか'), NOON])).toEqual([
      ['desk:chat', 'route:out_of_scope'],
    ]);
    expect(count([text('抗がん剤の治療中に38.5度の熱が出ました'), NOON])[0]).toEqual([
      'desk:chat',
      expect.stringMatching(/^topic:/),
      'route:emergency',
    ]);
  });

  it('count a passage that was chosen once: on the choice, not on the question that offered it', () => {
    const question = text('生検の結果について');
    const offered = decide(null, question, setting({ knowledge: knowledgeWith(0.5) }));
    expect(offered.actions.map((action) => action.kind)).toEqual(['offer-choices']);
    expect(topicOf(offered)).toBeNull();
    const show: PatientEvent = {
      kind: 'tap',
      tap: { kind: 'show-passage', passage: 'symptoms/hair-loss-when' as PassageId },
    };
    expect(count([show, NOON])).toEqual([['topic:hair-loss']]);
  });

  it('count nothing for a rating, a survey, or a group', () => {
    const events: PatientEvent[] = [
      { kind: 'tap', tap: { kind: 'rate', passage: 'symptoms/hair-loss-when' as PassageId, helpful: false } },
      { kind: 'tap', tap: { kind: 'survey', caseId: 'c', question: 'purpose', step: 4 } },
      { kind: 'joined-group' },
    ];
    for (const event of events) expect(count([event, NOON])).toEqual([[]]);
  });
});
