/** The same passage or rule in other words: what patients read anew, and how many questions lead to it. */
import type { Handbook } from '../handbook.ts';
import { type Passage, plainText, type Review } from '../passage.ts';
import { answerKey, passagesIn } from './answer.ts';
import type { Asked } from './compare.ts';

/** What a passage gives patients to read, by name. */
export const SECTIONS = ['title', 'body', 'more', 'plain', 'ask', 'sources', 'dates'] as const;
export type SectionName = (typeof SECTIONS)[number] | 'words';

export type TextChange = {
  readonly kind: 'passage' | 'rule' | 'words';
  /** Id of the passage or rule; of other words the kind of action. */
  readonly id: string;
  readonly title: string;
  readonly sections: readonly {
    readonly name: SectionName;
    readonly before: string;
    readonly now: string;
  }[];
  /** How many of the questions, answered the same otherwise, are answered with it. */
  readonly questions: number;
};

/** What is written otherwise, the most asked first. */
export function textChanges(before: Handbook, now: Handbook, asked: readonly Asked[]): TextChange[] {
  const kept = asked.filter((one) => answerKey(one.before) === answerKey(one.now));
  return [...passageChanges(before, now, kept), ...otherChanges(now, kept)]
    .filter(({ sections }) => sections.length > 0)
    .sort((a, b) => b.questions - a.questions || (a.id < b.id ? -1 : 1));
}

function passageChanges(before: Handbook, now: Handbook, kept: readonly Asked[]): TextChange[] {
  const shown = new Map<string, number>();
  for (const one of kept) for (const id of passagesIn(one.now)) shown.set(id, (shown.get(id) ?? 0) + 1);
  const old = new Map(before.passages.map((passage) => [passage.id, passage]));
  return now.passages.flatMap((passage): TextChange[] => {
    const was = old.get(passage.id);
    if (!was) return [];
    const [a, b] = [sectionsOf(was), sectionsOf(passage)];
    const sections = SECTIONS.filter((name) => a[name] !== b[name]).map((name) => ({
      name,
      before: a[name],
      now: b[name],
    }));
    const { id, title } = passage;
    return [{ kind: 'passage', id, title, sections, questions: shown.get(id) ?? 0 }];
  });
}

/** A passage in sections, as its patients read them. */
export function sectionsOf(passage: Passage): Record<(typeof SECTIONS)[number], string> {
  return {
    title: passage.title,
    body: plainText(passage.body),
    more: plainText(passage.more),
    plain: plainText(passage.plain),
    ask: passage.ask.join('\n'),
    sources: passage.sources
      .map(({ title, url, document, date }) => `${title}（${date}）${url ?? document ?? ''}`)
      .join('\n'),
    dates: [
      `書いた日 ${passage.writtenOn}`,
      `医療者の確認 ${reviewText(passage.reviewed)}`,
      `患者さんの確認 ${reviewText(passage.readByPatients)}`,
      `次に見直す日 ${passage.nextReview}`,
    ].join('\n'),
  };
}

function reviewText(review: Review | null): string {
  return review === null ? 'まだ' : `${review.by}（${review.on}）`;
}

/** What rules and all else say: told apart by their words, since one rule may speak in several ways. */
function otherChanges(now: Handbook, kept: readonly Asked[]): TextChange[] {
  const titles = new Map(now.triage.rules.map(({ id, title }) => [id, title]));
  const changes = new Map<string, TextChange>();
  for (const { before, now: fresh } of kept) {
    for (const [i, part] of fresh.parts.entries()) {
      const was = before.parts[i];
      if (part.kind !== 'rule' && part.kind !== 'words') continue;
      if (was?.kind !== part.kind || was.text === part.text) continue;
      const key = JSON.stringify([part.kind, part.id, was.text, part.text]);
      const title = part.kind === 'rule' ? (titles.get(part.id) ?? part.id) : part.id;
      const sections = [{ name: 'words' as const, before: was.text, now: part.text }];
      const questions = (changes.get(key)?.questions ?? 0) + 1;
      changes.set(key, { kind: part.kind, id: part.id, title, sections, questions });
    }
  }
  return [...changes.values()];
}
