/** Passages to choose from, when none is sure enough to be the answer. */
import type { messagingApi } from '@line/bot-sdk';
import type { Passage } from '../../knowledge/passage.ts';
import { titleButton } from './passage-bubble.ts';
import { INK } from './style.ts';

/** A Flex Message that asks `question` with a button for each passage. */
export function choicesMessage(question: string, choices: readonly Passage[]): messagingApi.FlexMessage {
  return {
    type: 'flex',
    altText: [question, ...choices.map((passage) => `・${passage.title}`)].join('\n'),
    contents: {
      type: 'bubble',
      body: {
        type: 'box',
        layout: 'vertical',
        spacing: 'md',
        contents: [
          { type: 'text', text: question, wrap: true, size: 'md', color: INK },
          ...choices.map((passage) => ({ ...titleButton(passage), style: 'secondary' as const })),
        ],
      },
    },
  };
}
