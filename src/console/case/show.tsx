/** Reads a case and shows its page, with what the person at the screen is in the middle of. */
import type { Context } from 'hono';
import type { Knowledge } from '../../conversation/knowledge.ts';
import { readSaid } from '../../line/said.ts';
import { recordOf } from '../../store/case-record.ts';
import type { SpokenKey } from '../../store/case-view/spoken.ts';
import { type CasePageRows, findCase, readCasePage } from '../../store/case-view.ts';
import { readDeskSettings } from '../../store/settings.ts';
import type { ConsoleEnv, ConsoleParts } from '../env.ts';
import { notFoundPage } from '../kit/errors.tsx';
import { EMPTY_NOTE } from './notes/notes-part.tsx';
import { readNotes } from './notes/read-notes.ts';
import { CasePage, type CaseView, type Doing } from './page.tsx';
import { type SelfTold, selfTold } from './told/self-told.ts';
import { type CaseState, pageRange, readState, readTalk } from './view.ts';

export type CaseContext = Context<ConsoleEnv>;

/** The whole page of case `caseId`; 404 where there is no such case. */
export async function showCase(
  c: CaseContext,
  parts: ConsoleParts,
  caseId: string,
  doing: Partial<Doing> = {},
  options: { readonly before?: SpokenKey | null; readonly status?: 200 | 409 | 422 } = {},
): Promise<Response> {
  const before = options.before ?? null;
  const me = c.var.staff;
  const seen = {
    id: parts.uuid(),
    atMs: parts.now(),
    staffId: me.id,
    action: 'case_seen' as const,
    caseId,
  };
  const [rows, knowledge, settings] = await Promise.all([
    readCasePage(parts.db, caseId, pageRange(before), seen),
    parts.knowledge(),
    readDeskSettings(parts.db),
  ]);
  if (!rows) return notFoundPage(c);
  const { handbook } = knowledge;
  const [state, talk, told, notes] = await Promise.all([
    readState(parts, rows.row, me, handbook, settings),
    readTalk(parts, rows.spoken, handbook),
    readTold(parts, rows.written, knowledge),
    readNotes(rows.notes, parts.seal),
  ]);
  const view: CaseView = {
    state,
    talk,
    whole: before === null,
    told,
    counselors: rows.counselors,
    notes,
    record: recordOf(rows.record),
    history: rows.history,
    others: rows.others,
    cannedReplies: handbook.cannedReplies,
  };
  const whole: Doing = {
    draft: { text: '', messageId: parts.uuid() },
    note: EMPTY_NOTE,
    passages: { kind: 'none' },
    centres: { kind: 'none' },
    changed: false,
    ...doing,
  };
  return c.html(<CasePage view={view} doing={whole} />, options.status ?? 200);
}

/** The case as it stands, for a part of the page; null where there is no such case. */
export async function readCaseState(
  c: CaseContext,
  parts: ConsoleParts,
  caseId: string,
): Promise<CaseState | null> {
  const [[row], { handbook }] = await Promise.all([findCase(parts.db, caseId), parts.knowledge()]);
  return row ? readState(parts, row, c.var.staff, handbook) : null;
}

async function readTold(
  parts: ConsoleParts,
  written: CasePageRows['written'],
  knowledge: Knowledge,
): Promise<SelfTold> {
  const wrote = await Promise.all(
    written.map(async ({ sealedContent, route, atMs }) => {
      if (sealedContent === null) return [];
      const said = readSaid(await parts.seal.open(sealedContent), knowledge.handbook);
      return [{ said, askedPlace: route === 'centre', atMs }];
    }),
  );
  return selfTold(wrote.flat(), knowledge);
}
