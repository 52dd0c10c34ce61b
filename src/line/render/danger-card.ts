/** Emergency and crisis: the first line says what to do, the buttons call. */
import type { messagingApi } from '@line/bot-sdk';
import type { Action } from '../../conversation/actions.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { bubbleMessage, linkButton, tel, text } from './flex.ts';
import { ACCENT, ALERT, LINE, QUIET } from './style.ts';

type Emergency = Extract<Action, { kind: 'emergency' }>;
type Crisis = Extract<Action, { kind: 'crisis' }>;

/** A bubble holds so many telephone lines that each can still be read. */
const HOTLINES_SHOWN = 4;

/** What to do now, in large letters, and a button for 119; the hospital's own number only the patient has. */
export function emergencyMessage(
  { level, text: words }: Emergency,
  phrases: Phrases,
): messagingApi.FlexMessage {
  const [first = words, ...rest] = words.split('\n');
  const note = level === '119' ? phrases.emergency_119_note : phrases.emergency_hospital_note;
  return bubbleMessage(
    `${words}\n${note}`,
    [
      text(first, { size: 'lg', weight: 'bold', color: ALERT }),
      ...rest.filter((line) => line !== '').map((line) => text(line)),
      { type: 'separator', color: LINE },
      ...note.split('\n').map((line) => text(line, { size: 'sm' })),
    ],
    // #7119 stands in the words alone: phones refuse to dial a link that holds #.
    [linkButton(phrases.call_119, tel('119'), ALERT)],
    'giga',
  );
}

/** Calm words, then telephone lines: those that answer now first. */
export function crisisMessage(crisis: Crisis, phrases: Phrases): messagingApi.FlexMessage {
  const lines = crisis.hotlines.slice(0, HOTLINES_SHOWN);
  const paragraphs = crisis.text.split('\n').filter((line) => line !== '');
  const stateOf = (open: boolean | null) =>
    open === null ? phrases.hotline_varies : open ? phrases.hotline_open : phrases.hotline_closed;
  const told = lines.map(
    ({ hotline, open }) => `${hotline.name} ${hotline.phone}（${stateOf(open)}）${hotline.hours_text}`,
  );
  return bubbleMessage(
    [crisis.text, ...told].join('\n'),
    [
      ...paragraphs.map((line, i) =>
        text(line, crisis.imminent && i === 0 ? { size: 'lg', weight: 'bold', color: ALERT } : {}),
      ),
      ...lines.flatMap(({ hotline, open }): messagingApi.FlexComponent[] => [
        { type: 'separator', color: LINE },
        text(hotline.name, { weight: 'bold' }),
        text(`${hotline.phone}　${stateOf(open)}`, { color: open ? ACCENT : QUIET }),
        text(
          `${hotline.hours_text}　${phrases.hotline_cost}：${hotline.cost}　${phrases.hotline_checked}：${hotline.checked_on}`,
          { size: 'xs', color: QUIET },
        ),
      ]),
    ],
    [
      ...(crisis.imminent ? [linkButton(phrases.call_119, tel('119'), ALERT)] : []),
      ...lines
        .filter(({ open }) => open !== false)
        .map(({ hotline }) => linkButton(hotline.name, tel(hotline.phone))),
    ],
    'giga',
  );
}
