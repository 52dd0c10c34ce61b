import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SETTING_FIELDS } from '../../../src/console/settings/settings-form.ts';
import { audit } from '../../../src/store/schema.ts';
import { deskSettings, readDeskSettings } from '../../../src/store/settings.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';

const GOOD = { crisisMinutes: '3', emergencyMinutes: '10', otherMinutes: '90', silentMinutes: '２０' };

let world: TestConsole;
let admin: SignedInVisitor;
beforeEach(async () => {
  world = await openConsole();
  admin = await world.signIn('admin');
});
afterEach(() => world.close());

describe('the settings', () => {
  it('show the numbers in force and the counselors’ hours with where they are changed', async () => {
    const html = await (await admin.get('/console/settings')).text();
    for (const n of [5, 15, 60, 30]) expect(html).toContain(`value="${n}"`);
    expect(html).toContain('10:00〜12:00、13:00〜15:00');
    expect(html).toContain('knowledge/counselor-hours.yaml');
    expect(html).toContain('まだ仮のものです');
  });

  it('are saved, with digits of either width, and written down', async () => {
    const response = await admin.post('/console/settings', GOOD);
    expect([response.status, response.headers.get('location')]).toEqual([303, '/console/settings?saved=1']);
    const saved = { crisisMinutes: 3, emergencyMinutes: 10, otherMinutes: 90, silentMinutes: 20 };
    expect(await readDeskSettings(world.db)).toEqual(saved);
    const [entry] = await world.db.select().from(audit).where(eq(audit.action, 'settings_changed'));
    expect(entry).toMatchObject({ staffId: admin.id, detail: saved });
    expect(await (await admin.get('/console/settings?saved=1')).text()).toContain('保存しました');
  });

  it.each(['0', '-1', '', '5.5', 'abc', '121', '9999999', '1e1'])(
    'refuse 「%s」 beside its field and keep what was typed',
    async (crisisMinutes) => {
      const response = await admin.post('/console/settings', { ...GOOD, crisisMinutes });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain('id="crisisMinutes-error"');
      expect(html).not.toContain('id="otherMinutes-error"');
      expect(html).toContain('value="90"');
      expect((await readDeskSettings(world.db)).crisisMinutes).toBe(5);
    },
  );

  it('take just the numbers that the store keeps: one more would be dropped in silence', () => {
    for (const { name, most } of SETTING_FIELDS) {
      expect(deskSettings.parse({ [name]: most })[name]).toBe(most);
      expect(deskSettings.parse({ [name]: most + 1 })[name]).not.toBe(most + 1);
    }
  });

  it('are the admins’ alone', async () => {
    for (const role of ['counselor', 'editor'] as const) {
      const other = await world.signIn(role);
      expect((await other.get('/console/settings')).status).toBe(403);
      expect((await other.post('/console/settings', GOOD)).status).toBe(403);
    }
  });
});
