/** What the conversation decided to show; line/ turns it into LINE messages. */
import type { Passage } from '../knowledge/passage.ts';
import type { SupportLine } from '../knowledge/support-line.ts';

export type Action =
  | { readonly kind: 'say'; readonly text: string }
  /** One passage in full; `related` are offered by title. */
  | { readonly kind: 'show-passage'; readonly passage: Passage; readonly related: readonly Passage[] }
  /** No passage is sure enough: the patient picks among the nearest. */
  | { readonly kind: 'offer-choices'; readonly text: string; readonly choices: readonly Passage[] }
  | { readonly kind: 'support-line-card'; readonly line: SupportLine };
