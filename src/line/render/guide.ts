/** A step of the second-opinion guide, its checklist, or its end. */
import type { messagingApi } from '@line/bot-sdk';
import type { ChecklistEntry } from '../../guidance/second-opinion/checklist.ts';
import type { GuideButton, SecondOpinionShow } from '../../guidance/second-opinion/show.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { writeTap } from '../tap-data.ts';
import { bubbleMessage, tapButton, text } from './flex.ts';
import { ACCENT, INK, LINE, QUIET } from './style.ts';

/** The bubble of what the guide shows; its controls are the message's quick replies. */
export function guideMessage(show: SecondOpinionShow, phrases: Phrases): messagingApi.FlexMessage {
  switch (show.kind) {
    case 'step':
      return stepMessage(show, phrases);
    case 'checklist':
      return listMessage(show.text, show.items, phrases);
    case 'paused':
      return bubbleMessage(show.text, [text(show.text)], []);
    case 'finished':
      return listMessage([show.before, show.text].filter((t) => t !== null).join('\n'), show.items, phrases);
    default:
      return show satisfies never;
  }
}

function stepMessage(
  show: Extract<SecondOpinionShow, { kind: 'step' }>,
  phrases: Phrases,
): messagingApi.FlexMessage {
  const { at, of } = show.progress;
  const progress = `${phrases.guide_progress} ${at} / ${of}`;
  const sources = show.sources.map((s) => `${s.title}（${s.date}）`).join('、');
  const said = [show.before, show.text].filter((part) => part !== null);
  return bubbleMessage(
    [...said, show.title, progress, ...show.choices.map((choice) => `・${choice.label}`)].join('\n'),
    [
      ...paragraphs(show.before),
      ...(show.before === null ? [] : [{ type: 'separator', color: LINE } as const]),
      text(progress, { size: 'xs', color: QUIET }),
      progressBar(at, of),
      text(show.title, { size: 'lg', weight: 'bold', color: ACCENT }),
      ...paragraphs(show.text),
      text(`${phrases.source}：${sources}`, { size: 'xxs', color: QUIET }),
    ],
    show.choices.map(guideButton),
    'giga',
  );
}

/** How far the guide has come, as a bar: the number stands above it for those who do not see it. */
function progressBar(at: number, of: number): messagingApi.FlexBox {
  const part = (width: number, color: string): messagingApi.FlexBox => ({
    type: 'box',
    layout: 'vertical',
    contents: [{ type: 'filler' }],
    width: `${width}%`,
    height: '6px',
    backgroundColor: color,
  });
  const done = Math.max(1, Math.round((100 * at) / of));
  return {
    type: 'box',
    layout: 'horizontal',
    contents: [part(done, ACCENT), ...(done < 100 ? [part(100 - done, LINE)] : [])],
  };
}

function listMessage(
  words: string,
  items: readonly ChecklistEntry[],
  phrases: Phrases,
): messagingApi.FlexMessage {
  const mark = (item: ChecklistEntry) =>
    item.done ? `☑ ${item.label}（${phrases.guide_done}）` : `☐ ${item.label}`;
  return bubbleMessage(
    [words, ...items.map((item) => `${mark(item)} ${item.how}`)].join('\n'),
    [
      ...paragraphs(words),
      text(phrases.guide_tick_hint, { size: 'xs', color: QUIET }),
      ...items.flatMap((item) => [
        text(mark(item), {
          size: 'sm',
          weight: 'bold',
          color: item.done ? ACCENT : INK,
          action: tickAction(item, phrases),
        }),
        text(item.how, { size: 'xs', color: QUIET }),
      ]),
    ],
    [],
    'giga',
  );
}

/** A tap on an item turns its mark. */
function tickAction(item: ChecklistEntry, phrases: Phrases): messagingApi.PostbackAction {
  const input = `${item.done ? 'undone' : 'done'}:${item.id}`;
  return {
    type: 'postback',
    data: writeTap({ kind: 'guide', input }),
    displayText: `${item.label}：${item.done ? phrases.guide_open : phrases.guide_done}`,
  };
}

function guideButton({ id, label }: GuideButton): messagingApi.FlexButton {
  return tapButton(label, { kind: 'guide', input: id }, label);
}

function paragraphs(words: string | null): messagingApi.FlexText[] {
  return (words ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => text(line));
}
