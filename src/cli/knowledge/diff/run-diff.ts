/** Puts all questions to the handbook of a git commit and to the one of the working tree. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diffKnowledge, type KnowledgeDiff } from '../../../knowledge/diff/diff.ts';
import { exampleQuestions, joinQuestions, type Question } from '../../../knowledge/diff/question.ts';
import type { Handbook } from '../../../knowledge/handbook.ts';
import type { BuildPlaces } from '../../build/build-knowledge.ts';
import { readSourceFiles } from '../../build/source-files.ts';
import { type Commit, checkOutKnowledge } from './git-knowledge.ts';
import { compilableFiles, writeFiles } from './old-files.ts';
import { openSide } from './side.ts';

export type DiffOrder = {
  /** The project's folder, in a git repository. */
  readonly root: string;
  readonly ref: string;
  /** Where the present handbook is built to. */
  readonly present: BuildPlaces;
  readonly golden: readonly Question[];
  /** What patients wrote lately, as it is. */
  readonly patients: readonly string[];
  /** Takes files that the present program cannot read from the working tree. */
  readonly mend: boolean;
  readonly reviewedOnly: boolean;
  readonly nowMs: number;
  /** Told what is being done. */
  readonly progress: (what: string) => void;
};

export type RanDiff = {
  readonly commit: Commit;
  readonly mended: readonly string[];
  readonly before: { readonly version: string; readonly handbook: Handbook };
  readonly now: { readonly version: string; readonly handbook: Handbook };
  readonly diff: KnowledgeDiff;
};

/** Throws CannotError (an older shape among them), or KnowledgeError for the present handbook. */
export async function runDiff(order: DiffOrder): Promise<RanDiff> {
  const { root, ref, present, reviewedOnly, nowMs } = order;
  const dir = mkdtempSync(join(tmpdir(), 'hikkei-diff-'));
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const commit = checkOutKnowledge(root, ref, dir);
    order.progress(`compiling knowledge/ of ${commit.short} and of the working tree …`);
    const now = openSide({ places: present, reviewedOnly, nowMs });
    closing.push(now.close);
    // Awaited below: what goes wrong meanwhile must not end the program unheard.
    now.ready.catch(() => undefined);
    const was = readSourceFiles(join(dir, 'knowledge'));
    const old = compilableFiles(ref, was, readSourceFiles(present.knowledgeDir), order.mend);
    if (old.mended.length > 0) writeFiles(dir, old.files);
    const places = placesIn(dir);
    lendDictionary(present, places);
    const before = openSide({ places, reviewedOnly, nowMs });
    closing.push(before.close);
    const [oldSide, newSide] = await Promise.all([before.ready, now.ready]);

    const questions = joinQuestions([
      order.golden,
      exampleQuestions(oldSide.handbook),
      exampleQuestions(newSide.handbook),
      order.patients.map((text) => ({ turns: [text], origins: [{ kind: 'patient' }] })),
    ]);
    order.progress(`asking both ${questions.length} questions …`);
    const texts = questions.map(({ turns }) => turns);
    const hidden = questions.filter(onlyOfPatients);
    const fresh = newSide.answer({ questions: texts, mask: hidden.map(({ turns }) => turns[0] ?? '') });
    // The same handbook answers the same.
    const same = oldSide.version === newSide.version;
    const former = same ? fresh : oldSide.answer({ questions: texts, mask: [] });
    const [oldAnswers, newAnswers] = await Promise.all([former, fresh]);
    const shown = questions.map((question) =>
      onlyOfPatients(question)
        ? { ...question, turns: [newAnswers.masked[hidden.indexOf(question)] ?? ''] }
        : question,
    );
    const diff = diffKnowledge(
      { handbook: oldSide.handbook, answers: oldAnswers.answers },
      { handbook: newSide.handbook, answers: newAnswers.answers },
      shown,
    );
    return { commit, mended: old.mended, before: oldSide, now: newSide, diff };
  } finally {
    await Promise.all(closing.map((close) => close()));
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Words that stand in the handbook are no secret; a patient's own are shown masked. */
function onlyOfPatients({ origins }: Question): boolean {
  return origins.every(({ kind }) => kind === 'patient');
}

/** With the present dictionary and the note of what it was made from, an older one of the same words is not made again. */
function lendDictionary(from: BuildPlaces, to: BuildPlaces): void {
  if (!existsSync(from.dictionaryFile) || !existsSync(from.stampFile)) return;
  mkdirSync(dirname(to.dictionaryFile), { recursive: true });
  copyFileSync(from.stampFile, to.stampFile);
  copyFileSync(from.dictionaryFile, to.dictionaryFile);
}

function placesIn(dir: string): BuildPlaces {
  return {
    knowledgeDir: join(dir, 'knowledge'),
    dictionaryFile: join(dir, 'built', 'dictionary.bin'),
    artifactFile: join(dir, 'built', 'knowledge.json'),
    stampFile: join(dir, 'knowledge.stamp'),
  };
}
