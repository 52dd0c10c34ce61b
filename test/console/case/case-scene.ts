/** A case with a conversation, for the tests of the case page. */
import { CASE_REASONS, type CaseReason } from '../../../src/conversation/decision.ts';
import { cases, deliveries, events, messages, patients } from '../../../src/store/schema.ts';
import type { TestConsole } from '../console-app.ts';

/** 2026-11-24 (Tuesday) 10:30 in Tokyo: the counselors' hours. */
export const NOW = Date.parse('2026-11-24T10:30:00+09:00');

export type Scene = {
  readonly caseId: string;
  readonly patientId: string;
  /** The patient sends LINE's message object; gives its message id. */
  readonly said: (content: object, more?: Partial<typeof messages.$inferInsert>) => Promise<string>;
  /** The bot answers with texts. */
  readonly answered: (text: string, more?: Partial<typeof messages.$inferInsert>) => Promise<string>;
  /** A counselor's message in a given state. */
  readonly wrote: (
    staffId: string,
    text: string,
    state: Partial<typeof events.$inferInsert>,
    delivery?: Partial<typeof deliveries.$inferInsert>,
  ) => Promise<string>;
};

/** A patient whose case is `status`; their messages come a second after one another, before NOW. */
export async function openScene(
  { db, seal }: Pick<TestConsole, 'db' | 'seal'>,
  name: string,
  more: Partial<typeof cases.$inferInsert> & { readonly reason?: CaseReason } = {},
): Promise<Scene> {
  const { reason = 'asked', ...row } = more;
  const patientId = await seal.patientId(`U-${name}`);
  const caseId = `case-${name}`;
  const sealedUserId = await seal.seal(`U-${name}`);
  await db.insert(patients).values({ id: patientId, sealedUserId, firstSeenAtMs: NOW }).onConflictDoNothing();
  await db.insert(cases).values({
    id: caseId,
    patientId,
    urgency: CASE_REASONS.indexOf(reason),
    status: 'waiting',
    openedAtMs: NOW - 600_000,
    calledAtMs: NOW - 600_000,
    ...row,
  });
  let count = 0;
  const place = () => ({ n: ++count, atMs: NOW - 500_000 + count * 1_000 });
  const keep = async (
    id: string,
    direction: 'in' | 'out',
    content: object,
    atMs: number,
    fields: Partial<typeof messages.$inferInsert>,
  ) => {
    const sealedContent = await seal.seal(JSON.stringify(content));
    const eventId = id.replace(/-(in|out)$/, '');
    await db.insert(messages).values({ id, patientId, eventId, direction, sealedContent, atMs, ...fields });
    return id;
  };
  return {
    caseId,
    patientId,
    said: (content, fields = {}) => {
      const { n, atMs } = place();
      return keep(`${name}-${n}-in`, 'in', content, atMs, { lineMessageId: `${name}-line-${n}`, ...fields });
    },
    answered: (text, fields = {}) => {
      const { n, atMs } = place();
      return keep(`${name}-${n}-out`, 'out', [{ type: 'text', text }], atMs, fields);
    },
    async wrote(staffId, text, state, delivery = {}) {
      const { n, atMs } = place();
      const eventId = `${name}-${n}`;
      const sealedMessages = await seal.seal(JSON.stringify([{ type: 'text', text }]));
      await db.batch([
        db.insert(events).values({
          id: eventId,
          patientId,
          type: 'notice',
          occurredAtMs: atMs,
          receivedAtMs: atMs,
          status: 'done',
          leasedUntilMs: 0,
          ...state,
        }),
        db.insert(deliveries).values({
          eventId,
          patientId,
          sealedMessages,
          replyTokenExpiresAtMs: 0,
          retryKey: eventId,
          status: 'pending',
          ...delivery,
        }),
      ]);
      return keep(`${eventId}-out`, 'out', [{ type: 'text', text }], state.occurredAtMs ?? atMs, { staffId });
    },
  };
}

/** The page's text as it is read, without tags. */
export function readable(html: string): string {
  return html
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replace(/\n\s*/g, '\n');
}

/** The value of the hidden field `name` in the form whose action ends with `action`. */
export function hiddenField(html: string, action: string, name: string): string {
  const form = html.split('<form').find((part) => new RegExp(`action="[^"]*/${action}"`).test(part)) ?? '';
  const field = form.match(new RegExp(`<input[^>]*name="${name}"[^>]*>`))?.[0] ?? '';
  return field.match(/value="([^"]*)"/)?.[1] ?? '';
}
