/** Sending an answer, taking it back, trying it again. */
import type { Hono } from 'hono';
import { findCounselorsMessage } from '../../../store/case-view/spoken.ts';
import type { ConsoleEnv, ConsoleParts } from '../../env.ts';
import { notFoundPage } from '../../kit/errors.tsx';
import { answerText } from '../conversation/entry.ts';
import { type Form, isFragment, messageIdOf, readForm, versionOf } from '../form.ts';
import { casePath, readKey } from '../paths.ts';
import { type CaseContext, readCaseState, showCase } from '../show.tsx';
import { AnswerPart } from './answer-part.tsx';
import { cannedTextNow } from './canned.ts';
import { type Draft, faultOf, joined } from './draft.ts';
import { sendCard } from './tool-routes.tsx';

type Status = 200 | 409 | 422;

export function addAnswerRoutes(routes: Hono<ConsoleEnv>, parts: ConsoleParts): void {
  /** The form again, alone or in its page. */
  const showDraft = async (c: CaseContext, form: Form, draft: Draft, status: Status = 200) => {
    const caseId = c.req.param('id') ?? '';
    if (!isFragment(c)) return showCase(c, parts, caseId, { draft }, { status });
    const [state, { handbook }] = await Promise.all([readCaseState(c, parts, caseId), parts.knowledge()]);
    if (!state) return notFoundPage(c);
    const from = readKey(form.text('from')) ?? { atMs: 0, id: '-' };
    return c.html(
      <AnswerPart state={state} draft={draft} cannedReplies={handbook.cannedReplies} from={from} again />,
      status,
    );
  };

  routes.post('/cases/:id/answers', async (c) => {
    const caseId = c.req.param('id');
    const form = await readForm(c);
    if (form.text('passage') !== '' || form.text('centres') !== '') return sendCard(c, parts, caseId, form);
    const text = form.text('text');
    const messageId = messageIdOf(form, parts.uuid);
    const fault = faultOf(text);
    if (fault !== null) return showDraft(c, form, { text, messageId, error: fault }, 422);
    const act = { caseId, version: versionOf(form), by: c.var.staff.id };
    const acted = await parts.desk.answer(act, messageId, [{ type: 'text', text: text.trim() }]);
    if (acted.kind === 'changed') return showDraft(c, form, { text, messageId, notice: 'changed' }, 409);
    if (!isFragment(c)) return c.redirect(`${casePath(caseId)}#answer`, 303);
    return showDraft(c, form, { text: '', messageId: parts.uuid(), notice: 'sent' });
  });

  routes.post('/cases/:id/undo', async (c) => {
    const form = await readForm(c);
    const written = await readOwn(c, parts, form);
    const undone = written !== null && (await parts.desk.undo(form.text('message'), c.var.staff.id));
    const typed = form.text('text');
    const messageId = parts.uuid();
    if (!undone) return showDraft(c, form, { text: typed, messageId, notice: 'too_late' });
    // What was taken back stands in the form again, above what was typed since.
    const text = typed.trim() === '' ? written.text : joined(written.text, typed);
    return showDraft(c, form, { text, messageId, notice: 'undone' });
  });

  routes.post('/cases/:id/retry', async (c) => {
    const form = await readForm(c);
    const [row] = await findCounselorsMessage(parts.db, c.req.param('id'), form.text('message'));
    const retried = row !== undefined && (await parts.desk.retry(form.text('message'), c.var.staff.id));
    if (retried && !isFragment(c)) return c.redirect(casePath(c.req.param('id')), 303);
    const draft = { text: form.text('text'), messageId: messageIdOf(form, parts.uuid) };
    return showDraft(c, form, { ...draft, notice: retried ? 'retried' : 'not_retried' });
  });

  routes.post('/cases/:id/canned', async (c) => {
    const form = await readForm(c);
    const { handbook } = await parts.knowledge();
    const added = cannedTextNow(form.text('canned'), handbook, parts.now());
    const text = added === null ? form.text('text') : joined(form.text('text'), added);
    return showDraft(c, form, { text, messageId: messageIdOf(form, parts.uuid) });
  });
}

/** One's own text before it is taken back; cards are chosen again. Null for a message that is not one's own. */
async function readOwn(c: CaseContext, parts: ConsoleParts, form: Form): Promise<{ text: string } | null> {
  const [row] = await findCounselorsMessage(parts.db, c.req.param('id') ?? '', form.text('message'));
  if (row?.sealedContent == null || row.staffId !== c.var.staff.id) return null;
  const content = await parts.seal.open(row.sealedContent);
  const messages = JSON.parse(content) as { type: string }[];
  return { text: messages.every(({ type }) => type === 'text') ? answerText(content) : '' };
}
