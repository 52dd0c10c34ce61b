/** Answers one typed line after another, as LINE would. */
import type { Knowledge } from '../../../conversation/knowledge.ts';
import type { PatientEvent } from '../../../conversation/patient-event.ts';
import { messageText } from '../../../line/message-text.ts';
import { type Chat, NEW_CHAT, takeTurn } from './chat.ts';
import { explainTurn } from './explain-turn.ts';
import { ORDERS, readTyped } from './typed.ts';

export type TalkParts = {
  /** The newest. */
  readonly knowledge: () => Knowledge;
  readonly explain: boolean;
  readonly now: () => number;
  readonly print: (text: string) => void;
  /** Compiles the handbook again and tells what came of it. */
  readonly again: () => Promise<void>;
};

/** Gives a function that takes a line and says whether the talk goes on. */
export function createTalk(parts: TalkParts): (line: string) => Promise<boolean> {
  const { print } = parts;
  let chat: Chat = NEW_CHAT;
  let explaining = parts.explain;

  const answer = (event: PatientEvent) => {
    const knowledge = parts.knowledge();
    const turn = takeTurn(chat, event, knowledge, parts.now());
    chat = turn.chat;
    if (turn.messages.length === 0) print('（no answer: a counselor has the case）');
    for (const message of turn.messages) print(`\n${messageText(message)}`);
    const taps = chat.buttons.map(({ label }, i) => `:${i + 1} ${label}`);
    if (taps.length > 0) print(`\n${taps.join('  ')}`);
    if (explaining)
      for (const line of ['――――――――', ...explainTurn(event, turn.decision, knowledge)]) print(line);
  };

  return async (line) => {
    const typed = readTyped(line);
    switch (typed.kind) {
      case 'message':
        answer({ kind: 'text', text: typed.text });
        return true;
      case 'tap': {
        const button = chat.buttons[typed.button - 1];
        if (button) answer(button.event);
        else print(`There are ${chat.buttons.length} buttons under the last answer.`);
        return true;
      }
      case 'reading': {
        const passage = chat.state?.lastPassage ?? null;
        answer({ kind: 'tap', tap: { kind: 'set-reading', reading: typed.reading, passage } });
        return true;
      }
      case 'again':
        await parts.again();
        return true;
      case 'reset':
        chat = NEW_CHAT;
        print('― a new patient');
        return true;
      case 'explain':
        explaining = !explaining;
        print(explaining ? '― why is shown' : '― why is hidden');
        return true;
      case 'help':
        print(ORDERS);
        return true;
      case 'unknown':
        print(`There is no order ":${typed.order}".\n${ORDERS}`);
        return true;
      case 'quit':
        return false;
      default:
        return typed satisfies never;
    }
  };
}
