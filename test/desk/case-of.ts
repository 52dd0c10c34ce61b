/** A patient who asked for a counselor, and the case that waits for one. */
import { desc } from 'drizzle-orm';
import { cases } from '../../src/store/schema.ts';
import type { TestService } from '../intake/service.ts';

export type TestCase = { readonly userId: string; readonly caseId: string };

/** Lets a new patient ask for a counselor and agree. */
export async function patientAsks(service: TestService, name = '佐藤'): Promise<TestCase> {
  const { userId } = service.phones.add(name);
  await service.phones.postback(userId, 'consent=1');
  await service.settled();
  const [newest] = await service.db.select().from(cases).orderBy(desc(cases.openedAtMs)).limit(1);
  return { userId, caseId: newest?.id ?? '' };
}

/** The case as it stands in the database. */
export async function caseRow(service: TestService, caseId: string) {
  const rows = await service.db.select().from(cases);
  const row = rows.find((one) => one.id === caseId);
  if (!row) throw new Error(`there is no case ${caseId}`);
  return row;
}

/** What a counselor who has just looked at the case acts on. */
export async function seenBy(service: TestService, caseId: string, by: string) {
  return { caseId, by, version: (await caseRow(service, caseId)).version };
}

/** The words that arrived on the patient's phone, oldest first. */
export function arrived(service: TestService, userId: string): string[] {
  return service.phones.received(userId).map((message) => {
    const { text, altText } = message as { text?: string; altText?: string };
    return text ?? altText ?? '';
  });
}
