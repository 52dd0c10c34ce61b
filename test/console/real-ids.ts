/** One of each thing that an address of the console can name, and addresses filled with them. */
import { randomUUID } from 'node:crypto';
import { cases, events, messages, patients, staffInvitations } from '../../src/store/schema.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import type { TestConsole } from './console-app.ts';

export type RealIds = Readonly<Record<string, string>>;

/** Writes them down and gives their ids by the name under which addresses know them, as `/console/cases/:id`. */
export async function realIds({ db, seal, parts }: TestConsole, counselorId: string): Promise<RealIds> {
  const nowMs = parts.now();
  const patientId = await seal.patientId('Uaddressed');
  const caseId = 'case-addressed';
  const written = `${randomUUID()}`;
  const image = JSON.stringify({ id: '501', type: 'image', contentProvider: { type: 'line' } });
  await db.batch([
    db
      .insert(patients)
      .values({ id: patientId, sealedUserId: await seal.seal('Uaddressed'), firstSeenAtMs: nowMs }),
    db.insert(cases).values({
      id: caseId,
      patientId,
      urgency: 2,
      status: 'claimed',
      claimedBy: counselorId,
      claimedAtMs: nowMs,
      openedAtMs: nowMs,
      calledAtMs: nowMs,
    }),
    db.insert(messages).values({
      id: 'image-in',
      patientId,
      eventId: 'image',
      direction: 'in',
      lineMessageId: '501',
      sealedContent: await seal.seal(image),
      atMs: nowMs,
    }),
    db.insert(messages).values({
      id: `${written}-out`,
      patientId,
      eventId: written,
      direction: 'out',
      staffId: counselorId,
      sealedContent: await seal.seal(JSON.stringify([{ type: 'text', text: 'こんにちは' }])),
      atMs: nowMs,
    }),
    db.insert(events).values({
      id: written,
      patientId,
      type: 'notice',
      occurredAtMs: nowMs,
      receivedAtMs: nowMs,
      status: 'done',
      leasedUntilMs: nowMs,
    }),
    db.insert(staffInvitations).values({
      tokenHash: 'not-the-hash-of-any-token',
      staffId: counselorId,
      createdAtMs: nowMs,
      expiresAtMs: nowMs + 60_000,
    }),
  ]);
  const passage = builtKnowledge().handbook.passages[0];
  const [chapter = '', slug = ''] = (passage?.id ?? '').split('/');
  return {
    'assets/:name': 'console.css',
    'cases/:id': caseId,
    'staff/:id': counselorId,
    ':message': 'image-in',
    ':messageId': 'image-in',
    ':token': 'a-token-that-is-not-known',
    ':table': 'daily',
    ':chapter': chapter,
    ':slug': slug,
    ':chapter/:name': slug,
  };
}

/** `path` with a real value in each parameter. Throws for a parameter that realIds has none for. */
export function fillPath(path: string, ids: RealIds): string {
  const parts = path.split('/');
  return parts
    .map((part, i) => {
      const parameter = /^(:\w+)(?:\{.*\})?\??/.exec(part)?.[1];
      if (parameter === undefined) return part;
      const value = ids[`${parts[i - 1]}/${parameter}`] ?? ids[parameter];
      if (value === undefined) {
        throw new Error(`Give test/console/real-ids.ts a value for ${parts[i - 1]}/${parameter} (${path}).`);
      }
      return value;
    })
    .join('/');
}
