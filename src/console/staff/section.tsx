/** Who works here: administrators add people, hand out links, change roles, shut out. */
import { Hono } from 'hono';
import { z } from 'zod';
import { STAFF_ROLES } from '../../store/schema.ts';
import { addStaff, giveRole, letIn, renewInvitation, shutOut } from '../../store/staff/managing.ts';
import { findPerson, listPeople, mailAsKept } from '../../store/staff.ts';
import { type Access, ADMINS, type ConsoleEnv, type ConsoleParts, type Section } from '../env.ts';
import { notFoundPage } from '../kit/errors.tsx';
import { LinkPage, NewPersonPage, PersonPage, StaffPage } from './staff-pages.tsx';

const NOT_TAKEN = 422;
const DONE: Readonly<Record<string, string>> = {
  role: '役割を変えました。',
  disabled: '停止しました。ログイン中の端末からもログアウトしました。',
  enabled: '再開しました。',
};
const SELF = 'ご自分は変えられません。';
const LAST = '最後の管理者です。ほかの管理者がログインできるようになってから変えてください。';

const access: Record<string, Access> = {
  'GET /staff': ADMINS,
  'POST /staff': ADMINS,
  'GET /staff/new': ADMINS,
  'GET /staff/:id': ADMINS,
  'POST /staff/:id/role': ADMINS,
  'POST /staff/:id/invitation': ADMINS,
  'POST /staff/:id/disable': ADMINS,
  'POST /staff/:id/enable': ADMINS,
};

const given = z.object({
  email: z.string().max(254).catch(''),
  name: z.string().max(60).catch(''),
  role: z.string().catch(''),
});
const role = z.enum(STAFF_ROLES);
const newPerson = z.object({
  email: z.string().transform(mailAsKept).pipe(z.email('メールアドレスの形になっていません。')),
  name: z.string().trim().min(1, 'お名前を入れてください。'),
  role: z.enum(STAFF_ROLES, '役割を選んでください。'),
});

export function staffSection(parts: ConsoleParts): Section {
  const { db } = parts;
  const routes = new Hono<ConsoleEnv>();

  routes.get('/staff', async (c) => {
    const done = DONE[c.req.query('done') ?? ''];
    return c.html(<StaffPage staff={c.var.staff} people={await listPeople(db)} done={done} />);
  });
  routes.get('/staff/new', (c) => c.html(<NewPersonPage staff={c.var.staff} />));
  routes.post('/staff', async (c) => {
    const { staff } = c.var;
    const typed = given.parse(await c.req.parseBody());
    const parsed = newPerson.safeParse(typed);
    if (!parsed.success) {
      const faults = Object.fromEntries(parsed.error.issues.map((issue) => [issue.path[0], issue.message]));
      return c.html(<NewPersonPage staff={staff} given={typed} faults={faults} />, NOT_TAKEN);
    }
    const added = await addStaff(parts, staff.id, parsed.data);
    if (added === null) {
      const faults = { email: 'このメールアドレスの人は、もう加わっています。' };
      return c.html(<NewPersonPage staff={staff} given={typed} faults={faults} />, NOT_TAKEN);
    }
    const link = parts.authentication.invitationLink(c.req.raw, added.token);
    return c.html(<LinkPage staff={staff} name={parsed.data.name} link={link} />);
  });
  routes.get('/staff/:id', async (c) => {
    const [person] = await findPerson(db, c.req.param('id'));
    if (!person) return notFoundPage(c);
    return c.html(<PersonPage staff={c.var.staff} person={person} />);
  });

  routes.post('/staff/:id/invitation', async (c) => {
    const { staff } = c.var;
    const [person] = await findPerson(db, c.req.param('id'));
    if (!person) return notFoundPage(c);
    if (person.id === staff.id) {
      return c.html(<PersonPage staff={staff} person={person} problem={SELF} />, NOT_TAKEN);
    }
    const token = await renewInvitation(parts, staff.id, person.id);
    const link = parts.authentication.invitationLink(c.req.raw, token);
    return c.html(<LinkPage staff={staff} name={person.name} link={link} />);
  });
  routes.post('/staff/:id/role', async (c) => {
    const { staff } = c.var;
    const [person] = await findPerson(db, c.req.param('id'));
    if (!person) return notFoundPage(c);
    const wanted = role.safeParse((await c.req.parseBody()).role);
    const problem =
      person.id === staff.id
        ? SELF
        : !wanted.success
          ? '役割を選んでください。'
          : (await giveRole(parts, staff.id, person.id, wanted.data))
            ? null
            : LAST;
    if (problem === null) return c.redirect('/console/staff?done=role', 303);
    return c.html(<PersonPage staff={staff} person={person} problem={problem} />, NOT_TAKEN);
  });
  routes.post('/staff/:id/disable', async (c) => {
    const { staff } = c.var;
    const [person] = await findPerson(db, c.req.param('id'));
    if (!person) return notFoundPage(c);
    const already = person.disabledAtMs !== null;
    const problem =
      person.id === staff.id ? SELF : already || (await shutOut(parts, staff.id, person.id)) ? null : LAST;
    if (problem === null) return c.redirect('/console/staff?done=disabled', 303);
    return c.html(<PersonPage staff={staff} person={person} problem={problem} />, NOT_TAKEN);
  });
  routes.post('/staff/:id/enable', async (c) => {
    const [person] = await findPerson(db, c.req.param('id'));
    if (!person) return notFoundPage(c);
    await letIn(parts, c.var.staff.id, person.id);
    return c.redirect('/console/staff?done=enabled', 303);
  });
  return { routes, access };
}
