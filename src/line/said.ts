/** What a patient sent, as a person reads it: LINE's message or postback object, as it was kept. */
import { z } from 'zod';
import type { Handbook } from '../knowledge/handbook.ts';
import { readTap } from './tap-data.ts';
import { tapWords } from './tap-words.ts';

export type Said =
  | { readonly kind: 'text'; readonly text: string }
  /** `words`: what LINE says the sticker shows, or nothing. */
  | { readonly kind: 'sticker'; readonly words: readonly string[] }
  /** `kept`: whether LINE's content API has it; a picture sent by another app's link is not there. */
  | { readonly kind: 'image'; readonly kept: boolean }
  | { readonly kind: 'video'; readonly kept: boolean; readonly seconds: number | null }
  | { readonly kind: 'audio'; readonly kept: boolean; readonly seconds: number | null }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: number | null }
  | { readonly kind: 'location'; readonly title: string; readonly address: string }
  /** A button of ours; `words` as they stood on it. */
  | { readonly kind: 'tap'; readonly words: string }
  | { readonly kind: 'followed' }
  | { readonly kind: 'unknown' };

const stored = z.looseObject({
  type: z.string().optional(),
  text: z.string().optional(),
  keywords: z.array(z.string()).optional(),
  fileName: z.string().optional(),
  fileSize: z.number().optional(),
  duration: z.number().optional(),
  title: z.string().nullish(),
  address: z.string().nullish(),
  contentProvider: z.looseObject({ type: z.string() }).optional(),
  data: z.string().optional(),
});

/** Reads `content` (JSON, store's `messages`). What is not understood is `unknown`, never an error. */
export function readSaid(content: string, handbook: Pick<Handbook, TapTexts>): Said {
  const message = stored.safeParse(parse(content));
  if (!message.success) return { kind: 'unknown' };
  const { type, data, duration, contentProvider } = message.data;
  if (type === undefined) return data === undefined ? { kind: 'unknown' } : readTapped(data, handbook);
  const kept = contentProvider?.type !== 'external';
  const seconds = duration === undefined ? null : Math.round(duration / 1000);
  switch (type) {
    case 'text':
      return { kind: 'text', text: message.data.text ?? '' };
    case 'sticker':
      return { kind: 'sticker', words: stickerWords(message.data) };
    case 'image':
      return { kind: 'image', kept };
    case 'video':
      return { kind: 'video', kept, seconds };
    case 'audio':
      return { kind: 'audio', kept, seconds };
    case 'file':
      return { kind: 'file', name: message.data.fileName ?? '', bytes: message.data.fileSize ?? null };
    case 'location':
      return { kind: 'location', title: message.data.title ?? '', address: message.data.address ?? '' };
    case 'follow':
      return { kind: 'followed' };
    default:
      return { kind: 'unknown' };
  }
}

/** The parts of the handbook from which the words on buttons come. */
export type TapTexts = 'phrases' | 'secondOpinion' | 'survey' | 'passages';

function readTapped(data: string, handbook: Pick<Handbook, TapTexts>): Said {
  const tap = readTap(data);
  return tap === null ? { kind: 'unknown' } : { kind: 'tap', words: tapWords(tap, handbook) };
}

/** A sticker of words carries them as its text; others up to fifteen keywords, of which the first fit best. */
function stickerWords({ text, keywords = [] }: z.infer<typeof stored>): string[] {
  return text ? [text] : keywords.slice(0, 3);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
