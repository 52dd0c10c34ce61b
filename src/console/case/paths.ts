/** The addresses of a case's page and its parts. They hold ids alone, never a patient's words. */
import type { SpokenKey } from '../../store/case-view/spoken.ts';

export function casePath(caseId: string, part = ''): string {
  return `/console/cases/${encodeURIComponent(caseId)}${part === '' ? '' : `/${part}`}`;
}

/** A message's place in the conversation, for an address. */
export function keyText({ atMs, id }: SpokenKey): string {
  return `${atMs}~${id}`;
}

/** The place that `text` stands for, or null for anything else. */
export function readKey(text: string | undefined): SpokenKey | null {
  const [, atMs, id] = /^(\d{1,15})~(.{1,120})$/.exec(text ?? '') ?? [];
  return atMs === undefined || id === undefined ? null : { atMs: Number(atMs), id };
}
