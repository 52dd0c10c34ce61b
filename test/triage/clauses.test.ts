import { describe, expect, it } from 'vitest';
import { emptyMemory } from '../../src/triage/memory.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';

const { triage } = builtKnowledge();
const verdict = (text: string) => triage.assess(text, emptyMemory(), 0).verdict;

describe('what is said of one thing', () => {
  it.each([
    ['熱はないけど息が苦しくて横になれない', '119'],
    ['下痢はおさまったけど今度は胸が締めつけられる', '119'],
    ['吐き気はないです。でも血を吐きました', '119'],
    ['先月は元気でしたが、今は呼んでも返事をしません', '119'],
    ['けいれんは止まりましたが、まだぼうっとしています', '119'],
    ['息が苦しいけど熱は下がりました', 'hospital_now'],
    ['痛みはありませんが、鼻血が止まりません', 'hospital_now'],
  ])('does not hide another danger: %s', (text, level) => {
    expect(verdict(text)).toMatchObject({ kind: 'emergency', level });
  });

  it.each([
    '熱はありません',
    '熱も咳もありません',
    '痛くも痒くもないです',
    '息苦しくないです',
    '血は吐いていません',
    '先月熱が出ましたが下がりました',
    '昨日まで38度ありましたが今は36.5度です',
    '熱が出たらどこに連絡すればいいですか',
    '血を吐いたら救急車を呼ぶべきですか',
    'もし息が苦しくなったらどうすればいいですか',
    '胸が痛くなることはありますか',
    'ろれつが回らなくなったらすぐ病院と説明を受けました',
    'うちの猫が血を吐きました',
    '血を吐く夢を見ました',
  ])('is no alarm where it is not so now: %s', (text) => {
    expect(['emergency', 'crisis']).not.toContain(verdict(text).kind);
  });

  it.each(['父が息ができないと言っています', '患者本人が血を吐きました', '娘がけいれんしています'])(
    'is as urgent of somebody else: %s',
    (text) => {
      expect(verdict(text)).toMatchObject({ kind: 'emergency', level: '119' });
    },
  );

  it('puts an attempt under way before all else', () => {
    expect(verdict('睡眠薬を全部飲みました。胸が痛いです')).toMatchObject({ kind: 'crisis', imminent: true });
  });

  it('puts a life in danger before words of despair, and these before the hospital', () => {
    expect(verdict('息ができない。もう死にたい')).toMatchObject({ kind: 'emergency', level: '119' });
    expect(verdict('痛み止めが効かない。もう死にたい').kind).toBe('crisis');
  });

  it('lets a question beat a greeting', () => {
    expect(verdict('こんにちは。髪はいつ抜けますか').kind).toBe('none');
    expect(verdict('はい、熱があります').kind).toBe('amber');
  });
});

describe('a very long message', () => {
  it('is judged in time that grows with its length', () => {
    const long = '治療のことをいろいろ考えています。'.repeat(290);
    const startMs = performance.now();
    expect(verdict(`${long}息ができません`)).toMatchObject({ kind: 'emergency', level: '119' });
    expect(performance.now() - startMs).toBeLessThan(2000);
    for (const piece of ['痛', 'あ', '血が止まらない', '「（', '😭', 'ー']) {
      const from = performance.now();
      triage.assess(piece.repeat(Math.floor(5000 / piece.length)), emptyMemory(), 0);
      expect(performance.now() - from).toBeLessThan(2000);
    }
  });
});
