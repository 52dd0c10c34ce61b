/** What admins set: read, changed with an entry in the audit. */
import { Hono } from 'hono';
import { readDeskSettings, writeDeskSettings } from '../../store/settings.ts';
import { ADMINS, type ConsoleEnv, type ConsoleParts, type Section } from '../env.ts';
import { readSettingsForm } from './settings-form.ts';
import { SettingsPage } from './settings-page.tsx';

export function settingsSection(parts: ConsoleParts): Section {
  const routes = new Hono<ConsoleEnv>();

  routes.get('/settings', async (c) => {
    const [settings, knowledge] = await Promise.all([readDeskSettings(parts.db), parts.knowledge()]);
    const values = Object.fromEntries(Object.entries(settings).map(([name, n]) => [name, String(n)]));
    return c.html(
      <SettingsPage
        staff={c.get('staff')}
        values={values}
        saved={c.req.query('saved') === '1'}
        hours={knowledge.handbook.counselorHours}
        nowMs={parts.now()}
      />,
    );
  });

  routes.post('/settings', async (c) => {
    const staff = c.get('staff');
    const read = readSettingsForm(await c.req.parseBody());
    if (read.kind === 'valid') {
      await writeDeskSettings(parts.db, read.settings, staff.id, parts.uuid(), parts.now());
      return c.redirect('/console/settings?saved=1', 303);
    }
    const { counselorHours } = (await parts.knowledge()).handbook;
    return c.html(
      <SettingsPage
        staff={staff}
        values={read.typed}
        errors={read.errors}
        saved={false}
        hours={counselorHours}
        nowMs={parts.now()}
      />,
      422,
    );
  });

  return { routes, access: { 'GET /settings': ADMINS, 'POST /settings': ADMINS } };
}
