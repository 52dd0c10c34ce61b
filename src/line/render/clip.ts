/** Keeps a text within LINE's limits without cutting a character in two. */
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** `text`, or its first graphemes and 「…」 so that at most `limit` graphemes stand. */
export function clipGraphemes(text: string, limit: number): string {
  const all = [...graphemes.segment(text)].map((s) => s.segment);
  return all.length <= limit ? text : `${all.slice(0, limit - 1).join('')}…`;
}

/** `text`, or its first whole characters and 「…」 so that at most `limit` UTF-16 units stand. */
export function clipUtf16(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length + 1 > limit) break;
    kept += segment;
  }
  return `${kept}…`;
}
