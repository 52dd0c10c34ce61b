/** knowledge/phrases.yaml: what patients read besides passages. The code names each text by its key. */
import { z } from 'zod';

const text = z.string().min(1).max(1000, 'keep it under 1,000 characters');
/** LINE cuts a button's label after 20 characters. */
const label = z.string().min(1).max(20, 'at most 20 characters: it is a button');

export const phrasesFile = z.strictObject({
  greeting: text,
  greeting_limits: text,
  hello: text,
  thanks: text,
  all_well: text,
  choices: text,
  related: text,
  unclear: text,
  unclear_again: text,
  out_of_scope: text,
  sticker: text,
  media: text,
  location: text,
  unreviewed: text,
  reviewed: text,
  source: text,
  ask_heading: text,
  helpful: label,
  not_helpful: label,
  helpful_thanks: text,
  not_helpful_thanks: text,
  offer_support_line: label,
  offer_support_line_say: text,
  offer_centre: label,
  offer_centre_say: text,
  support_line_title: text,
  support_line_call: label,
  passage_gone: text,
  group: text,
});

export type Phrases = z.infer<typeof phrasesFile>;
