/** Writing the record of a case, and ending the case. */
import type { Hono } from 'hono';
import { keepKnown, recordOf, writeRecord } from '../../../store/case-record.ts';
import { findCase, findRecord } from '../../../store/case-view.ts';
import { type CaseRecord, RECORD_QUESTIONS } from '../../../store/record-questions.ts';
import type { ConsoleEnv, ConsoleParts } from '../../env.ts';
import { notFoundPage } from '../../kit/errors.tsx';
import { type Form, isFragment, readForm, versionOf } from '../form.ts';
import { casePath } from '../paths.ts';
import { type CaseContext, readCaseState } from '../show.tsx';
import { RecordPart } from './record-part.tsx';
import { ResolvePage } from './resolve-page.tsx';

export function addRecordRoutes(routes: Hono<ConsoleEnv>, parts: ConsoleParts): void {
  const { db } = parts;
  const save = async (c: CaseContext, caseId: string, openedAtMs: number, record: CaseRecord) => {
    const of = { caseId, openedAtMs, by: c.var.staff.id };
    await writeRecord(db, of, record, parts.uuid(), parts.now());
  };

  routes.post('/cases/:id/record', async (c) => {
    const caseId = c.req.param('id');
    const record = recordFrom(await readForm(c));
    const [row] = await findCase(db, caseId);
    if (!row) return notFoundPage(c);
    await save(c, caseId, row.case.openedAtMs, record);
    if (!isFragment(c)) return c.redirect(`${casePath(caseId)}#record`, 303);
    return c.html(<RecordPart caseId={caseId} record={record} saved />);
  });

  routes.get('/cases/:id/resolve', async (c) => {
    const caseId = c.req.param('id');
    const [state, rows] = await Promise.all([readCaseState(c, parts, caseId), findRecord(db, caseId)]);
    if (!state) return notFoundPage(c);
    if (state.case.status === 'resolved') return c.redirect(casePath(caseId), 303);
    return c.html(<ResolvePage state={state} record={recordOf(rows)} />);
  });

  routes.post('/cases/:id/resolve', async (c) => {
    const caseId = c.req.param('id');
    const form = await readForm(c);
    const record = recordFrom(form);
    const acted = await parts.desk.resolve({ caseId, version: versionOf(form), by: c.var.staff.id });
    const state = await readCaseState(c, parts, caseId);
    if (!state) return notFoundPage(c);
    // Nothing that was chosen is lost: the page comes again with it.
    if (acted.kind === 'changed') return c.html(<ResolvePage state={state} record={record} changed />, 409);
    if (form.text('save') === 'yes') await save(c, caseId, state.case.openedAtMs, record);
    return c.redirect(casePath(caseId), 303);
  });
}

function recordFrom(form: Form): CaseRecord {
  return Object.fromEntries(
    RECORD_QUESTIONS.map((question) => [question.id, keepKnown(question, form.all(question.id))]),
  );
}
