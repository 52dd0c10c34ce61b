/** Questions that do not find the passage in which they stand among the three that a patient is shown. */
import type { Knowledge } from '../../../conversation/knowledge.ts';
import type { Finding } from '../../../knowledge/check/finding.ts';
import { linesIn, type PassageLines } from '../../../knowledge/check/passage-lines.ts';
import { type Wording, wordingOf } from '../../../retrieval/wording-similarity.ts';

/** Two rivals of so many shared terms can push a passage out of the three: only then is the search asked (5 ms each). */
const RIVAL_SHARE = 0.6;
const RIVALS = 2;

/** A warning for each question that leads elsewhere, with where it leads. */
export function foundByOwnQuestions(
  { analyser, retriever }: Pick<Knowledge, 'analyser' | 'retriever'>,
  passages: readonly PassageLines[],
): Finding[] {
  const asked = passages.flatMap((passage) =>
    linesIn(passage, 'question').map(({ line, text }) => {
      const question = analyser.analyse(text);
      return { passage, line, text, question, wording: wordingOf(question) };
    }),
  );
  const contested = createContest(asked.map(({ passage, wording }) => ({ id: passage.id, wording })));
  return asked.flatMap(({ passage, line, text, question, wording }): Finding[] => {
    if (contested(passage.id, wording) < RIVALS) return [];
    const found = retriever.find(question).passages.map((each) => each.passage.id as string);
    if (found.includes(passage.id)) return [];
    const message = `the question "${text}" does not find this passage among the first three (${found.join(', ') || 'none'}); reword it, or move it there`;
    return [{ file: passage.file, line, severity: 'warning', rule: 'own-question', message }];
  });
}

/** How many other passages have a wording that shares at least RIVAL_SHARE of a question's terms. */
function createContest(wordings: readonly { readonly id: string; readonly wording: Wording }[]) {
  const holders = new Map<string, number[]>();
  wordings.forEach(({ wording }, i) => {
    for (const term of wording) {
      const list = holders.get(term);
      if (list) list.push(i);
      else holders.set(term, [i]);
    }
  });
  return (id: string, terms: Wording): number => {
    const shared = new Uint16Array(wordings.length);
    for (const term of terms) for (const i of holders.get(term) ?? []) shared[i] = (shared[i] ?? 0) + 1;
    const rivals = new Set<string>();
    wordings.forEach((other, i) => {
      if (other.id !== id && (shared[i] ?? 0) >= RIVAL_SHARE * terms.length) rivals.add(other.id);
    });
    return rivals.size;
  };
}
