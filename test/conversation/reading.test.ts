import { describe, expect, it } from 'vitest';
import { decide } from '../../src/conversation/decide.ts';
import type { Decision } from '../../src/conversation/decision.ts';
import type { PatientEvent } from '../../src/conversation/patient-event.ts';
import { freshState } from '../../src/conversation/state.ts';
import type { PassageId } from '../../src/knowledge/passage.ts';
import { renderDecision } from '../../src/line/render/decision.ts';
import { readTap } from '../../src/line/tap-data.ts';
import { checkMessages } from '../../src/simulator/message-schema/check-messages.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { NOW, setting, text } from './conversation.ts';

const knowledge = builtKnowledge();
const { phrases } = knowledge.handbook;
const HAIR = 'symptoms/hair-loss-when' as PassageId;
const passage = knowledge.handbook.passages.find((one) => one.id === HAIR);

/** The decisions on a whole conversation, in order. */
function talk(...events: PatientEvent[]): Decision[] {
  const decisions: Decision[] = [];
  for (const event of events) decisions.push(decide(decisions.at(-1)?.state ?? null, event, setting()));
  return decisions;
}
const last = (decisions: Decision[]) => decisions.at(-1) as Decision;
const shown = (decision: Decision) => JSON.stringify(renderDecision(decision, knowledge));
const asks = text('抗がん剤で髪は抜けますか');

describe('reading on', () => {
  it('shows the full form of the passage with its dates, by the button or by 「もっと読む」', () => {
    const byTap = last(talk(asks, { kind: 'tap', tap: { kind: 'read-more', passage: HAIR } }));
    const byText = last(talk(asks, text('もっと読む')));
    for (const decision of [byTap, byText]) {
      expect(decision.actions).toEqual([{ kind: 'read-more', passage }]);
      expect(shown(decision)).toContain(phrases.next_review);
      expect(shown(decision)).toContain(passage?.writtenOn);
      expect(checkMessages(renderDecision(decision, knowledge))).toEqual([]);
    }
  });

  it('is offered by a button under the answer', () => {
    const [answer] = talk(asks);
    const data = [...shown(answer as Decision).matchAll(/"data":"([^"]*)"/g)].map((match) =>
      readTap(match[1] ?? ''),
    );
    expect(data).toContainEqual({ kind: 'read-more', passage: HAIR });
    expect(data).toContainEqual({ kind: 'set-reading', reading: 'plain', passage: HAIR });
    expect(data).toContainEqual({ kind: 'set-reading', reading: 'furigana', passage: HAIR });
  });

  it('is taken for a question where nothing was shown before', () => {
    expect(last(talk(text('もっと読む'))).actions[0]?.kind).not.toBe('read-more');
  });
});

describe('a patient who asks for another way of reading', () => {
  it.each(['やさしい日本語でお願いします', 'やさしい言葉で', 'かんたんな日本語にして'])(
    '「%s」 gets the same passage in easy Japanese with readings, and the next one too',
    (wish) => {
      const decisions = talk(asks, text(wish), text('吐き気がつらいときの食べ方は'));
      expect(decisions[1]?.actions[0]).toMatchObject({ kind: 'show-plain', passage: { id: HAIR } });
      expect(decisions[2]?.actions[0]).toMatchObject({ kind: 'show-plain' });
      expect(shown(last(decisions))).toMatch(/[\p{Script=Han}]（[ぁ-ゖー]+）/u);
      expect(checkMessages(renderDecision(last(decisions), knowledge))).toEqual([]);
    },
  );

  it.each(['ふりがなをつけて', '漢字が読めません', 'ルビをふって'])(
    '「%s」 gets readings behind hard words',
    (wish) => {
      const decision = last(talk(asks, text(wish)));
      expect(decision.actions[0]).toMatchObject({ kind: 'show-passage', passage: { id: HAIR } });
      expect(shown(decision)).toMatch(/[\p{Script=Han}]（[ぁ-ゖー]+）/u);
    },
  );

  it('is told so where nothing was shown yet', () => {
    expect(last(talk(text('ふりがな'))).actions).toEqual([
      { kind: 'say', text: phrases.reading_set_furigana },
    ]);
  });

  it('keeps it over days, and goes back by 「ふつうの文」', () => {
    const plain = last(talk(asks, text('やさしい日本語')));
    const later = decide(plain.state, asks, setting({ nowMs: NOW + 5 * 24 * 3_600_000 }));
    expect(later.actions[0]?.kind).toBe('show-plain');
    const back = decide(later.state, text('ふつうの文'), setting());
    expect(back.state.reading).toBe('standard');
  });

  it('is warned first where there is danger, with readings too', () => {
    const decision = last(
      talk(text('ふりがな'), text('抗がん剤の治療中で、38.5度の熱があります。やさしい日本語で')),
    );
    expect(decision.route).toBe('emergency');
    expect(shown(decision)).toMatch(/[\p{Script=Han}]（[ぁ-ゖー]+）/u);
  });

  it('asks a long question in which the words stand, and it stays a question', () => {
    const decision = last(talk(text('子どもに病気を伝えるとき、やさしい言葉で話すにはどうすればよいですか')));
    expect(decision.state.reading).toBe('standard');
  });

  it('finds a record of an earlier version of the program as good as new', () => {
    const { reading, lastPassage, ...older } = freshState(NOW);
    expect([reading, lastPassage]).toEqual(['standard', null]);
    const decision = decide(older as ReturnType<typeof freshState>, asks, setting());
    expect(decision.actions[0]?.kind).toBe('show-passage');
  });
});

describe('another illness', () => {
  it.each(['父が糖尿病です。インスリンの打ち方を教えてください', '花粉症がつらいです'])(
    'alone, as in 「%s」, is told to be out of scope',
    (words) => {
      expect(last(talk(text(words)))).toMatchObject({ route: 'out_of_scope', passages: [] });
    },
  );

  it('beside cancer is answered as ever', () => {
    expect(last(talk(text('膵臓がんの手術のあと、糖尿病のインスリンはどうなりますか'))).route).not.toBe(
      'out_of_scope',
    );
  });
});
