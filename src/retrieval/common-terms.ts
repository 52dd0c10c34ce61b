/** Terms that stand all over the handbook (がん, 治療): they do not tell one question from another. */
import type { Handbook } from '../knowledge/handbook.ts';
import type { Analyser } from '../language/analyse.ts';

/** A term in more than this share of the passages' titles is common. */
const COMMON_SHARE = 0.03;

const known = new WeakMap<Handbook, ReadonlySet<string>>();

/** The common words and groups (`#id`) of `handbook`, reckoned once. */
export function commonTerms(handbook: Handbook, analyser: Analyser): ReadonlySet<string> {
  const before = known.get(handbook);
  if (before) return before;
  const titles = handbook.passages.map(({ title }) => {
    const { words, groups } = analyser.analyse(title);
    return new Set([...words, ...groups]);
  });
  const common = new Set<string>();
  for (const term of new Set(titles.flatMap((terms) => [...terms]))) {
    if (titles.filter((terms) => terms.has(term)).length > COMMON_SHARE * titles.length) common.add(term);
  }
  known.set(handbook, common);
  return common;
}
