/** `knowledge readings`: every reading that the passages get, so that an editor can look through them. */
import { localKnowledge } from '../local-knowledge.ts';

export const READINGS_HELP =
  'npm run -s knowledge -- readings all furigana that the passages get; mend one in knowledge/readings.yaml';

/** Prints each word with its reading once, with the number of passages in which it stands. */
export function readings(): void {
  const { handbook, furigana } = localKnowledge();
  const passagesOf = new Map<string, number>();
  for (const { title, body, more, plain } of handbook.passages) {
    const texts = [...body, ...more, ...plain].flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.items,
    );
    const given = furigana([title, ...texts].join('\n')).matchAll(/[\p{Script=Han}々]+（[ぁ-ゖー]+）/gu);
    for (const word of new Set(Array.from(given, ([match]) => match)))
      passagesOf.set(word, (passagesOf.get(word) ?? 0) + 1);
  }
  for (const [word, n] of [...passagesOf].sort(([a], [b]) => a.localeCompare(b, 'ja')))
    console.log(`${word}\t${n}`);
}
