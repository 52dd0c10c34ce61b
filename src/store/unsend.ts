/** A message that the patient took back: LINE asks that its text can neither be seen nor used any more. */
import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { closeEvent } from './decisions.ts';
import { events, messages } from './schema.ts';
import { dropUnsentComment } from './survey.ts';

/** Erases the text of `lineMessageId` wherever it is kept, also where its work has not begun. */
export async function eraseUnsent(db: Database, lineMessageId: string, unsendEventId: string): Promise<void> {
  await db.batch([
    dropUnsentComment(db, lineMessageId),
    db.update(messages).set({ sealedContent: null }).where(eq(messages.lineMessageId, lineMessageId)),
    db
      .update(events)
      .set({ status: 'done', sealedPayload: null })
      .where(eq(events.lineMessageId, lineMessageId)),
    closeEvent(db, unsendEventId),
  ]);
}
