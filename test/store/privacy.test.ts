import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepEvents } from '../../src/intake/keep-events.ts';
import type { IntakeParts } from '../../src/intake/parts.ts';
import type { LineEvent } from '../../src/line/webhook-body.ts';
import { keepDecision } from '../../src/store/decisions.ts';
import { markSent } from '../../src/store/deliveries.ts';
import { LEASE_MS, type OpenEvent, takeIn, takeUpAgain } from '../../src/store/inbox.ts';
import { events, messages } from '../../src/store/schema.ts';
import { eraseUnsent } from '../../src/store/unsend.ts';
import { openTestDatabase, type TestDatabase } from '../fixtures/database.ts';
import { lineEventOf, textEvent } from '../fixtures/line-events.ts';
import { decided, incoming, NOW, seal } from './records.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await openTestDatabase();
});
afterEach(() => test.close());

const first = <T>([one]: readonly T[]): T => {
  if (one === undefined) throw new Error('nothing was given');
  return one;
};
/** Keeps LINE's events as the webhook does. */
const keep = (...list: LineEvent[]) =>
  keepEvents({ db: test.db, seal, now: () => NOW } as unknown as IntakeParts, list);
const decideOn = (open: OpenEvent, lineMessageId: string | null, text: string) => {
  const { said } = decided(open);
  return keepDecision(test.db, seal, decided(open, { said: { ...said, content: text, lineMessageId } }), NOW);
};
const keptContents = async () =>
  (await test.db.select().from(messages).where(eq(messages.direction, 'in'))).map((row) => row.sealedContent);
const keptPayloads = async () => (await test.db.select().from(events)).map((row) => row.sealedPayload);

describe('the database file', () => {
  it('holds nothing readable that a patient wrote, nor who they are at LINE', async () => {
    const marks = ['ひみつの目印・痛み', 'HIMITSU-MARK', 'Udeadbeefdeadbeef', 'token-secret-1'];
    const payload = JSON.stringify({ text: `${marks[0]} ${marks[1]}`, replyToken: marks[3] });
    const open = first(await takeIn(test.db, seal, [incoming({ lineUserId: marks[2] ?? '', payload })], NOW));
    const { said, answer } = decided(open);
    const content = `${marks[0]} ${marks[1]}`;
    const decision = decided(open, {
      state: content,
      said: { ...said, content },
      answer: answer && {
        ...answer,
        messages: JSON.stringify([{ text: content }]),
        replyToken: marks[3] ?? null,
      },
    });
    await keepDecision(test.db, seal, decision, NOW);
    await markSent(test.db, open.id, 'reply', NOW);
    const bytes = test.bytesOnDisk();
    expect(bytes.includes(open.id)).toBe(true);
    for (const mark of marks) {
      expect(bytes.includes(Buffer.from(mark, 'utf8')), mark).toBe(false);
      expect(bytes.includes(Buffer.from(mark, 'utf16le')), mark).toBe(false);
      expect(bytes.includes(Buffer.from(mark).toString('base64').replaceAll('=', '')), mark).toBe(false);
    }
    for (const { sealedContent } of await test.db.select().from(messages)) {
      expect(await seal.open(sealedContent ?? '')).toContain(marks[1]);
    }
  });
});

describe('a message that the patient takes back', () => {
  it('is erased where it was kept', async () => {
    const message = textEvent('やっぱり取り消します');
    const id = message.message?.id ?? '';
    const open = first(await keep(message));
    await decideOn(open, id, '取り消す文');
    await markSent(test.db, open.id, 'reply', NOW);
    const unsend = first(await keep(lineEventOf('unsend', { unsend: { messageId: id } })));
    expect(await keptContents()).not.toEqual([null]);
    await eraseUnsent(test.db, id, unsend.id);
    expect(await keptContents()).toEqual([null]);
    expect(await keptPayloads()).toEqual([null, null]);
  });

  it('is erased where its work has not begun, and is then never answered', async () => {
    const message = textEvent('やっぱり取り消します');
    const id = message.message?.id ?? '';
    await keep(message);
    const unsend = first(await keep(lineEventOf('unsend', { unsend: { messageId: id } })));
    await eraseUnsent(test.db, id, unsend.id);
    expect(await keptPayloads()).toEqual([null, null]);
    expect(await takeUpAgain(test.db, NOW + LEASE_MS, 10)).toEqual([]);
  });

  it('is not kept by a decision that was being made meanwhile', async () => {
    const message = textEvent('やっぱり取り消します');
    const id = message.message?.id ?? '';
    const open = first(await keep(message));
    const unsend = first(await keep(lineEventOf('unsend', { unsend: { messageId: id } })));
    await eraseUnsent(test.db, id, unsend.id);
    await decideOn(open, id, '取り消す文');
    expect(await keptContents()).toEqual([null]);
  });

  it('is not kept when LINE tells of it before the message itself', async () => {
    const message = textEvent('やっぱり取り消します');
    const id = message.message?.id ?? '';
    const unsend = first(await keep(lineEventOf('unsend', { unsend: { messageId: id } })));
    await eraseUnsent(test.db, id, unsend.id);
    await decideOn(first(await keep(message)), id, '取り消す文');
    expect(await keptContents()).toEqual([null]);
  });

  it('is erased with its edited wording, and in a group or standby too', async () => {
    const group = { type: 'group', groupId: 'C0123' };
    const message = textEvent('もとの文', { source: group });
    const edited = {
      ...textEvent('直した文', { type: 'messageEdited', mode: 'standby' }),
      message: message.message,
    };
    await keep(message, edited);
    const id = message.message?.id ?? '';
    const [unsend] = await keep(lineEventOf('unsend', { source: group, unsend: { messageId: id } }));
    await eraseUnsent(test.db, id, first(unsend ? [unsend] : []).id);
    expect(await keptPayloads()).toEqual([null, null, null]);
  });

  it('leaves the messages of others as they are', async () => {
    const [one, other] = [textEvent('残る文'), textEvent('消える文')];
    const [openOne, openOther] = await keep(one, other);
    await decideOn(first([openOne].flatMap((open) => open ?? [])), one.message?.id ?? '', '残る文');
    const unsend = first(
      await keep(lineEventOf('unsend', { unsend: { messageId: other.message?.id ?? '' } })),
    );
    await eraseUnsent(test.db, other.message?.id ?? '', unsend.id);
    expect(await Promise.all((await keptContents()).map((sealed) => seal.open(sealed ?? '')))).toEqual([
      '残る文',
    ]);
    expect(openOther?.id).toBe(other.webhookEventId);
    expect((await keptPayloads()).filter((payload) => payload !== null)).toHaveLength(1);
  });
});
