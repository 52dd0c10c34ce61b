/** A counselor in this chat: says when they answer, asks for consent, and opens a case. */
import { counselorHoursText } from '../../guidance/hours/service-text.ts';
import { type Decision, plainDecision, say } from '../decision.ts';
import type { Setting } from '../knowledge.ts';
import type { ConversationState } from '../state.ts';
import { supportLineAction } from './support-line.ts';

const YES = /^(はい|うん|ええ|お願い|おねがい|いいです|よいです|ok|おーけー|了解|見せて)/;
const NO = /^(いいえ|いえ|いや|やめ|だめ|ダメ|no|見せない|結構です|けっこうです)/;

/** Asks whether a counselor may read what was written so far. */
export function askForConsent(state: ConversationState, setting: Setting): Decision {
  const { phrases } = setting.knowledge.handbook;
  if (setting.person === 'waiting') {
    const text = `${phrases.counselor_waiting}\n${hoursNow(setting)}`;
    return plainDecision('counselor', { ...state, flow: 'none' }, [say(text)], 'a case is waiting already');
  }
  const text = `${hoursNow(setting)}\n${phrases.counselor_consent}`;
  return plainDecision(
    'counselor',
    { ...state, flow: 'asked-consent' },
    [{ kind: 'ask-consent', text }],
    'wants a counselor',
  );
}

/** What a typed answer to the question of consent means; null when it is something else. */
export function readConsent(normal: string): boolean | null {
  if (NO.test(normal)) return false;
  return YES.test(normal) ? true : null;
}

export function answerConsent(given: boolean, state: ConversationState, setting: Setting): Decision {
  const { phrases, counselorHours } = setting.knowledge.handbook;
  const calm = { ...state, flow: 'none' as const, unclearInARow: 0 };
  if (!given) {
    const actions = [say(phrases.counselor_declined), supportLineAction(setting)];
    return plainDecision('counselor', calm, actions, 'no consent: other ways are shown');
  }
  const open = counselorHoursText(counselorHours, setting.nowMs).status.open === true;
  const text = `${phrases.counselor_opened}\n${hoursNow(setting)}`;
  // Outside their hours the wait is long: what else there is now is said with it.
  const actions = open
    ? [say(text)]
    : [say(`${text}\n${phrases.counselor_meanwhile}`), supportLineAction(setting)];
  return { ...plainDecision('counselor', calm, actions, 'consent: a case is opened'), escalation: 'asked' };
}

function hoursNow({ knowledge, nowMs }: Setting): string {
  return counselorHoursText(knowledge.handbook.counselorHours, nowMs).now;
}
