/** The queue: open cases as they come in, one's own, search in them, and the lists behind the reports' figures. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { CASE_REASONS } from '../../conversation/decision.ts';
import { isoDay, tokyoDayOf } from '../../guidance/hours/tokyo-time.ts';
import { addAudit } from '../../store/audit.ts';
import { casesBehind, endedCases, followUps } from '../../store/case-list.ts';
import { readAlerts, readQueue } from '../../store/queue.ts';
import { COUNSELORS, type ConsoleEnv, type ConsoleParts, type Section } from '../env.ts';
import { isRed } from '../kit/case-words.ts';
import { Empty } from '../kit/parts.tsx';
import { caseQuestion, readBehind, thisMonth } from './behind.ts';
import { CasesPage, UnknownCasesPage } from './cases-page.tsx';
import { type Choice, choiceHref, cursorText, dayCursor, momentCursor, readChoice } from './choice.ts';
import { CaseTable, Pager } from './list-page.tsx';
import { QueueLive, Tabs } from './queue-live.tsx';
import { QueuePage } from './queue-page.tsx';
import { loadQueue } from './queue-view.ts';
import { searchOwnCases } from './search.ts';
import { SearchPage } from './search-page.tsx';

/** A poll says which version it has; the answer is empty while that is still the one. */
const VERSION_HEADER = 'hikkei-version';
const MILDEST_RED = CASE_REASONS.findLastIndex(isRed);
const searchForm = z.object({ words: z.string().trim().min(1).max(100) });

export function queueSection(parts: ConsoleParts): Section {
  const routes = new Hono<ConsoleEnv>();
  const today = () => isoDay(tokyoDayOf(parts.now()));

  routes.get('/', async (c) => {
    const choice = readChoice(c.req.query());
    const staff = c.get('staff');
    if (choice.view === 'ended' || choice.view === 'follow-up') return pagedList(parts, c, choice, today());
    const queue = await loadQueue(parts, staff, choice.view, choice.reason);
    return c.html(
      <QueuePage staff={staff} choice={choice} version={queue.version}>
        <QueueLive queue={await queue.view()} choice={choice} />
      </QueuePage>,
    );
  });

  routes.get('/live', async (c) => {
    const choice = readChoice(c.req.query());
    if (choice.view === 'ended' || choice.view === 'follow-up') return c.body(null, 204);
    const queue = await loadQueue(parts, c.get('staff'), choice.view, choice.reason);
    if (c.req.header(VERSION_HEADER) === queue.version) return c.body(null, 204);
    c.header(VERSION_HEADER, queue.version);
    return c.html(<QueueLive queue={await queue.view()} choice={choice} />);
  });

  routes.get('/alerts', async (c) => {
    const alerts = await readAlerts(parts.db, c.get('staff').id, MILDEST_RED);
    return c.json({ ...alerts, nowMs: parts.now() });
  });

  routes.get('/cases', async (c) => {
    const staff = c.get('staff');
    const parameters = c.req.query();
    const month = thisMonth(today());
    const behind = readBehind({ ...month, ...parameters });
    if (behind === null) return c.html(<UnknownCasesPage staff={staff} month={month} />, 400);
    const after = momentCursor(parameters.after ?? null);
    const [page, knowledge] = await Promise.all([
      casesBehind(parts.db, caseQuestion(behind), after),
      parts.knowledge(),
    ]);
    const { survey } = knowledge.handbook;
    return c.html(
      <CasesPage
        staff={staff}
        behind={behind}
        page={page}
        survey={survey}
        today={today()}
        further={after !== null}
      />,
    );
  });

  routes.get('/search', (c) => c.html(<SearchPage staff={c.get('staff')} words="" result={null} />));

  routes.post('/search', async (c) => {
    const staff = c.get('staff');
    const form = await c.req.parseBody();
    const read = searchForm.safeParse(form);
    if (!read.success) {
      const words = typeof form.words === 'string' ? form.words : '';
      const error = words.trim() === '' ? '探すことばを書いてください。' : '100文字までで書いてください。';
      return c.html(<SearchPage staff={staff} words={words} result={null} error={error} />, 422);
    }
    const { words } = read.data;
    const result = await searchOwnCases(parts, staff.id, words);
    await addAudit(parts.db, {
      id: parts.uuid(),
      atMs: parts.now(),
      staffId: staff.id,
      action: 'cases_searched',
      detail: { cases: result.cases, hits: result.total },
    });
    return c.html(<SearchPage staff={staff} words={words} result={result} />);
  });

  return {
    routes,
    access: {
      'GET /': COUNSELORS,
      'GET /live': COUNSELORS,
      'GET /alerts': COUNSELORS,
      'GET /cases': COUNSELORS,
      'GET /search': COUNSELORS,
      'POST /search': COUNSELORS,
    },
  };
}

/** The views that are read page by page. */
async function pagedList(parts: ConsoleParts, c: Context<ConsoleEnv>, choice: Choice, today: string) {
  const staff = c.get('staff');
  const ended = choice.view === 'ended';
  const question = { staffId: staff.id, view: 'mine', urgency: null, today } as const;
  const [{ counts }, page] = await Promise.all([
    readQueue(parts.db, question),
    ended
      ? endedCases(parts.db, staff.id, momentCursor(choice.after))
      : followUps(parts.db, dayCursor(choice.after)),
  ]);
  const href = (after: string | null) => choiceHref('/console', { ...choice, reason: null, after });
  return c.html(
    <QueuePage staff={staff} choice={choice} version={null}>
      <Tabs choice={{ ...choice, reason: null }} queue={{ counts }} />
      {page.rows.length === 0 ? (
        <Empty title={ended ? '終わった相談は、まだありません。' : '見直す日を決めた相談はありません。'}>
          <p>
            {ended ? '担当した相談を終えると、ここに並びます。' : '相談のページで、見直す日を決められます。'}
          </p>
        </Empty>
      ) : (
        <CaseTable
          caption={ended ? '自分が担当して終えた相談：新しい順' : '見直す日の早い順（全員の分）'}
          rows={page.rows}
          today={today}
        />
      )}
      <Pager
        next={page.next === null ? null : href(cursorText(page.next))}
        first={choice.after === null ? null : href(null)}
      />
    </QueuePage>,
  );
}
