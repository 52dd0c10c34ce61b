/** The editors' pages: trying a question, questions without an answer, starting a passage, reviewing passages. */
import { type Context, Hono } from 'hono';
import { newPassage } from '../../editors/new-passage.ts';
import { isoDay, tokyoDayOf } from '../../guidance/hours/tokyo-time.ts';
import type { AuditAction, AuditEntry } from '../../store/audit.ts';
import { addAudit } from '../../store/audit.ts';
import { passageUse } from '../../store/passage-use.ts';
import { type ConsoleEnv, type ConsoleParts, EDITORS, type Section } from '../env.ts';
import { checkDraft, firstTitle, nearestTopic, readDraftFields, wordsIn } from './draft-form.ts';
import { DraftPage } from './draft-page.tsx';
import { COUNTED_DAYS, PassagePage } from './passage-page.tsx';
import { PassagesPage } from './passages-page.tsx';
import { questionsRoute } from './questions-route.tsx';
import { LONGEST, TryPage } from './try-page.tsx';
import { tryQuestion } from './try-question.ts';

const DAY_MS = 24 * 60 * 60_000;

export function editorsSection(parts: ConsoleParts): Section {
  const routes = new Hono<ConsoleEnv>();
  const today = () => isoDay(tokyoDayOf(parts.now()));
  const entry = (c: Context<ConsoleEnv>, action: AuditAction, detail: AuditEntry['detail']): AuditEntry => ({
    id: parts.uuid(),
    atMs: parts.now(),
    staffId: c.var.staff.id,
    action,
    ...(detail ? { detail } : {}),
  });

  routes.get('/editors', (c) => c.html(<TryPage staff={c.var.staff} text="" />));

  routes.post('/editors', async (c) => {
    const { question } = await c.req.parseBody();
    const text = typeof question === 'string' ? question : '';
    const staff = c.var.staff;
    if (text.trim() === '')
      return c.html(<TryPage staff={staff} text={text} error="質問を書いてください。" />);
    if (text.length > LONGEST) {
      const error = `${LONGEST.toLocaleString('ja-JP')}字までにしてください。LINEで送れるのもここまでです。`;
      return c.html(<TryPage staff={staff} text={text} error={error} />);
    }
    const knowledge = await parts.knowledge();
    const trial = tryQuestion(text, knowledge, parts.now());
    await addAudit(parts.db, entry(c, 'question_tried', { route: trial.decision.route }));
    return c.html(<TryPage staff={staff} text={text} tried={{ trial, knowledge }} />);
  });

  routes.get('/editors/questions', questionsRoute(parts));

  routes.post('/editors/draft', async (c) => {
    const knowledge = await parts.knowledge();
    const words = wordsIn(readDraftFields(await c.req.parseBody()).words);
    const fields = {
      words: words.join(' '),
      topic: nearestTopic(words, knowledge) ?? '',
      title: firstTitle(words),
      name: '',
    };
    return c.html(<DraftPage staff={c.var.staff} fields={fields} topics={knowledge.handbook.topics} />);
  });

  routes.post('/editors/draft/file', async (c) => {
    const knowledge = await parts.knowledge();
    const fields = readDraftFields(await c.req.parseBody());
    const checked = checkDraft(fields, knowledge);
    if ('errors' in checked) {
      const { topics } = knowledge.handbook;
      return c.html(
        <DraftPage staff={c.var.staff} fields={fields} errors={checked.errors} topics={topics} />,
        422,
      );
    }
    const { topic, name } = checked.form;
    const { markdown } = newPassage(checked.form, today());
    await addAudit(
      parts.db,
      entry(c, 'passage_started', { topic: topic.id, passage: `${topic.chapter}/${name}` }),
    );
    return c.body(markdown, 200, {
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.md"`,
      'x-content-type-options': 'nosniff',
    });
  });

  routes.get('/editors/passages', async (c) => {
    const { handbook } = await parts.knowledge();
    const filter = { state: c.req.query('state') ?? '', topic: c.req.query('topic') ?? '' };
    return c.html(<PassagesPage staff={c.var.staff} handbook={handbook} filter={filter} today={today()} />);
  });

  routes.get('/editors/passages/:chapter/:name', async (c) => {
    const { handbook } = await parts.knowledge();
    const id = `${c.req.param('chapter')}/${c.req.param('name')}`;
    const passage = handbook.passages.find((p) => p.id === id);
    if (!passage) return c.notFound();
    const use = await passageUse(parts.db, passage, parts.now() - COUNTED_DAYS * DAY_MS);
    return c.html(
      <PassagePage staff={c.var.staff} passage={passage} handbook={handbook} use={use} today={today()} />,
    );
  });

  return {
    routes,
    access: {
      'GET /editors': EDITORS,
      'POST /editors': EDITORS,
      'GET /editors/questions': EDITORS,
      'POST /editors/draft': EDITORS,
      'POST /editors/draft/file': EDITORS,
      'GET /editors/passages': EDITORS,
      'GET /editors/passages/:chapter/:name': EDITORS,
    },
  };
}
