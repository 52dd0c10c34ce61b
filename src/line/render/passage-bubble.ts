/** A passage as a Flex Message: title, body, what to ask, source and date, and how it helped. */
import type { messagingApi } from '@line/bot-sdk';
import type { Block, Passage } from '../../knowledge/passage.ts';
import { plainText } from '../../knowledge/passage.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { bubbleMessage, tapButton, text } from './flex.ts';
import { ACCENT, LINE, QUIET } from './style.ts';

/** The Flex Message of `passage`; `related` are offered by title under it. */
export function passageMessage(
  passage: Passage,
  related: readonly Passage[],
  phrases: Phrases,
): messagingApi.FlexMessage {
  const body: messagingApi.FlexComponent[] = [
    text(passage.title, { size: 'lg', weight: 'bold', color: ACCENT }),
    ...passage.body.flatMap(blockTexts),
    { type: 'separator', color: LINE },
    text(phrases.ask_heading, { size: 'sm', weight: 'bold' }),
    ...passage.ask.map((question) => text(`「${question}」`, { size: 'sm' })),
    { type: 'separator', color: LINE },
    ...provenance(passage, phrases),
  ];
  return bubbleMessage(
    `${passage.title}\n${plainText(passage.body)}`,
    body,
    footer(passage, related, phrases),
    'giga',
  );
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

function footer(
  passage: Passage,
  related: readonly Passage[],
  phrases: Phrases,
): messagingApi.FlexComponent[] {
  const rate = (helpful: boolean, label: string) =>
    tapButton(label, { kind: 'rate', passage: passage.id, helpful }, label);
  return [
    {
      type: 'box',
      layout: 'horizontal',
      spacing: 'sm',
      contents: [rate(true, phrases.helpful), rate(false, phrases.not_helpful)],
    },
    ...(related.length > 0 ? [text(phrases.related, { size: 'xs', color: QUIET })] : []),
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
