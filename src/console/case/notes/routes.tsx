/** Adding a note, and setting the day on which somebody looks again. */
import type { Hono } from 'hono';
import { z } from 'zod';
import { findCase, findCounselors, findNotes } from '../../../store/case-view.ts';
import { addNote, setFollowUp } from '../../../store/notes.ts';
import type { ConsoleEnv, ConsoleParts } from '../../env.ts';
import { notFoundPage } from '../../kit/errors.tsx';
import { isFragment, readForm } from '../form.ts';
import { casePath } from '../paths.ts';
import { type CaseContext, showCase } from '../show.tsx';
import { mentionedIn } from './mentioned.ts';
import { EMPTY_NOTE, FollowUpPart, LONGEST_NOTE, type NoteDraft, NotesPart } from './notes-part.tsx';
import { readNotes } from './read-notes.ts';

export function addNoteRoutes(routes: Hono<ConsoleEnv>, parts: ConsoleParts): void {
  const { db, seal } = parts;
  const showNotes = async (c: CaseContext, note: NoteDraft, status: 200 | 422 = 200) => {
    const caseId = c.req.param('id') ?? '';
    if (!isFragment(c)) return showCase(c, parts, caseId, { note }, { status });
    const [rows, counselors] = await db.batch([findNotes(db, caseId), findCounselors(db)]);
    const colleagues = counselors.filter(({ id }) => id !== c.var.staff.id);
    const notes = await readNotes(rows, seal);
    return c.html(<NotesPart caseId={caseId} notes={notes} colleagues={colleagues} draft={note} />, status);
  };

  routes.post('/cases/:id/notes', async (c) => {
    const caseId = c.req.param('id');
    const form = await readForm(c);
    const [[row], counselors] = await db.batch([findCase(db, caseId), findCounselors(db)]);
    if (!row) return notFoundPage(c);
    const text = form.text('note').trim();
    const chosen = form.all('mention');
    if (text === '') return showNotes(c, { text, chosen, error: 'メモを書いてから残してください。' }, 422);
    if (text.length > LONGEST_NOTE) {
      return showNotes(c, { text, chosen, error: `${LONGEST_NOTE}字までにしてください。` }, 422);
    }
    const mentioned = mentionedIn(text, chosen, counselors);
    const note = { id: parts.uuid(), caseId, by: c.var.staff.id, text, mentioned };
    await addNote(db, seal, note, parts.uuid(), parts.now());
    if (!isFragment(c)) return c.redirect(`${casePath(caseId)}#notes`, 303);
    return showNotes(c, EMPTY_NOTE);
  });

  routes.post('/cases/:id/follow-up', async (c) => {
    const caseId = c.req.param('id');
    const form = await readForm(c);
    const [row] = await findCase(db, caseId);
    if (!row) return notFoundPage(c);
    const day = z.union([z.literal('').transform(() => null), z.iso.date()]).safeParse(form.text('followUp'));
    if (!day.success) {
      const error = '日付を、年・月・日で入れてください。';
      if (!isFragment(c)) return showCase(c, parts, caseId, {}, { status: 422 });
      return c.html(<FollowUpPart caseId={caseId} on={row.case.followUpOn} error={error} />, 422);
    }
    await setFollowUp(db, caseId, day.data, c.var.staff.id, parts.uuid(), parts.now());
    if (!isFragment(c)) return c.redirect(`${casePath(caseId)}#follow-up`, 303);
    return c.html(<FollowUpPart caseId={caseId} on={day.data} saved />);
  });
}
