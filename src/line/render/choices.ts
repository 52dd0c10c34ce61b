/** Things to choose from: passages when none is sure, places of one name, consent. */
import type { messagingApi } from '@line/bot-sdk';
import type { Passage } from '../../knowledge/passage.ts';
import type { Phrases } from '../../knowledge/phrases.ts';
import { bubbleMessage, tapButton, text } from './flex.ts';
import { titleButton } from './passage-bubble.ts';
import { LINE } from './style.ts';

/** A clue: the nearest passages to choose from, what one could ask about it, and whom. */
export function cluesMessage(
  question: string,
  choices: readonly Passage[],
  phrases: Phrases,
): messagingApi.FlexMessage {
  // One question of each: they are about different things.
  const ask = choices.flatMap((passage) => passage.ask.slice(0, 1));
  const alt = [
    question,
    ...choices.map((passage) => `・${passage.title}`),
    phrases.clue_ask,
    ...ask.map((one) => `「${one}」`),
    phrases.clue_whom,
  ];
  return bubbleMessage(
    alt.join('\n'),
    [
      text(question),
      ...choices.map((passage) => titleButton(passage, 'secondary')),
      { type: 'separator', color: LINE },
      text(phrases.clue_ask, { size: 'sm', weight: 'bold' }),
      ...ask.map((one) => text(`「${one}」`, { size: 'sm' })),
      text(phrases.clue_whom, { size: 'sm' }),
    ],
    [],
  );
}

/** Asks which of the places called alike is meant. */
export function placesMessage(question: string, labels: readonly string[]): messagingApi.FlexMessage {
  const alt = [question, ...labels.map((label) => `・${label}`)].join('\n');
  const buttons = labels.map((label) => tapButton(label, { kind: 'place', label }, label));
  return bubbleMessage(alt, [text(question), ...buttons], []);
}

/** Asks whether a counselor may read the conversation. */
export function consentMessage(question: string, phrases: Phrases): messagingApi.FlexMessage {
  const { consent_yes, consent_no } = phrases;
  return bubbleMessage(
    `${question}\n${consent_yes}／${consent_no}`,
    [text(question)],
    [
      tapButton(consent_yes, { kind: 'consent', given: true }, consent_yes, 'primary'),
      tapButton(consent_no, { kind: 'consent', given: false }, consent_no),
    ],
  );
}
