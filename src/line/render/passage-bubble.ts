/** A passage as a Flex Message: title, body, what to ask, source and date, and how it helped. */
import type { messagingApi } from '@line/bot-sdk';
import type { Block, Passage } from '../../knowledge/passage.ts';
import { plainText } from '../../knowledge/passage.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { writeTap } from '../tap-data.ts';
import { clipGraphemes, clipUtf16 } from './clip.ts';
import { ACCENT, INK, LINE, QUIET } from './style.ts';

/** LINE: alt text up to 1,500 characters. It is what screen readers, notifications and old devices get. */
const ALT_TEXT_LIMIT = 1500;
const LABEL_LIMIT = 20;

/** The Flex Message of `passage`; `related` are offered by title under it. */
export function passageMessage(
  passage: Passage,
  related: readonly Passage[],
  phrases: Phrases,
): messagingApi.FlexMessage {
  return {
    type: 'flex',
    altText: clipUtf16(`${passage.title}\n${plainText(passage.body)}`, ALT_TEXT_LIMIT),
    contents: {
      type: 'bubble',
      size: 'giga',
      body: {
        type: 'box',
        layout: 'vertical',
        spacing: 'md',
        contents: [
          text(passage.title, { size: 'lg', weight: 'bold', color: ACCENT }),
          ...passage.body.flatMap(blockTexts),
          { type: 'separator', color: LINE },
          text(phrases.ask_heading, { size: 'sm', weight: 'bold' }),
          ...passage.ask.map((question) => text(`「${question}」`, { size: 'sm' })),
          { type: 'separator', color: LINE },
          ...provenance(passage, phrases),
        ],
      },
      footer: footer(passage, related, phrases),
    },
  };
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

function footer(passage: Passage, related: readonly Passage[], phrases: Phrases): messagingApi.FlexBox {
  const rate = (helpful: boolean): messagingApi.FlexButton => ({
    type: 'button',
    style: 'secondary',
    height: 'sm',
    action: {
      type: 'postback',
      label: helpful ? phrases.helpful : phrases.not_helpful,
      data: writeTap({ kind: 'rate', passage: passage.id, helpful }),
      displayText: helpful ? phrases.helpful : phrases.not_helpful,
    },
  });
  return {
    type: 'box',
    layout: 'vertical',
    spacing: 'sm',
    contents: [
      { type: 'box', layout: 'horizontal', spacing: 'sm', contents: [rate(true), rate(false)] },
      ...(related.length > 0 ? [text(phrases.related, { size: 'xs', color: QUIET }), ...related.map(titleButton)] : []),
    ],
  };
}

/** A button that shows `passage`. The label is short by LINE's rule; the whole title is said in the chat. */
export function titleButton(passage: Passage): messagingApi.FlexButton {
  return {
    type: 'button',
    style: 'link',
    height: 'sm',
    adjustMode: 'shrink-to-fit',
    action: {
      type: 'postback',
      label: clipGraphemes(passage.title, LABEL_LIMIT),
      data: writeTap({ kind: 'show-passage', passage: passage.id }),
      displayText: passage.title,
    },
  };
}

function blockTexts(block: Block): messagingApi.FlexText[] {
  if (block.kind === 'paragraph') return [text(block.text, {})];
  return block.items.map((item) => text(`・${item}`, {}));
}

function text(content: string, style: Partial<messagingApi.FlexText>): messagingApi.FlexText {
  return { type: 'text', text: content, wrap: true, color: INK, size: 'md', ...style };
}
