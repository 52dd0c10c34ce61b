/** The case page, its live part, older messages, and a passage by itself. */
import type { Hono } from 'hono';
import { findCounselors, readLive } from '../../../store/case-view.ts';
import type { ConsoleEnv, ConsoleParts } from '../../env.ts';
import { notFoundPage } from '../../kit/errors.tsx';
import { Page } from '../../kit/page.tsx';
import { Notice } from '../../kit/parts.tsx';
import { ActsPart } from '../acts/acts-part.tsx';
import { whoHasIt } from '../acts/changed.tsx';
import { AnswerVersion } from '../answer/answer-part.tsx';
import { PassageText } from '../passage-text.tsx';
import { casePath, readKey } from '../paths.ts';
import { showCase } from '../show.tsx';
import { pageRange, readState, readTalk } from '../view.ts';
import { Earlier, LiveTalk, standing } from './conversation.tsx';
import { readEntries } from './entry.ts';

/** A page that stays open for a day shows no more than this without being loaded again. */
const LIVE_LIMIT = 300;

export function addTalkRoutes(routes: Hono<ConsoleEnv>, parts: ConsoleParts): void {
  routes.get('/cases/:id', (c) =>
    showCase(c, parts, c.req.param('id'), {}, { before: readKey(c.req.query('before')) }),
  );

  routes.get('/cases/:id/live', async (c) => {
    const key = readKey(c.req.query('from'));
    const range = key === null ? pageRange(null) : ({ kind: 'from', key, limit: LIVE_LIMIT } as const);
    const looker = { staffId: c.var.staff.id, nowMs: parts.now() };
    const [rows, counselors, { handbook }] = await Promise.all([
      readLive(parts.db, c.req.param('id'), range, looker),
      findCounselors(parts.db),
      parts.knowledge(),
    ]);
    if (!rows) return notFoundPage(c);
    const [state, entries] = await Promise.all([
      readState(parts, rows.row, c.var.staff, handbook),
      readEntries(rows.spoken, parts.seal, handbook, parts.now()),
    ]);
    const was = c.req.query('was') ?? '';
    const query = new URLSearchParams({ from: c.req.query('from') ?? '', was });
    return c.html(
      <>
        <LiveTalk state={state} entries={entries} livePath={`${casePath(state.case.id, 'live')}?${query}`} />
        {was === standing(state) ? null : (
          <Notice tone="amber" title="担当が変わりました">
            <p>
              {whoHasIt(state)}
              <a href={casePath(state.case.id)}>このページを読み直す</a>
              （入力中の文は、先に写しておいてください）
            </p>
          </Notice>
        )}
        <ActsPart state={state} counselors={counselors} fresh />
        {state.mine ? <AnswerVersion state={state} fresh /> : null}
      </>,
    );
  });

  routes.get('/cases/:id/earlier', async (c) => {
    const before = readKey(c.req.query('before'));
    const looker = { staffId: c.var.staff.id, nowMs: parts.now() };
    const [rows, { handbook }] = await Promise.all([
      readLive(parts.db, c.req.param('id'), pageRange(before), looker),
      parts.knowledge(),
    ]);
    if (!rows) return notFoundPage(c);
    const [state, talk] = await Promise.all([
      readState(parts, rows.row, c.var.staff, handbook),
      readTalk(parts, rows.spoken, handbook),
    ]);
    return c.html(<Earlier state={state} talk={talk} />);
  });

  routes.get('/cases/:id/passages/:chapter/:slug', async (c) => {
    const id = `${c.req.param('chapter')}/${c.req.param('slug')}`;
    const { handbook } = await parts.knowledge();
    const passage = handbook.passages.find((one) => one.id === id);
    if (!passage) return notFoundPage(c);
    return c.html(
      <Page title={passage.title} at="queue" staff={c.var.staff} width="narrow">
        <p class="breadcrumb">
          <a href={casePath(c.req.param('id'))}>← 相談に戻る</a>
        </p>
        <PassageText passage={passage} />
      </Page>,
    );
  });
}
