import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, eventOf, postSigned } from './requests.ts';
import { RUNTIMES, type Service, startService } from './service.ts';

type Bubble = {
  altText?: string;
  text?: string;
  quickReply?: { items: { action: { data: string; label: string } }[] };
};

/** Resolves when `count` has not moved for a while. */
async function quiet(count: () => number): Promise<void> {
  for (let last = -1; last !== count(); await sleep(300)) last = count();
}

describe.each(RUNTIMES)('a conversation on %s', (runtime) => {
  /** An embedded database has no round trips and cannot be away. */
  const onWorkerd = (title: string, test: () => Promise<void>) => {
    if (runtime === 'workerd') it(title, test);
  };
  let service: Service;
  beforeAll(async () => {
    service = await startService(runtime);
  });
  afterAll(() => service.close());

  const textOf = (message: unknown) => (message as Bubble).altText ?? (message as Bubble).text ?? '';
  const callsTo = (endpoint: string, text: string) =>
    service.standIn.calls().filter((c) => c.endpoint === endpoint && JSON.stringify(c.body).includes(text));

  it('answers a question with the right passage, by the free reply, with a way to a person under it', async () => {
    const { userId } = service.phones.add('佐藤');
    await service.phones.say(userId, '抗がん剤で髪は抜けますか');
    const messages = await service.received(userId, 1);
    expect(textOf(messages[0])).toMatch(/^髪はいつ抜け/);
    const last = messages.at(-1) as Bubble;
    expect(last.quickReply?.items.map((item) => item.action.data)).toContain('offer=support_line');
    expect(service.standIn.calls().filter((call) => call.endpoint === 'push')).toEqual([]);
  });

  onWorkerd('needs at most two database round trips before the reply goes out', async () => {
    const { userId } = service.phones.add('往復');
    // What is written down after the answer before must not be counted with this one.
    await quiet(() => service.roundTrips() ?? 0);
    const before = service.roundTrips() ?? 0;
    let atReply = -1;
    const stop = service.standIn.on((event) => {
      if (event.type === 'call' && event.call.endpoint === 'reply') atReply = service.roundTrips() ?? 0;
    });
    await service.phones.say(userId, '吐き気がつらいときの食べ方は');
    await service.received(userId, 1);
    stop();
    expect(atReply - before).toBeGreaterThan(0);
    expect(atReply - before).toBeLessThanOrEqual(2);
  });

  it('answers each of several patients in one body with their own answer', async () => {
    const [a, b] = [service.phones.add('鈴木'), service.phones.add('高橋')];
    const { prepare, post } = service.phones;
    await post([
      prepare.text(a.userId, '傷病手当金はいつまでもらえますか'),
      prepare.text(b.userId, '口内炎のケアは？'),
    ]);
    expect(textOf((await service.received(a.userId, 1))[0])).toContain('傷病手当金');
    expect(textOf((await service.received(b.userId, 1))[0])).toContain('口内炎');
  });

  it('answers an event once, though it comes again and twice at the same time', async () => {
    const { userId } = service.phones.add('田中');
    const event = service.phones.prepare.text(userId, '放射線治療は何回通いますか');
    const again = { ...event, deliveryContext: { isRedelivery: true } };
    await Promise.all([
      service.phones.post([event]),
      service.phones.post([again]),
      service.phones.post([event, event]),
    ]);
    await service.received(userId, 1);
    await service.phones.post([again]);
    await service.sweep();
    await sleep(300);
    expect(service.phones.received(userId)).toHaveLength(1);
    const rows = service.db.prepare('select status from events where id = ?').all(event.webhookEventId);
    expect(rows).toEqual([{ status: 'done' }]);
  });

  it('keeps what it cannot or must not answer, and sends nothing: standby, groups, types of a later day', async () => {
    const before = service.standIn.calls().length;
    const group = { type: 'group', groupId: 'C0123', userId: `U${'a'.repeat(32)}` };
    const message = { id: '1', type: 'text', text: '痛みがあります', quoteToken: 'q' };
    const events = [
      eventOf('message', { mode: 'standby', message }),
      eventOf('message', { source: group, message, replyToken: 'x' }),
      eventOf('somethingOfALaterYear', { payload: { deep: [1, 2, 3] } }),
      eventOf('videoPlayComplete', { videoPlayComplete: { trackingId: 't' } }),
    ];
    expect((await postSigned(service.url, bodyOf(...events))).status).toBe(200);
    await service.sweep();
    for (const { webhookEventId } of events) {
      expect(service.db.prepare('select status from events where id = ?').get(webhookEventId)).toEqual({
        status: 'done',
      });
    }
    expect(service.standIn.calls()).toHaveLength(before);
  });

  it('erases the text of a message that the patient takes back', async () => {
    const { userId } = service.phones.add('伊藤');
    const event = service.phones.prepare.text(userId, '乳がんの手術のあとの痛み');
    await service.phones.post([event]);
    await service.received(userId, 1);
    const id = (event as unknown as { message: { id: string } }).message.id;
    const row = service.db.prepare('select sealed_content from messages where line_message_id = ?');
    expect(row.get(id)).not.toEqual({ sealed_content: null });
    await service.phones.unsend(userId, id);
    for (let i = 0; i < 100 && row.get(id)?.sealed_content !== null; i++) await sleep(20);
    expect(row.get(id)).toEqual({ sealed_content: null });
  });

  it('pushes once with a retry key when the reply token is spent', async () => {
    const { userId } = service.phones.add('山本');
    const event = service.phones.prepare.text(userId, 'リンパ浮腫の予防は？');
    await service.phones.post([{ ...event, replyToken: 'a-token-that-line-does-not-know' } as typeof event]);
    await service.received(userId, 1);
    const [push, ...more] = callsTo('push', userId);
    expect(more).toEqual([]);
    expect(push?.retryKey).toMatch(/^[0-9a-f-]{36}$/);
    expect(push?.status).toBe(200);
  });

  it('delivers once when LINE takes the reply but its answer is lost', async () => {
    const { userId } = service.phones.add('中村');
    service.standIn.failNext({ method: 'reply', kind: '500', afterAcceptance: true });
    await service.phones.say(userId, '味がしません');
    await service.received(userId, 1);
    await sleep(300);
    expect(service.phones.received(userId)).toHaveLength(1);
    expect(callsTo('push', userId)).toEqual([]);
  });

  it('keeps an answer that LINE refuses for now, and delivers it later', async () => {
    const { userId } = service.phones.add('小林');
    service.standIn.failNext({ method: 'reply', kind: '429' });
    await service.phones.say(userId, '眠れない夜はどうすればいいですか');
    const open = service.db.prepare("select count(*) as n from events where status = 'received'");
    for (let i = 0; i < 250 && service.phones.received(userId).length === 0; i++) {
      await service.sweep();
      await sleep(40);
    }
    expect(service.phones.received(userId)).toHaveLength(1);
    for (let i = 0; i < 50 && open.get()?.n !== 0; i++) await sleep(20);
    expect(open.get()).toEqual({ n: 0 });
  });

  it('greets a new friend with what it is, what it is not and how words are kept', async () => {
    const { userId } = service.phones.add('加藤');
    await service.phones.follow(userId);
    const texts = (await service.received(userId, 2)).map(textOf).join('\n');
    expect(texts).toMatch(/患者必携/);
    expect(texts).toMatch(/診断.*できません/);
    expect(texts).toMatch(/暗号/);
  });

  it('keeps a rating of a passage and thanks for it', async () => {
    const { userId } = service.phones.add('吉田');
    await service.phones.postback(userId, 'rate=symptoms%2Fhair-loss-when&helpful=0');
    await service.received(userId, 1);
    const row = service.db
      .prepare('select passage_id, helpful from ratings order by at_ms desc limit 1')
      .get();
    expect(row).toEqual({ passage_id: 'symptoms/hair-loss-when', helpful: 0 });
  });

  it('gives the number of the support line on a tap, as a button that calls', async () => {
    const { userId } = service.phones.add('山田');
    await service.phones.postback(userId, 'offer=support_line');
    const [card] = await service.received(userId, 1);
    expect(textOf(card)).toContain('0570-02-3410');
    expect(JSON.stringify(card)).toContain('"tel:0570023410"');
  });

  it.each([
    ['5,000 characters without a pause', 'カ'.repeat(5000)],
    ['emoji alone', '😭😭👨‍👩‍👧'],
    ['control characters', '\u0000\u0001\u0007痛い\u001b[31m'],
    ['right-to-left marks', '\u202eがん\u200f\u202c'],
    ['lone surrogates', '\ud83d痛み\udc00'],
    ['white space alone', ' \n　'],
  ])('answers %s without an error', async (_, text) => {
    const { userId } = service.phones.add('変な文字');
    const delivery = await service.phones.say(userId, text);
    expect(delivery.status).toBe(200);
    expect((await service.received(userId, 1)).length).toBeGreaterThan(0);
  });

  it('refuses a wrong or missing signature with 401 and stores nothing', async () => {
    const event = eventOf('message', { message: { id: '9', type: 'text', text: 'x' } });
    expect((await postSigned(service.url, bodyOf(event), 'AAAA')).status).toBe(401);
    expect((await postSigned(service.url, bodyOf(event), null)).status).toBe(401);
    expect(
      service.db.prepare('select count(*) as n from events where id = ?').get(event.webhookEventId),
    ).toEqual({ n: 0 });
  });

  it.each([
    ['truncated', bodyOf(eventOf('follow')).slice(0, -5), 400],
    ['not a webhook', '{"hello":"world"}', 400],
    ['not JSON', 'がん', 400],
    ['deeply nested', `{"destination":"U","events":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ['over 1 MiB', `{"destination":"U","events":[],"x":"${'あ'.repeat(400_000)}"}`, 413],
    ['a check of the connection', bodyOf(), 200],
  ])('answers a signed body that is %s with its status', async (_, body, status) => {
    expect((await postSigned(service.url, body)).status).toBe(status);
  });

  it('tells its health, the knowledge version and the number of passages', async () => {
    const healthy = await fetch(`${service.url}/healthz`);
    expect(await healthy.json()).toMatchObject({ ok: true, database: 'ok', passages: expect.any(Number) });
  });

  onWorkerd('does not tell LINE 200 while the database is down, and answers afterwards', async () => {
    service.setDatabaseDown?.(true);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(503);
    const { userId } = service.phones.add('障害');
    const event = service.phones.prepare.text(userId, '副作用が心配です');
    expect((await service.phones.post([event])).status).toBe(500);
    service.setDatabaseDown?.(false);
    await service.phones.post([{ ...event, deliveryContext: { isRedelivery: true } }]);
    expect((await service.received(userId, 1)).length).toBe(1);
  });
});
