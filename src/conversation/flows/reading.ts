/** Reading on, and reading in another way; the way is remembered until the patient changes it. */
import type { Passage, PassageId } from '../../knowledge/passage.ts';
import { type Decision, plainDecision, say } from '../decision.ts';
import type { Setting } from '../knowledge.ts';
import type { Reading } from '../readings.ts';
import type { ConversationState } from '../state.ts';

/** A longer message is a question in which such a word happens to stand. */
const WISH_LENGTH = 24;
const WISHES: readonly (readonly [RegExp, Reading])[] = [
  [
    /(ふりがな|振り仮名|ルビ|読みがな).{0,6}(いらない|いりません|なし|やめ|消し|外し)|普通の(文|日本語)|ふつうの(文|日本語)/,
    'standard',
  ],
  [/(やさしい|易しい|優しい|かんたんな|簡単な)(日本語|言葉|ことば|文)/, 'plain'],
  [/ふりがな|振り仮名|ルビ|読みがな|漢字が?(読め|よめ)(ない|ません)/, 'furigana'],
];
const MORE = /^(もっと|続き|つづき)(を)?(読|よ|くわしく|詳しく|知り|教え|見)/;

/** What a typed message asks for about reading; null for anything else. `normal` is the normalised text. */
export function readingWish(normal: string): Reading | 'more' | null {
  if (normal.length > WISH_LENGTH) return null;
  if (MORE.test(normal)) return 'more';
  return WISHES.find(([words]) => words.test(normal))?.[1] ?? null;
}

/** Remembers how to write from now on, and shows `id` (or the last passage) again in that way. */
export function setReading(
  reading: Reading,
  id: PassageId | null,
  state: ConversationState,
  setting: Setting,
): Decision {
  const next = { ...state, reading };
  const passage = passageOf(id ?? state.lastPassage, setting);
  const why = `the patient wants to read: ${reading}`;
  if (!passage) {
    const { phrases } = setting.knowledge.handbook;
    return plainDecision('smalltalk', next, [say(phrases[`reading_set_${reading}`])], why);
  }
  return {
    ...plainDecision('answer', next, [{ kind: 'show-passage', passage, related: [] }], why),
    passages: [{ passage, score: 1 }],
    confidence: 1,
  };
}

/** The full form of `id` (or of the last passage); null where there is none. */
export function readMore(id: PassageId | null, state: ConversationState, setting: Setting): Decision | null {
  const passage = passageOf(id ?? state.lastPassage, setting);
  if (!passage || passage.more.length === 0) return null;
  return {
    ...plainDecision('answer', state, [{ kind: 'read-more', passage }], 'the patient reads on'),
    passages: [{ passage, score: 1 }],
    confidence: 1,
  };
}

/** `decision` as this patient reads, with the passage that it shows remembered. */
export function inTheirReading(decision: Decision): Decision {
  const { state, actions } = decision;
  const shown = actions.find((action) => action.kind === 'show-passage' || action.kind === 'read-more');
  return {
    ...decision,
    state: { ...state, lastPassage: shown?.passage.id ?? state.lastPassage },
    actions:
      state.reading !== 'plain'
        ? actions
        : actions.map((action) =>
            action.kind === 'show-passage' && action.passage.plain.length > 0
              ? { ...action, kind: 'show-plain' }
              : action,
          ),
  };
}

function passageOf(id: PassageId | null, { knowledge }: Setting): Passage | undefined {
  return id === null ? undefined : knowledge.handbook.passages.find((passage) => passage.id === id);
}
