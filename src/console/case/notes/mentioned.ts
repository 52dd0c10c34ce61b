/** Whom a note names: 「@名前」 in its text, or chosen from the list. */
import type { Colleague } from '../../../store/case-view.ts';

/** Staff ids of those of `colleagues` whom `text` or `chosen` names. The longer name wins: 「@山田花」 is not 「@山田」. */
export function mentionedIn(
  text: string,
  chosen: readonly string[],
  colleagues: readonly Colleague[],
): string[] {
  const named = new Set(chosen);
  const longestFirst = colleagues.toSorted((a, b) => b.name.length - a.name.length);
  let rest = bare(text).replaceAll('＠', '@');
  for (const { id, name } of longestFirst) {
    const mark = `@${bare(name)}`;
    if (name === '' || !rest.includes(mark)) continue;
    named.add(id);
    rest = rest.replaceAll(mark, ' ');
  }
  return colleagues.filter(({ id }) => named.has(id)).map(({ id }) => id);
}

/** 「相談 花子」 is written with and without its space. */
function bare(text: string): string {
  return text.replaceAll(/[ \u3000]/g, '');
}
