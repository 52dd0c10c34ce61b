/** Two versions of a text side by side: sentence by sentence, and within a sentence word by word. */
import { diffArrays } from 'diff';

export type Segment = { readonly text: string; readonly changed: boolean };
/** Sentences that stand beside each other; one side is empty where sentences came or went. */
export type SideBySide = {
  readonly same: boolean;
  readonly before: readonly Segment[];
  readonly now: readonly Segment[];
};

const words = new Intl.Segmenter('ja', { granularity: 'word' });
/** Below this share of common letters two sentences are shown as wholly different: shreds help nobody. */
const ALIKE = 0.4;

/** `before` and `now` in rows. */
export function wordChanges(before: string, now: string): SideBySide[] {
  const rows: SideBySide[] = [];
  let gone: string[] = [];
  let come: string[] = [];
  const flush = () => {
    rows.push(...changedRows(gone, come));
    gone = [];
    come = [];
  };
  for (const { value, added, removed } of diffArrays(sentences(before), sentences(now))) {
    if (removed) gone = [...gone, ...value];
    else if (added) come = [...come, ...value];
    else {
      flush();
      const text = value.join('');
      rows.push({ same: true, before: [plain(text)], now: [plain(text)] });
    }
  }
  flush();
  return rows;
}

/** Ends after 。！？ with closing brackets, and at line ends; nothing is lost. */
function sentences(text: string): string[] {
  return (
    text.match(/[^。！？\n]*(?:[。！？]+[」』）]*\n?|\n|$)/g)?.filter((sentence) => sentence !== '') ?? []
  );
}

/** Sentences that are alike stand beside each other, in their order. */
function changedRows(gone: readonly string[], come: readonly string[]): SideBySide[] {
  const rows: SideBySide[] = [];
  let next = 0;
  for (const old of gone) {
    const found = come.findIndex((fresh, i) => i >= next && alike(old, fresh));
    if (found < 0) {
      rows.push({ same: false, before: [whole(old)], now: [] });
      continue;
    }
    for (const fresh of come.slice(next, found)) rows.push({ same: false, before: [], now: [whole(fresh)] });
    rows.push(withinSentence(old, come[found] ?? ''));
    next = found + 1;
  }
  for (const fresh of come.slice(next)) rows.push({ same: false, before: [], now: [whole(fresh)] });
  return rows;
}

function withinSentence(old: string, fresh: string): SideBySide {
  const before: Segment[] = [];
  const now: Segment[] = [];
  for (const { value, added, removed } of diffArrays(wordsOf(old), wordsOf(fresh))) {
    const text = value.join('');
    if (!added) before.push({ text, changed: removed });
    if (!removed) now.push({ text, changed: added });
  }
  return { same: false, before, now };
}

function alike(a: string, b: string): boolean {
  let common = 0;
  for (const { value, added, removed } of diffArrays(wordsOf(a), wordsOf(b)))
    if (!added && !removed) common += value.join('').length;
  return (2 * common) / (a.length + b.length) >= ALIKE;
}

function wordsOf(text: string): string[] {
  return [...words.segment(text)].map(({ segment }) => segment);
}

function plain(text: string): Segment {
  return { text, changed: false };
}

function whole(text: string): Segment {
  return { text, changed: true };
}
