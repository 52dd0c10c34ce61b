/** Fills the tables day by day, in the order of time as a running service does. */
import type { DatabaseSync } from 'node:sqlite';
import { ROUTES } from '../../../../src/conversation/routes.ts';
import {
  audit,
  conversations,
  deliveries,
  events,
  messages,
  patients,
  ratings,
  tallies,
} from '../../../../src/store/schema.ts';
import type { Seal } from '../../../../src/store/seal.ts';
import type { DESKS } from '../../../../src/store/tallies.ts';
import { inserter, withoutIndexes } from './bulk.ts';
import { BENCH_NOW, DAY_MS, DAYS, dayName, midnight } from './calendar.ts';
import { caseWriter } from './cases.ts';
import { createChats, type MessageRow } from './chats.ts';
import { COUNSELOR_IDS, STAFF_LIST, seedStaff } from './people.ts';
import { createRandom } from './random.ts';
import type { SealedTexts } from './texts.ts';

export const CASES = 100_000;
export const MESSAGES = 2_000_000;
const PATIENTS = 60_000;
const AUDIT_ROWS = 500_000;
/** Cases of the last days that are still open: some 300 in all. */
const OPEN_DAYS = 10;
const OPEN_SHARE = 0.11;
const MINUTE_MS = 60_000;

/** The first patient has written 500 messages in the last 25 days, and the first counselor has the case. */
export const LONG_CASE = 'long-conversation';
const LONG_DAYS = 25;
const LONG_PAIRS_A_DAY = 10;

export async function seedYear(db: DatabaseSync, seal: Seal, texts: SealedTexts): Promise<void> {
  const random = createRandom(20261124);
  const people: string[] = [];
  for (let i = 0; i < PATIENTS; i++) people.push(await seal.patientId(`U${String(i).padStart(32, '0')}`));
  const [longPatient = '', ...others] = people;
  const [firstCounselor = ''] = COUNSELOR_IDS;

  withoutIndexes(db, () => {
    db.exec('begin');
    seedStaff(db);
    const addMessage = inserter(db, messages);
    const addTally = inserter(db, tallies);
    let today: MessageRow[] = [];
    const chats = createChats(random, texts, {
      message: (row) => today.push(row),
      event: inserter(db, events),
      delivery: inserter(db, deliveries),
      rating: inserter(db, ratings),
    });
    const caseBook = caseWriter(db, random, texts);
    const firstSeen = new Map<string, number>();
    const lastSeen = new Map<string, number>();
    const withOpenCase = new Set([longPatient]);
    let written = 0;

    for (let day = 0; day < DAYS; day++) {
      const from = midnight(day);
      const lengthMs = Math.min(DAY_MS, BENCH_NOW - from);
      const daysLeft = DAYS - day;
      today = [];

      const casesToday = Math.round((CASES * (day + 1)) / DAYS) - Math.round((CASES * day) / DAYS);
      for (let i = 0; i < casesToday; i++) {
        const last = day === DAYS - 1 && i === casesToday - 1;
        const patientId = last ? longPatient : random.pick(others);
        // The chat before it and the talk after it lie in the same day.
        const openedAtMs = from + 40 * MINUTE_MS + random.below(lengthMs - 100 * MINUTE_MS);
        let opener = '';
        for (let pair = 1 + random.below(6); pair >= 0; pair--) {
          opener = chats.withBot(patientId, openedAtMs - pair * 4 * MINUTE_MS);
        }
        const staffId = last ? firstCounselor : random.pick(COUNSELOR_IDS);
        for (let pair = 1 + random.below(5); pair > 0; pair--) {
          chats.withCounselor(patientId, staffId, openedAtMs + pair * 7 * MINUTE_MS);
        }
        const open =
          last || (daysLeft <= OPEN_DAYS && !withOpenCase.has(patientId) && random.chance(OPEN_SHARE));
        if (open) withOpenCase.add(patientId);
        caseBook.write({ id: last ? LONG_CASE : opener, patientId, openedAtMs, open, staffId });
      }
      if (daysLeft <= LONG_DAYS) {
        for (let i = 0; i < LONG_PAIRS_A_DAY; i++) {
          chats.withBot(longPatient, from + random.below(lengthMs), true);
        }
      }
      const share = Math.round((MESSAGES - written) / daysLeft) - today.length;
      for (let i = 0; i < share; i += 2) chats.withBot(random.pick(others), from + random.below(lengthMs));

      today.sort((a, b) => a.atMs - b.atMs);
      for (const row of today) {
        addMessage(row);
        if (!firstSeen.has(row.patientId)) firstSeen.set(row.patientId, row.atMs);
        lastSeen.set(row.patientId, row.atMs);
      }
      written += today.length;
      writeTallies(dayName(from), today, addTally);
    }

    const addPatient = inserter(db, patients);
    const addConversation = inserter(db, conversations);
    for (const id of people) {
      const firstSeenAtMs = firstSeen.get(id) ?? BENCH_NOW;
      addPatient({
        id,
        sealedUserId: texts.lineUserId,
        firstSeenAtMs,
        blockedAtMs: id !== longPatient && random.chance(0.02) ? firstSeenAtMs : null,
      });
      const updatedAtMs = lastSeen.get(id) ?? BENCH_NOW;
      addConversation({ patientId: id, version: 1, sealedState: texts.state, updatedAtMs });
    }
    const addAudit = inserter(db, audit);
    for (let i = caseBook.audited(); i < AUDIT_ROWS; i++) {
      const action = random.pick(['signed_in', 'report_seen', 'questions_seen', 'cases_searched']);
      const atMs = midnight(0) + random.below(BENCH_NOW - midnight(0));
      addAudit({
        id: `audit-${String(i).padStart(8, '0')}`,
        atMs,
        staffId: random.pick(STAFF_LIST).id,
        action,
      });
    }
    db.exec('commit');
  });
}

/** What the running service counts as it happens. */
function writeTallies(
  day: string,
  said: readonly MessageRow[],
  add: (row: typeof tallies.$inferInsert) => void,
): void {
  const asked = said.filter((row) => row.direction === 'in');
  const counts = new Map<string, number>();
  const count = (key: string, n = 1) => counts.set(key, (counts.get(key) ?? 0) + n);
  const deskOf: Readonly<Record<string, (typeof DESKS)[number]['id']>> = {
    support_line: 'support_line',
    second_opinion: 'second_opinion',
    centre: 'centre',
  };
  count('desk chat', new Set(asked.map((row) => row.patientId)).size);
  for (const { route, topic } of asked) {
    if (route && ROUTES.some((known) => known === route)) count(`route ${route}`);
    if (route && deskOf[route]) count(`desk ${deskOf[route]}`);
    if (topic) count(`topic ${topic}`);
  }
  for (const [name, n] of counts) {
    const [kind, key = ''] = name.split(' ');
    if (kind === 'desk' || kind === 'route' || kind === 'topic') add({ day, kind, key, n });
  }
}
