import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { comparable, findWords } from '../../../src/console/queue/find-words.ts';
import { audit } from '../../../src/store/schema.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';
import { addCase, addMessage, addNote, linkedIds, MINUTE, NOW } from './case-rows.ts';

describe('finding words in a text', () => {
  it.each([
    ['ｶﾞﾝの治療', 'ガン', 'ｶﾞﾝ'],
    ['ＰＥＴ検査の前', 'pet', 'ＰＥＴ'],
    ['CT①の結果', 'ct1', 'CT①'],
    ['痛み　止め', '痛み 止め', '痛み　止め'],
    ['家族👨‍👩‍👧と行く', '👨‍👩‍👧', '👨‍👩‍👧'],
  ])('in 「%s」 finds 「%s」 as it was written', (text, words, hit) => {
    expect(findWords(text, words)?.hit).toBe(hit);
  });

  it('shows what stands around, cut where it is long', () => {
    const found = findWords(`${'あ'.repeat(50)}痛い${'い'.repeat(50)}`, '痛い');
    expect(found).toEqual({ before: `…${'あ'.repeat(30)}`, hit: '痛い', after: `${'い'.repeat(30)}…` });
  });

  it('finds every word that was cut out of a text whose characters stand alone', () => {
    fc.assert(
      fc.property(anyText(30), fc.nat(30), fc.nat(10), (text, from, length) => {
        const characters = [...new Intl.Segmenter('ja').segment(text)].map(({ segment }) => segment);
        const words = characters.slice(from, from + length).join('');
        const found = findWords(text, words);
        if (comparable(words.trim()) === '') expect(found).toBeNull();
        else if (found) expect(text).toContain(found.hit);
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing for no words', () => {
    expect(findWords('痛い', '  ')).toBeNull();
  });
});

describe('search in one’s own cases', () => {
  let world: TestConsole;
  let counselor: SignedInVisitor;
  beforeEach(async () => {
    world = await openConsole({ now: () => NOW });
    counselor = await world.signIn('counselor');
  });
  afterEach(() => world.close());

  const search = async (words: string) => {
    const response = await counselor.post('/console/search', { words });
    expect(response.status).toBe(200);
    return response.text();
  };
  const own = (more = {}) => addCase(world, { status: 'claimed', claimedBy: counselor.id, ...more });

  it('finds variants of width and case in messages of patients and counselors and in notes', async () => {
    const [said, answered, noted] = [await own(), await own(), await own({ status: 'resolved' })];
    await addMessage(world, said, { type: 'text', text: 'ﾀｷｿｰﾙのあと' });
    await addMessage(world, answered, [{ type: 'text', text: 'タキソールですね' }], {
      direction: 'out',
      staffId: counselor.id,
    });
    await addNote(world, { caseId: noted, by: counselor.id, text: 'タキソール の量を確かめる' });
    const html = await search('タキソール');
    expect(linkedIds(html).sort()).toEqual([said, answered, noted].sort());
    expect(html).toContain('<mark>ﾀｷｿｰﾙ</mark>');
    expect(html).toContain('3か所で見つかりました');
    expect(html).toContain('3件の相談を探しました');
  });

  it('looks into nobody else’s cases, nor before a case or after it, nor into the bot’s answers or what was taken back', async () => {
    const others = await addCase(world, { status: 'claimed', claimedBy: 'somebody else' });
    const waiting = await addCase(world);
    const mine = await own({ status: 'resolved', resolvedAtMs: NOW + MINUTE });
    const text = { type: 'text', text: 'ひみつの話' };
    await addMessage(world, others, text);
    await addMessage(world, waiting, text);
    await addMessage(world, mine, text, { atMs: NOW - 1 });
    await addMessage(world, mine, text, { atMs: NOW + MINUTE + 1 });
    await addMessage(world, mine, [text], { direction: 'out' });
    await addMessage(world, mine, text, { takenBack: true });
    expect(await search('ひみつ')).toContain('見つかりませんでした');
    await addMessage(world, mine, text, { atMs: NOW });
    expect(await search('ひみつ')).toContain('1か所で見つかりました');
  });

  it('is written down without the words', async () => {
    const id = await own();
    await addMessage(world, id, { type: 'text', text: '秘密のことば' });
    await search('秘密のことば');
    const entries = await world.db.select().from(audit).where(eq(audit.action, 'cases_searched'));
    expect(entries.map(({ staffId, detail }) => ({ staffId, detail }))).toEqual([
      { staffId: counselor.id, detail: { cases: 1, hits: 1 } },
    ]);
    expect(JSON.stringify([entries, world.log])).not.toContain('秘密');
  });

  it('asks for words where none were written', async () => {
    const response = await counselor.post('/console/search', { words: '　' });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('探すことばを書いてください。');
    expect(await (await counselor.get('/console/search')).text()).toContain('自分の相談をことばで探す');
  });

  it('takes words from a form alone: an address is never read', async () => {
    const id = await own();
    await addMessage(world, id, { type: 'text', text: 'ひみつ' });
    expect(await (await counselor.get('/console/search?words=ひみつ')).text()).not.toContain('ひみつ');
  });
});
