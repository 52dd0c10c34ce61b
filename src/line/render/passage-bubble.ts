/** A passage as a Flex Message: the answer, the same in easy Japanese, or its full form. */
import type { messagingApi } from '@line/bot-sdk';
import type { Block, Passage } from '../../knowledge/passage.ts';
import { plainText } from '../../knowledge/passage.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { bubbleMessage, tapButton, text } from './flex.ts';
import { ACCENT, LINE, QUIET } from './style.ts';

const SEPARATOR: messagingApi.FlexSeparator = { type: 'separator', color: LINE };

/** The answer of `passage`, in easy Japanese where `form` says so; `related` are offered by title under it. */
export function passageMessage(
  passage: Passage,
  related: readonly Passage[],
  phrases: Phrases,
  form: 'answer' | 'plain' = 'answer',
): messagingApi.FlexMessage {
  const blocks = form === 'plain' ? passage.plain : passage.body;
  const body: messagingApi.FlexComponent[] = [
    heading(passage.title),
    ...blocks.flatMap(blockTexts),
    SEPARATOR,
    text(phrases.ask_heading, { size: 'sm', weight: 'bold' }),
    ...passage.ask.map((question) => text(`「${question}」`, { size: 'sm' })),
    SEPARATOR,
    ...provenance(passage, phrases),
  ];
  return bubbleMessage(
    `${passage.title}\n${plainText(blocks)}`,
    body,
    [...readMore(passage, phrases), rate(passage, phrases), ...relatedTitles(related, phrases)],
    'giga',
  );
}

/** The full form, with all its dates: when it was written, changed, read by patients, checked and is checked again. */
export function fullPassageMessage(passage: Passage, phrases: Phrases): messagingApi.FlexMessage {
  const dates = [
    `${phrases.written_on}：${passage.writtenOn}`,
    ...passage.history.map(({ on, what }) => `${on} ${what}`),
    ...(passage.readByPatients ? [`${phrases.read_by_patients}：${passage.readByPatients.on}`] : []),
    `${phrases.next_review}：${passage.nextReview}`,
  ];
  const body: messagingApi.FlexComponent[] = [
    heading(passage.title),
    ...passage.more.flatMap(blockTexts),
    SEPARATOR,
    ...provenance(passage, phrases),
    ...dates.map((line) => text(line, { size: 'xs', color: QUIET })),
  ];
  return bubbleMessage(
    `${passage.title}\n${plainText(passage.more)}`,
    body,
    [rate(passage, phrases)],
    'giga',
  );
}

function heading(title: string): messagingApi.FlexText {
  return text(title, { size: 'lg', weight: 'bold', color: ACCENT });
}

/** Where the passage comes from and whether a clinician has read it. */
function provenance(passage: Passage, phrases: Phrases): messagingApi.FlexText[] {
  const sources = passage.sources.map((s) => `${s.title}（${s.date}）`).join('、');
  const review = passage.reviewed ? `${phrases.reviewed}：${passage.reviewed.on}` : phrases.unreviewed;
  return [
    text(`${phrases.source}：${sources}`, { size: 'xs', color: QUIET }),
    text(review, { size: 'xs', color: QUIET, weight: passage.reviewed ? 'regular' : 'bold' }),
  ];
}

function readMore(passage: Passage, phrases: Phrases): messagingApi.FlexButton[] {
  if (passage.more.length === 0) return [];
  return [tapButton(phrases.read_more, { kind: 'read-more', passage: passage.id }, phrases.read_more)];
}

function rate(passage: Passage, phrases: Phrases): messagingApi.FlexComponent {
  const button = (helpful: boolean, label: string) =>
    tapButton(label, { kind: 'rate', passage: passage.id, helpful }, label);
  return {
    type: 'box',
    layout: 'horizontal',
    spacing: 'sm',
    contents: [button(true, phrases.helpful), button(false, phrases.not_helpful)],
  };
}

function relatedTitles(related: readonly Passage[], phrases: Phrases): messagingApi.FlexComponent[] {
  if (related.length === 0) return [];
  return [
    text(phrases.related, { size: 'xs', color: QUIET }),
    ...related.map((other) => titleButton(other, 'link')),
  ];
}

/** A button that shows `passage`. The label is short by LINE's rule; the whole title is said in the chat. */
export function titleButton(passage: Passage, style: 'secondary' | 'link'): messagingApi.FlexButton {
  return tapButton(passage.title, { kind: 'show-passage', passage: passage.id }, passage.title, style);
}

function blockTexts(block: Block): messagingApi.FlexText[] {
  if (block.kind === 'paragraph') return [text(block.text)];
  return block.items.map((item) => text(`・${item}`));
}
