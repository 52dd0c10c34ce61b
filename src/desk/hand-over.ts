/** Who has a case: taking, giving back, passing on. The patient is told whenever it changes for them. */
import { sql } from 'drizzle-orm';
import type { Phrases } from '../knowledge/phrases.ts';
import { findSilentCases, isSilent } from '../store/case-acts.ts';
import { cases } from '../store/schema.ts';
import { readDeskSettings } from '../store/settings.ts';
import { actOnCase } from './act-on-case.ts';
import type { Act, Acted } from './desk.ts';
import type { DeskParts } from './parts.ts';

export async function claim(parts: DeskParts, act: Act): Promise<Acted> {
  const tell = await words(parts, 'counselor_joined');
  return actOnCase(parts, act, () => ({
    action: 'case_claimed',
    condition: sql`${cases.status} = 'waiting'`,
    set: { status: 'claimed', claimedBy: act.by, claimedAtMs: parts.now(), seenAtMs: parts.now() },
    tell,
  }));
}

export async function takeOver(parts: DeskParts, act: Act): Promise<Acted> {
  const tell = await words(parts, 'counselor_changed');
  const sinceMs = await silentSince(parts);
  return actOnCase(parts, act, (one) => ({
    action: 'case_taken_over',
    condition: sql`${cases.status} = 'claimed' and ${cases.claimedBy} <> ${act.by} and ${isSilent(sinceMs)}`,
    set: { claimedBy: act.by, claimedAtMs: parts.now(), seenAtMs: parts.now() },
    tell,
    detail: { from: one.claimedBy },
  }));
}

export async function release(parts: DeskParts, act: Act): Promise<Acted> {
  const tell = await words(parts, 'counselor_released');
  return actOnCase(parts, act, () => ({
    action: 'case_released',
    condition: isHeldBy(act.by),
    set: { status: 'waiting', claimedBy: null, claimedAtMs: null, seenAtMs: null },
    tell,
  }));
}

export async function transfer(parts: DeskParts, act: Act, to: string): Promise<Acted> {
  const tell = await words(parts, 'counselor_changed');
  return actOnCase(parts, act, () => ({
    action: 'case_transferred',
    condition: isHeldBy(act.by),
    set: { claimedBy: to, claimedAtMs: parts.now(), seenAtMs: null },
    tell,
    detail: { to },
  }));
}

/** Gives claims whose patient waits too long back to the queue; gives their number. */
export async function returnSilentCases(parts: DeskParts): Promise<number> {
  const sinceMs = await silentSince(parts);
  const silent = await findSilentCases(parts.db, sinceMs);
  let returned = 0;
  for (const { id, version } of silent) {
    const tell = await words(parts, 'counselor_returned');
    const acted = await actOnCase(parts, { caseId: id, version, by: null }, (one) => ({
      action: 'case_returned',
      condition: sql`${cases.status} = 'claimed' and ${isSilent(sinceMs)}`,
      set: { status: 'waiting', claimedBy: null, claimedAtMs: null, seenAtMs: null },
      tell,
      detail: { from: one.claimedBy },
    }));
    if (acted.kind === 'done') returned++;
  }
  return returned;
}

/** Holds while the case is claimed by `by`. */
export function isHeldBy(by: string) {
  return sql`${cases.status} = 'claimed' and ${cases.claimedBy} = ${by}`;
}

async function silentSince(parts: DeskParts): Promise<number> {
  const { silentMinutes } = await readDeskSettings(parts.db);
  return parts.now() - silentMinutes * 60_000;
}

async function words(parts: DeskParts, phrase: keyof Phrases) {
  const { handbook } = await parts.knowledge();
  return [{ type: 'text' as const, text: handbook.phrases[phrase] }];
}
