/** An answer that is being written: what the form shows again when it could not be sent. */
export type Draft = {
  readonly text: string;
  /** Made with the form, so that one press sends once. */
  readonly messageId: string;
  readonly error?: string;
  /** What has just happened with it. */
  readonly notice?: 'sent' | 'changed' | 'undone' | 'too_late' | 'retried' | 'not_retried';
};

/** Counselors are asked to be brief; LINE itself takes 5,000. */
export const LONGEST_ANSWER = 1_000;

/** Why `text` cannot be sent, or null. */
export function faultOf(text: string): string | null {
  if (text.trim() === '') return '返事を書いてから、送ってください。';
  if (text.length > LONGEST_ANSWER) {
    return `${LONGEST_ANSWER.toLocaleString('ja-JP')}字までにしてください（いま${text.length.toLocaleString('ja-JP')}字）。分けて送ることもできます。`;
  }
  return null;
}

/** `text` with `added` below what stands there. */
export function joined(text: string, added: string): string {
  return text.trim() === '' ? added : `${text.trimEnd()}\n${added}`;
}
