/** The telephone line with its number, whether it is open now, and a button that calls it. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action } from '../../conversation/actions.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { bubbleMessage, linkButton, tel, text } from './flex.ts';
import { ACCENT, QUIET } from './style.ts';

/** The card; its alt text holds the number, so that it can be read from a notification. */
export function supportLineMessage(
  { line, hours }: Extract<Action, { kind: 'support-line' }>,
  phrases: Phrases,
): messagingApi.FlexMessage {
  return bubbleMessage(
    [`${line.name} ${line.phone}`, hours.now, hours.hours, line.can_ask, line.cost].join('\n'),
    [
      text(line.name, { weight: 'bold', color: ACCENT }),
      text(line.phone, { size: 'xl', weight: 'bold' }),
      text(hours.now, { weight: 'bold' }),
      text(hours.hours, { size: 'sm' }),
      text(line.can_ask, { size: 'sm' }),
      text(line.cost, { size: 'sm', color: QUIET }),
    ],
    [linkButton(phrases.support_line_call, tel(line.phone))],
  );
}
