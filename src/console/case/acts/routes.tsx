/** Taking a case, giving it back, passing it on. */
import type { Hono } from 'hono';
import type { Act, Acted } from '../../../desk/desk.ts';
import { findCounselors } from '../../../store/case-view.ts';
import type { ConsoleEnv, ConsoleParts } from '../../env.ts';
import { type Form, readForm, versionOf } from '../form.ts';
import { casePath } from '../paths.ts';
import { type CaseContext, showCase } from '../show.tsx';

export function addActRoutes(routes: Hono<ConsoleEnv>, parts: ConsoleParts): void {
  const { desk } = parts;
  const acting = (act: (act: Act, form: Form) => Promise<Acted>) => async (c: CaseContext) => {
    const caseId = c.req.param('id') ?? '';
    const form = await readForm(c);
    const acted = await act({ caseId, version: versionOf(form), by: c.var.staff.id }, form);
    if (acted.kind === 'done') return c.redirect(casePath(caseId), 303);
    return showCase(c, parts, caseId, { changed: true }, { status: 409 });
  };
  routes.post(
    '/cases/:id/claim',
    acting((act) => desk.claim(act)),
  );
  routes.post(
    '/cases/:id/take-over',
    acting((act) => desk.takeOver(act)),
  );
  routes.post(
    '/cases/:id/release',
    acting((act) => desk.release(act)),
  );
  routes.post(
    '/cases/:id/transfer',
    acting(async (act, form) => {
      const to = form.text('to');
      const counselors = await findCounselors(parts.db);
      // Somebody who may not have it (any more): shown as changed, with the list as it is now.
      if (!counselors.some(({ id }) => id === to && id !== act.by)) return { kind: 'changed' };
      return desk.transfer(act, to);
    }),
  );
}
