/** What an editor types into `knowledge try`: a patient's message, or an order that begins with a colon. Pure. */
import { READINGS, type Reading } from '../../../conversation/readings.ts';

export type Typed =
  | { readonly kind: 'message'; readonly text: string }
  /** 1 for the first button under the last answer. */
  | { readonly kind: 'tap'; readonly button: number }
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'again' | 'reset' | 'explain' | 'help' | 'quit' }
  | { readonly kind: 'unknown'; readonly order: string };

export const ORDERS = `:1 :2 …     tap a button of the last answer by its number
:plain      read in easy Japanese from now on (:furigana, :standard)
:explain    show or hide why it was answered so
:again      compile the handbook again (it also happens by itself when a file is saved)
:reset      a new patient
:quit       end (also Ctrl-D)`;

/** Reads one line. An empty one is an empty message, as a patient may send. */
export function readTyped(line: string): Typed {
  if (!line.startsWith(':')) return { kind: 'message', text: line };
  const order = line.slice(1).trim();
  const reading = READINGS.find((one) => one === order);
  if (reading) return { kind: 'reading', reading };
  if (/^\d{1,3}$/.test(order)) return { kind: 'tap', button: Number(order) };
  switch (order) {
    case 'again':
    case 'reset':
    case 'explain':
    case 'help':
    case 'quit':
      return { kind: order };
    case 'q':
      return { kind: 'quit' };
    default:
      return { kind: 'unknown', order };
  }
}
