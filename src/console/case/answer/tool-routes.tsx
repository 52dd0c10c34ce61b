/** Answering by a passage or by centre cards: searched, looked at, sent. */
import type { Hono } from 'hono';
import type { Knowledge } from '../../../conversation/knowledge.ts';
import { centresMessage } from '../../../line/render/centres.ts';
import type { LineMessage } from '../../../line/render/messages.ts';
import { passageMessage } from '../../../line/render/passage-bubble.ts';
import type { ConsoleEnv, ConsoleParts } from '../../env.ts';
import { notFoundPage } from '../../kit/errors.tsx';
import { type Form, isFragment, messageIdOf, readForm, versionOf } from '../form.ts';
import { casePath } from '../paths.ts';
import { type CaseContext, readCaseState, showCase } from '../show.tsx';
import { AnswerVersion } from './answer-part.tsx';
import { searchCentres } from './centre-search.ts';
import { type CentreSearch, CentresFound } from './centres-part.tsx';
import { searchPassages } from './passage-search.ts';
import { type PassageSearch, PassagesFound } from './passages-part.tsx';

type Tool =
  | { readonly of: 'passages'; readonly search: PassageSearch }
  | { readonly of: 'centres'; readonly search: CentreSearch };

export function addToolRoutes(routes: Hono<ConsoleEnv>, parts: ConsoleParts): void {
  routes.post('/cases/:id/passages', async (c) => {
    const query = (await readForm(c)).text('q');
    const passages = searchPassages(query, await parts.knowledge());
    const search =
      query.trim() === '' ? ({ kind: 'none' } as const) : ({ kind: 'found', query, passages } as const);
    return showTool(c, parts, { of: 'passages', search });
  });

  routes.post('/cases/:id/passages/preview', async (c) => {
    const form = await readForm(c);
    const passage = passageOf(form, await parts.knowledge());
    if (!passage) return notFoundPage(c);
    const search = { kind: 'chosen', passage, messageId: parts.uuid(), changed: false } as const;
    return showTool(c, parts, { of: 'passages', search });
  });

  routes.post('/cases/:id/centres', async (c) => {
    const query = (await readForm(c)).text('place');
    if (query.trim() === '') return showTool(c, parts, { of: 'centres', search: { kind: 'none' } });
    const found = searchCentres(query, await parts.knowledge());
    const search = { kind: 'searched', query, found, messageId: parts.uuid(), changed: false } as const;
    return showTool(c, parts, { of: 'centres', search });
  });
}

/** Sends the passage or the centres that the form names, its words unchanged. */
export async function sendCard(
  c: CaseContext,
  parts: ConsoleParts,
  caseId: string,
  form: Form,
): Promise<Response> {
  const knowledge = await parts.knowledge();
  const messageId = messageIdOf(form, parts.uuid);
  const card = cardOf(form, knowledge, messageId);
  if (!card) return notFoundPage(c);
  const act = { caseId, version: versionOf(form), by: c.var.staff.id };
  const acted = await parts.desk.answer(act, messageId, [card.message]);
  if (acted.kind === 'changed') return showTool(c, parts, card.again, 409);
  if (!isFragment(c)) return c.redirect(casePath(caseId), 303);
  return showTool(c, parts, card.sent);
}

type Card = { readonly message: LineMessage; readonly again: Tool; readonly sent: Tool };

function cardOf(form: Form, knowledge: Knowledge, messageId: string): Card | null {
  const { phrases } = knowledge.handbook;
  const passage = passageOf(form, knowledge);
  if (passage) {
    return {
      message: passageMessage(passage, [], phrases),
      again: { of: 'passages', search: { kind: 'chosen', passage, messageId, changed: true } },
      sent: { of: 'passages', search: { kind: 'sent', title: passage.title } },
    };
  }
  const query = form.text('centres');
  const found = searchCentres(query, knowledge);
  if (found.kind !== 'near') return null;
  return {
    message: centresMessage(found.centres, found.place, phrases),
    again: { of: 'centres', search: { kind: 'searched', query, found, messageId, changed: true } },
    sent: { of: 'centres', search: { kind: 'sent', place: found.place } },
  };
}

function passageOf(form: Form, { handbook }: Pick<Knowledge, 'handbook'>) {
  return handbook.passages.find((passage) => passage.id === form.text('passage'));
}

async function showTool(
  c: CaseContext,
  parts: ConsoleParts,
  tool: Tool,
  status: 200 | 409 = 200,
): Promise<Response> {
  const caseId = c.req.param('id') ?? '';
  const doing = tool.of === 'passages' ? { passages: tool.search } : { centres: tool.search };
  if (!isFragment(c)) return showCase(c, parts, caseId, doing, { status });
  const state = await readCaseState(c, parts, caseId);
  if (!state) return notFoundPage(c);
  return c.html(
    <>
      {tool.of === 'passages' ? (
        <PassagesFound state={state} search={tool.search} />
      ) : (
        <CentresFound state={state} search={tool.search} />
      )}
      {tool.search.kind === 'sent' && state.mine ? <AnswerVersion state={state} fresh /> : null}
    </>,
    status,
  );
}
