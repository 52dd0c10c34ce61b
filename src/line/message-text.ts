/** A LINE message as text: what a patient would read, in order. */
import type { LineMessage } from './render/messages.ts';

/** All texts and labels of `message`, a line each. */
export function messageText(message: LineMessage): string {
  const lines: string[] = [];
  collect(message.type === 'text' ? message : message.contents, lines);
  const replies = message.quickReply?.items?.map((item) => `[${labelOf(item.action)}]`) ?? [];
  return [...lines, ...(replies.length > 0 ? [replies.join(' ')] : [])].join('\n');
}

function collect(node: unknown, lines: string[]): void {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, lines);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const part = node as { type?: string; text?: string; action?: unknown };
  if (part.type === 'text' && part.text) lines.push(part.text);
  if (part.type === 'button') lines.push(`[${labelOf(part.action)}]`);
  for (const [key, value] of Object.entries(part)) {
    if (key !== 'quickReply' && key !== 'action') collect(value, lines);
  }
}

function labelOf(action: unknown): string {
  const label = (action as { label?: unknown } | undefined)?.label;
  return typeof label === 'string' ? label : '';
}
