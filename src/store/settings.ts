/** What admins set in the console. */
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { addAudit } from './audit.ts';
import type { Database } from './database.ts';
import { settings } from './schema.ts';

const minutes = (fallback: number, most: number) => z.coerce.number().int().min(1).max(most).catch(fallback);

const KEY = 'desk';

/** Minutes each: by when a case is to be answered first, and when a claim counts as silent. */
export const deskSettings = z.object({
  crisisMinutes: minutes(5, 120),
  emergencyMinutes: minutes(15, 240),
  /** All other cases: minutes of service time. */
  otherMinutes: minutes(60, 1440),
  /** A claim whose patient waits for so long without an answer goes back to the queue. */
  silentMinutes: minutes(30, 1440),
});
export type DeskSettings = z.infer<typeof deskSettings>;

/** The settings; the defaults where nothing was set. */
export async function readDeskSettings(db: Database): Promise<DeskSettings> {
  const [row] = await db.select().from(settings).where(eq(settings.key, KEY));
  return deskSettings.parse(row?.value ?? {});
}

/** Sets them, and says so in the audit. */
export async function writeDeskSettings(
  db: Database,
  value: DeskSettings,
  by: string,
  auditId: string,
  nowMs: number,
): Promise<void> {
  const row = { value, updatedAtMs: nowMs, updatedBy: by };
  await db.batch([
    db
      .insert(settings)
      .values({ key: KEY, ...row })
      .onConflictDoUpdate({ target: settings.key, set: row }),
    addAudit(db, { id: auditId, atMs: nowMs, staffId: by, action: 'settings_changed', detail: value }),
  ]);
}
