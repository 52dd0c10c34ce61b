/** The few pieces that all our bubbles are made of. */
import type { messagingApi } from '@line/bot-sdk';
import type { Tap } from '../../conversation/patient-event.ts';
import { writeTap } from '../tap-data.ts';
import { clipGraphemes, clipUtf16 } from './clip.ts';
import { ACCENT, INK } from './style.ts';

/** LINE: alt text up to 1,500 characters. It is what screen readers, notifications and old devices get. */
const ALT_TEXT_LIMIT = 1500;
/** LINE cuts labels after 20 graphemes. */
const LABEL_LIMIT = 20;

/** A line of text; an empty one would be refused by LINE. */
export function text(content: string, style: Partial<messagingApi.FlexText> = {}): messagingApi.FlexText {
  return { type: 'text', text: content, wrap: true, color: INK, size: 'md', ...style };
}

/** A button that sends `tap`; what the chat shows as said is `displayText`. */
export function tapButton(
  label: string,
  tap: Tap,
  displayText: string,
  style: 'primary' | 'secondary' | 'link' = 'secondary',
): messagingApi.FlexButton {
  return {
    type: 'button',
    style,
    height: 'sm',
    adjustMode: 'shrink-to-fit',
    ...(style === 'primary' ? { color: ACCENT } : {}),
    action: { type: 'postback', label: clipGraphemes(label, LABEL_LIMIT), data: writeTap(tap), displayText },
  };
}

/** A button that calls `phone`, or opens a page. */
export function linkButton(label: string, uri: string, color: string = ACCENT): messagingApi.FlexButton {
  return {
    type: 'button',
    style: 'primary',
    height: 'sm',
    color,
    adjustMode: 'shrink-to-fit',
    action: { type: 'uri', label: clipGraphemes(label, LABEL_LIMIT), uri },
  };
}

/** `tel:` for a number as people write it; LINE takes digits. */
export function tel(phone: string): string {
  return `tel:${phone.replaceAll('-', '')}`;
}

/** A bubble of body and footer, whose alt text tells all of it. */
export function bubbleMessage(
  altText: string,
  body: messagingApi.FlexComponent[],
  footer: messagingApi.FlexComponent[],
  size: 'mega' | 'giga' = 'mega',
): messagingApi.FlexMessage {
  return { type: 'flex', altText: clipUtf16(altText, ALT_TEXT_LIMIT), contents: bubble(body, footer, size) };
}

export function bubble(
  body: messagingApi.FlexComponent[],
  footer: messagingApi.FlexComponent[],
  size: 'mega' | 'giga' = 'mega',
): messagingApi.FlexBubble {
  return {
    type: 'bubble',
    size,
    body: { type: 'box', layout: 'vertical', spacing: 'md', contents: body },
    ...(footer.length > 0
      ? {
          footer: {
            type: 'box',
            layout: 'vertical',
            spacing: 'sm',
            contents: footer,
          } as messagingApi.FlexBox,
        }
      : {}),
  };
}
