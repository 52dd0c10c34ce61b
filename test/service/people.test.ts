import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RUNTIMES, type Service, startService } from './service.ts';

type Shown = { altText?: string; text?: string };

describe.each(RUNTIMES)('the ways to a person on %s', (runtime) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(runtime);
  });
  afterAll(() => service.close());

  const textOf = (message: unknown) => (message as Shown)?.altText ?? (message as Shown)?.text ?? '';
  const openCases = async (urgency: number) => service.openCases().filter((one) => one.urgency === urgency);

  async function say(userId: string, text: string): Promise<string[]> {
    const before = service.phones.received(userId).length;
    await service.phones.say(userId, text);
    return (await service.received(userId, before + 1)).slice(before).map(textOf);
  }

  it('tells somebody with a fever in treatment to call now, before anything else, and opens a case at the top', async () => {
    const { userId } = service.phones.add('発熱');
    const [first] = await say(userId, '抗がん剤の治療中です。38.5度の熱が出ました');
    expect(first).toMatch(/^いますぐ.*病院に電話/);
    expect(JSON.stringify(service.phones.received(userId)[0])).toContain('"tel:119"');
    expect((await openCases(1)).length).toBe(1);
  });

  it('remembers a treatment told a turn before', async () => {
    const { userId } = service.phones.add('文脈');
    await say(userId, '先週から抗がん剤の治療を受けています');
    const [first] = await say(userId, '38度の熱が出てきた');
    expect(first).toMatch(/^いますぐ.*病院に電話/);
  });

  it('answers despair with calm words and lines that are open, never with passages, and opens the most urgent case', async () => {
    const { userId } = service.phones.add('つらい');
    const shown = await say(userId, 'もう死んでしまいたい');
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain('0120-279-338');
    expect(shown[0]).not.toContain('死んで');
    const [mostUrgent] = service.openCases();
    expect(mostUrgent?.urgency).toBe(0);
  });

  it('opens a case for a counselor only with consent', async () => {
    const { userId } = service.phones.add('同意なし');
    const before = (await openCases(2)).length;
    const [asked] = await say(userId, '相談員の方と話したいです');
    expect(asked).toContain('読んでもよいですか');
    await service.phones.postback(userId, 'consent=0');
    await sleep(200);
    expect((await openCases(2)).length).toBe(before);
  });

  it('falls silent while a counselor has the case, still watches for danger, and says when it is back', async () => {
    const { userId } = service.phones.add('引き継ぎ');
    await say(userId, '相談員さんとお話ししたい');
    await service.phones.postback(userId, 'consent=1');
    for (let i = 0; i < 100 && (await openCases(2)).length === 0; i++) await sleep(20);
    const [waiting] = await openCases(2);
    const act = { caseId: waiting?.id ?? '', version: waiting?.version ?? 0, by: '山口' };
    const before = service.phones.received(userId).length;
    expect(await service.desk.claim(act)).toEqual({ kind: 'done' });
    expect(await service.desk.claim({ ...act, by: '別の相談員' })).toEqual({ kind: 'changed' });
    const joined = await service.received(userId, before + 1);
    expect(textOf(joined.at(-1))).toContain('相談員が確認しました');

    await service.phones.say(userId, '抗がん剤で髪は抜けますか');
    await sleep(500);
    expect(service.phones.received(userId)).toHaveLength(joined.length);

    const [danger] = await say(userId, '胸が急に締めつけられて息ができません');
    expect(danger).toMatch(/119/);

    const sofar = service.phones.received(userId).length;
    expect(await service.desk.resolve({ ...act, version: act.version + 1 })).toEqual({ kind: 'done' });
    const left = await service.received(userId, sofar + 1);
    expect(textOf(left.at(-1))).toContain('またHikkeiがお答えします');
    expect((await say(userId, '抗がん剤で髪は抜けますか'))[0]).toMatch(/^髪は/);
  });

  it('leads through the second opinion, and back to it after another question', async () => {
    const { userId } = service.phones.add('意見');
    const [step] = await say(userId, 'セカンドオピニオンを受けたいです');
    expect(step).toMatch(/1 \/ \d/);
    expect((await say(userId, '口内炎のケアは？'))[0]).toContain('口内炎');
    expect((await say(userId, 'セカンドオピニオンを受けたい'))[0]).toMatch(/\d \/ \d/);
  });

  it('shows the three nearest centres for a place, and asks back where a name is shared', async () => {
    const { userId } = service.phones.add('場所');
    await say(userId, '近くのがん相談支援センターを教えて');
    const [which] = await say(userId, '府中');
    expect(which).toContain('東京都 府中市');
    expect(which).toContain('広島県 府中市');
    const shown = await say(userId, '東京都府中市');
    const carousel = service.phones.received(userId).at(-1) as {
      contents: { type: string; contents: unknown[] };
    };
    expect(shown.join()).toContain('km');
    expect(carousel.contents).toMatchObject({ type: 'carousel' });
    expect(carousel.contents.contents).toHaveLength(3);
  });

  it('finds the nearest centres from a position that the phone sends', async () => {
    const { userId } = service.phones.add('位置');
    await service.phones.sendLocation(userId, {
      latitude: 26.2124,
      longitude: 127.6809,
      address: '沖縄県那覇市',
    });
    const shown = (await service.received(userId, 2)).map(textOf).join('\n');
    expect(shown).toContain('沖縄');
  });
});
