import { describe, expect, it } from 'vitest';
import { selfTold } from '../../../src/console/case/told/self-told.ts';
import { CANCERS, TREATMENTS } from '../../../src/console/case/told/term-kinds.ts';
import { builtKnowledge } from '../../fixtures/built-knowledge.ts';

const knowledge = builtKnowledge();

function told(text: string, askedPlace = false) {
  const all = selfTold([{ said: { kind: 'text', text }, askedPlace, atMs: 1 }], knowledge);
  const labels = (kind: keyof typeof all) => all[kind].map((one) => one.label);
  return [labels('regions'), labels('cancers'), labels('treatments')];
}

describe('what the patient wrote of themselves', () => {
  it.each([
    ['母が乳がんで、東京都新宿区の病院で抗がん剤をしています。', ['東京都新宿区'], ['乳がん'], ['抗がん剤']],
    ['私は胃がんではありません', [], ['胃がん'], []],
    ['札幌市中央区に住んでいます', ['北海道札幌市中央区'], [], []],
    ['福岡在住です。山口です。', ['福岡県'], [], []],
    ['府中市です', ['府中市'], [], []],
    ['広島県府中市です', ['広島県府中市'], [], []],
    [
      'さいたま市の肺がん患者です。放射線治療が終わりました',
      ['埼玉県さいたま市'],
      ['肺がん'],
      ['放射線治療'],
    ],
    ['にゅうがんといわれました', [], ['乳がん'], []],
    ['ステージ4の膵臓がんです。手術はできないと言われました', [], ['膵がん'], ['手術']],
    ['放射線を当てています', [], [], ['放射線治療']],
    ['がんです。こわい', [], [], []],
    ['市役所に電話しました。町の人に聞きました', [], [], []],
    ['村上先生は東京のがんセンターです', [], [], []],
    ['石川さんに聞きました', [], [], []],
    ['母が乳がんで、札幌に住んでいます', ['北海道札幌市'], ['乳がん'], []],
    ['東広島に住んでいます', ['広島県東広島市'], [], []],
    ['広島に住んでいます', ['広島県'], [], []],
    ['札幌さんに聞きました', [], [], []],
    ['京都府に住んでいます', ['京都府'], [], []],
    ['東京都に住んでいます', ['東京都'], [], []],
  ])('reads «%s»', (text, regions, cancers, treatments) => {
    expect(told(text)).toEqual([regions, cancers, treatments]);
  });

  it('takes a bare name for a place only where the bot had asked for one', () => {
    expect(told('渋谷')).toEqual([[], [], []]);
    expect(told('渋谷', true)).toEqual([['東京都 渋谷区'], [], []]);
  });

  it('reads the address of a position that was sent', () => {
    const said = { kind: 'location', title: '', address: '神奈川県横浜市中区1-1' } as const;
    const all = selfTold([{ said, askedPlace: false, atMs: 1 }], knowledge);
    expect(all.regions).toEqual([
      { label: '神奈川県横浜市中区', quotes: [{ words: '位置情報：神奈川県横浜市中区1-1', atMs: 1 }] },
    ]);
  });

  it('gives the sentence and its time, newest first, at most three, none twice', () => {
    const texts = [
      '乳がんです。こわい',
      '乳がんの手術',
      '乳がんです。',
      '母も乳がんでした',
      '乳がんと肺がん',
    ];
    const wrote = texts.map((text, i) => ({
      said: { kind: 'text', text } as const,
      askedPlace: false,
      atMs: 100 - i,
    }));
    expect(selfTold(wrote, knowledge).cancers[0]).toEqual({
      label: '乳がん',
      quotes: [
        { words: '乳がんです。', atMs: 100 },
        { words: '乳がんの手術', atMs: 99 },
        { words: '母も乳がんでした', atMs: 97 },
      ],
    });
  });

  it('knows only groups that stand in terms.yaml', () => {
    const ids = new Set(knowledge.handbook.terms.map((group) => group.id));
    expect([...CANCERS, ...TREATMENTS].filter((id) => !ids.has(id))).toEqual([]);
  });
});
