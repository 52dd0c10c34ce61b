/** The telephone line with its number, hours and cost, and a button that calls it. */
import type { messagingApi } from '@line/bot-sdk';
import type { Phrases } from '../../knowledge/phrases.ts';
import type { SupportLine } from '../../knowledge/support-line.ts';
import { ACCENT, INK, QUIET } from './style.ts';

/** The card as a Flex Message; its alt text holds the number, so that it can be read from a notification. */
export function supportLineMessage(line: SupportLine, phrases: Phrases): messagingApi.FlexMessage {
  const hours = `${line.weekdays.join('・')} ${line.open}〜${line.close}（祝日と年末年始は休み）`;
  const row = (text: string, color: string = INK): messagingApi.FlexText => ({
    type: 'text',
    text,
    wrap: true,
    size: 'sm',
    color,
  });
  return {
    type: 'flex',
    altText: `${line.name} ${line.phone} ${hours} ${line.cost}`,
    contents: {
      type: 'bubble',
      body: {
        type: 'box',
        layout: 'vertical',
        spacing: 'md',
        contents: [
          { type: 'text', text: phrases.support_line_title, wrap: true, size: 'md', weight: 'bold', color: ACCENT },
          { type: 'text', text: line.phone, size: 'xl', weight: 'bold', color: INK },
          row(hours),
          row(line.can_ask),
          row(line.cost, QUIET),
        ],
      },
      footer: {
        type: 'box',
        layout: 'vertical',
        contents: [
          {
            type: 'button',
            style: 'primary',
            color: ACCENT,
            action: { type: 'uri', label: phrases.support_line_call, uri: `tel:${line.phone.replaceAll('-', '')}` },
          },
        ],
      },
    },
  };
}
