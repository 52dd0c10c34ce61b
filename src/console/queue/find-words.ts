/** Finds words in a text whatever their width and case, and shows the text around them as it was written. */

export type Found = { readonly before: string; readonly hit: string; readonly after: string };

/** Characters that are shown on either side of a hit. */
const AROUND = 30;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** `text` as it is compared. */
export function comparable(text: string): string {
  return foldOf(text).folded;
}

/** The first place in `text` where `words` stand, with what is around it; null where they stand nowhere. */
export function findWords(text: string, words: string): Found | null {
  const wanted = comparable(words.trim());
  if (wanted === '') return null;
  const { folded, pieces, pieceOf } = foldOf(text);
  const at = folded.indexOf(wanted);
  if (at < 0) return null;
  const first = pieceOf[at] ?? 0;
  const last = pieceOf[at + wanted.length - 1] ?? first;
  const from = Math.max(0, first - AROUND);
  const to = Math.min(pieces.length, last + 1 + AROUND);
  return {
    before: (from > 0 ? '…' : '') + pieces.slice(from, first).join(''),
    hit: pieces.slice(first, last + 1).join(''),
    after: pieces.slice(last + 1, to).join('') + (to < pieces.length ? '…' : ''),
  };
}

/** Folded piece by piece, so that each unit of the folded text knows which character it came from. */
function foldOf(text: string) {
  const pieces: string[] = [];
  const pieceOf: number[] = [];
  let folded = '';
  for (const { segment } of graphemes.segment(text)) {
    const piece = /^\s+$/u.test(segment) ? ' ' : segment.normalize('NFKC').toLowerCase();
    for (let i = 0; i < piece.length; i++) pieceOf.push(pieces.length);
    pieces.push(segment);
    folded += piece;
  }
  return { folded, pieces, pieceOf };
}
