/** What the triage remembers of one patient between messages: plain JSON. */

export type TriageMemory = {
  readonly format: 1;
  /** Concepts that the patient has said, each with when last: 抗がん剤の治療中, 骨転移 … */
  readonly facts: readonly { readonly concept: string; readonly saidAtMs: number }[];
  /** Milder symptoms, by rule: two different ones add up. */
  readonly ambers: readonly { readonly rule: string; readonly saidAtMs: number }[];
  /** The last body temperature told. */
  readonly temperature: { readonly value: number; readonly saidAtMs: number } | null;
};

/** Nothing is remembered. */
export function emptyMemory(): TriageMemory {
  return { format: 1, facts: [], ambers: [], temperature: null };
}

const HOUR_MS = 60 * 60 * 1000;
/** A temperature told this long ago may complete a rule (「38.5です」, then 「抗がん剤をしています」). */
export const TEMPERATURE_HOURS = 12;

/** Whether what was said at `saidAtMs` still counts at `nowMs`. */
export function stillCounts(saidAtMs: number, hours: number, nowMs: number): boolean {
  return nowMs - saidAtMs <= hours * HOUR_MS;
}
