/** Reads the period, the kind and the place in the list from the address, and shows the questions. */
import type { Context } from 'hono';
import { groupStored } from '../../editors/asked-questions.ts';
import { type QuestionCursor, seeQuestions } from '../../store/questions.ts';
import type { ConsoleEnv, ConsoleParts } from '../env.ts';
import { type Period, readPeriod } from './period.ts';
import { QUESTION_KINDS, type QuestionKind, QuestionsPage } from './questions-page.tsx';

/** So many are opened and grouped at once. */
const AT_ONCE = 200;

/** The page of `GET /editors/questions`. Its address holds days and a place in the list, never a word of a patient. */
export function questionsRoute(parts: ConsoleParts) {
  return async (c: Context<ConsoleEnv>) => {
    const kind = QUESTION_KINDS.find(({ id }) => id === c.req.query('kind'))?.id ?? 'unanswered';
    const period = readPeriod(c.req.query('from'), c.req.query('to'), parts.now());
    const range = { ...period, cursor: readCursor(c.req.query('after')), limit: AT_ONCE + 1 };
    const [knowledge, rows] = await Promise.all([
      parts.knowledge(),
      seeQuestions(parts.db, kind, range, {
        id: parts.uuid(),
        atMs: parts.now(),
        staffId: c.var.staff.id,
        action: 'questions_seen',
        detail: { kind, firstDay: period.from, lastDay: period.to },
      }),
    ]);
    const read = rows.slice(0, AT_ONCE);
    const last = read.at(-1);
    return c.html(
      <QuestionsPage
        staff={c.var.staff}
        kind={kind}
        period={period}
        asked={await groupStored(read, parts.seal, knowledge)}
        looked={{ rows: read.length, oldestMs: last?.atMs ?? null }}
        older={last && rows.length > AT_ONCE ? olderAddress(kind, period, last) : null}
      />,
    );
  };
}

function readCursor(after: string | undefined): QuestionCursor | null {
  const found = /^(\d{1,15})-(\d{1,15})$/.exec(after ?? '');
  return found ? { atMs: Number(found[1]), row: Number(found[2]) } : null;
}

function olderAddress(kind: QuestionKind, { from, to }: Period, { atMs, row }: QuestionCursor): string {
  return `/console/editors/questions?${new URLSearchParams({ kind, from, to, after: `${atMs}-${row}` })}`;
}
