import { describe, expect, it } from 'vitest';
import { MOST_CANDIDATES } from '../../../src/guidance/centres/place.ts';
import { find, placeData, prefectureOf, told } from './real-data.ts';

describe('findPlace', () => {
  it.each([
    ['世田谷区', '東京都 世田谷区'],
    ['世田谷あたり', '東京都 世田谷区'],
    ['とうきょうとせたがやく', '東京都 世田谷区'],
    ['いまはせたがやくです', '東京都 世田谷区'],
    ['オオサカシ　キタク', '大阪府 大阪市 北区'],
    ['よこはま市', '神奈川県 横浜市'],
    ['福岡の北九州', '福岡県 北九州市'],
    ['三重の津', '三重県 津市'],
    ['石狩郡当別町', '北海道 当別町'],
    ['余市郡余市町', '北海道 余市町'],
    ['上北郡横浜町', '青森県 横浜町'],
    ['名古屋市の北区に住んでいます', '愛知県 名古屋市 北区'],
    ['広島県府中市', '広島県 府中市'],
    ['府中市（広島）', '広島県 府中市'],
    ['京都市左京区吉田', '京都府 京都市 左京区'],
    ['柏駅', '千葉県 柏市'],
  ])('understands 「%s」 as %s', (text, label) => {
    expect(told(text)).toBe(label);
  });

  it.each([
    ['〒160-0022', '東京都 新宿区'],
    ['１６０－００２２です', '東京都 新宿区'],
    ['1600022', '東京都 新宿区'],
    ['郵便番号は060 0001', '北海道 札幌市 中央区'],
    ['住所は〒530ー0001です', '大阪府 大阪市 北区'],
    ['〒812-8582 福岡市東区馬出', '福岡県 福岡市 東区'],
  ])('understands the postal code in 「%s」 as %s', (text, label) => {
    expect(told(text)).toBe(label);
  });

  it('does not take a phone number for a postal code', () => {
    expect(told('電話は0120-123-4567です')).toBe('none');
    expect(told('090-1234-5678')).toBe('none');
  });

  it('offers every municipality of the prefix for the own number of a large addressee', () => {
    expect(told('100-8111')).toContain('東京都 千代田区');
  });

  it.each([
    ['東京駅の近く', '東京駅（東京都 千代田区）'],
    ['梅田', '梅田（大阪府 大阪市 北区）'],
    ['名駅', '名駅（愛知県 名古屋市 中村区）'],
    ['さんのみや', '三宮（兵庫県 神戸市 中央区）'],
    ['天神駅から行けるところ', '天神（福岡県 福岡市 中央区）'],
    ['横浜駅', '横浜駅（神奈川県 横浜市 西区）'],
    ['名古屋の栄', '栄（愛知県 名古屋市 中区）'],
  ])('knows the station or quarter in 「%s」', (text, label) => {
    expect(told(text)).toBe(label);
  });

  it.each([
    ['東北大学病院の近く', '東北大学病院'],
    ['東北大病院', '東北大学病院'],
    ['前橋日赤', '前橋赤十字病院'],
    ['がん研有明病院に通っています', 'がん研究会有明病院'],
  ])('knows the hospital in 「%s」', (text, label) => {
    expect(told(text)).toBe(label);
  });

  it.each([
    ['浦和', '浦和市（現 埼玉県 さいたま市）'],
    ['与野市', '与野市（現 埼玉県 さいたま市 中央区）'],
    ['清水市', '清水市（現 静岡県 静岡市 清水区）'],
    ['小倉', '小倉（現 福岡県 北九州市）'],
    ['布施に住んでます', '布施市（現 大阪府 東大阪市）'],
    ['浜松市中区', '静岡県 浜松市 中区（現 中央区）'],
    ['なぜし', '名瀬市（現 鹿児島県 奄美市）'],
  ])('knows the former name in 「%s」', (text, label) => {
    expect(told(text)).toBe(label);
  });

  it.each([
    ['世多谷区', '東京都 世田谷区'],
    ['八王寺市', '東京都 八王子市'],
    ['東京都世田屋区', '東京都 世田谷区'],
    ['はちおじ', '東京都 八王子市'],
    ['相模腹に住んでいます', '神奈川県 相模原市'],
    ['金澤市', '石川県 金沢市'],
    ['龍ヶ崎', '茨城県 龍ケ崎市'],
    ['竜ケ崎市', '茨城県 龍ケ崎市'],
    ['茅が崎市', '神奈川県 茅ヶ崎市'],
    ['塩釜', '宮城県 塩竈市'],
  ])('understands 「%s」, with a slip or in other letters, as %s', (text, label) => {
    expect(told(text)).toBe(label);
  });

  it.each([
    ['中野', ['東京都 中野区', '長野県 中野市']],
    ['府中', ['東京都 府中市', '広島県 府中市', '広島県 府中町']],
    ['広島の府中', ['広島県 府中市', '広島県 府中町']],
    ['伊達', ['北海道 伊達市', '福島県 伊達市']],
    ['朝日町です', ['山形県 朝日町', '富山県 朝日町', '三重県 朝日町']],
    ['国立がんセンター', ['国立がん研究センター東病院', '国立がん研究センター中央病院']],
    ['三田', ['兵庫県 三田市', '三田（東京都 港区）']],
    ['日本橋', ['日本橋（東京都 中央区）', '日本橋（大阪府 大阪市 中央区）']],
    ['横浜から大阪に引っ越しました', ['神奈川県 横浜市', '大阪府']],
  ])('asks back for 「%s」', (text, labels) => {
    expect(told(text)).toEqual(labels);
  });

  it('asks back with all twelve for 「北区に住んでいます」', () => {
    expect(told('北区に住んでいます')).toHaveLength(12);
  });

  it.each(['福岡', '大阪です', '東京都内', 'とうきょう', '沖縄なんだけど', '栃木', '山梨'])(
    'takes 「%s」 for the whole prefecture, with its capital as the point',
    (text) => {
      const match = find(text);
      expect(match.kind).toBe('prefecture');
      if (match.kind === 'prefecture') expect(match.capital.municipalityCode).toBeNull();
    },
  );

  it.each([
    ['横浜', '神奈川県 横浜市'],
    ['神戸', '兵庫県 神戸市'],
    ['川崎', '神奈川県 川崎市'],
    ['堺', '大阪府 堺市'],
  ])(
    'takes bare 「%s」 for the designated city, not for a town of that name or its own ward',
    (text, label) => {
      expect(told(text)).toBe(label);
    },
  );

  it.each([
    'わからない',
    'こんにちは',
    '痛みがつらいです',
    '熱が38.5度あります',
    '抗がん剤のあと便秘が続いています。市販の下剤を使ってもよいでしょうか。',
    '臨床試験に参加した場合、費用は自己負担になりますか。',
    '明日傘いる？',
    '',
    '👍',
    '。'.repeat(5000),
  ])('finds no place in 「%s」', (text) => {
    expect(told(text)).toBe('none');
  });

  it('understands each label it offers again, and as itself', () => {
    const names = [...new Set(placeData.municipalities.map((m) => m.name.split(' ').at(-1) ?? ''))];
    const asked = [
      ...names,
      ...names.map((name) => name.slice(0, -1)),
      ...placeData.landmarks.map((l) => l.name),
    ];
    for (const text of new Set(asked)) {
      const match = find(text);
      if (match.kind !== 'ambiguous') continue;
      expect(match.candidates.length, text).toBeLessThanOrEqual(MOST_CANDIDATES);
      for (const candidate of match.candidates) {
        expect(told(candidate.label), `${text}: ${candidate.label}`).toBe(
          candidate.municipalityCode === null ? `${candidate.label}全体` : candidate.label,
        );
        // LINE cuts a button after 20 characters
        expect(candidate.label.length, candidate.label).toBeLessThanOrEqual(20);
      }
    }
  });
});

describe('a name that more than one municipality bears', () => {
  const bearers = new Map<string, string[]>();
  for (const m of placeData.municipalities) {
    for (const name of new Set([m.name, m.name.split(' ').at(-1) ?? ''])) {
      bearers.set(name, [...(bearers.get(name) ?? []), `${prefectureOf(m.code)} ${m.name}`]);
    }
  }
  const shared = [...bearers].filter(([, labels]) => labels.length > 1);

  it('is never guessed: all who bear it are offered', () => {
    expect(shared.length).toBeGreaterThan(30);
    for (const [name, labels] of shared) {
      for (const text of [name, `${name}です`, `${name}に住んでいます`, `${name}あたり`]) {
        expect(told(text), text).toEqual(expect.arrayContaining(labels));
      }
    }
  });

  it('is found once its prefecture is said', () => {
    for (const [name, labels] of shared) {
      for (const label of labels) {
        const [prefecture = ''] = label.split(' ');
        const alone = labels.filter((other) => other.startsWith(prefecture)).length === 1;
        if (alone) expect(told(`${prefecture}${name}`), prefecture + name).toBe(label);
        else expect(told(`${prefecture}${name}`), prefecture + name).toContain(label);
      }
    }
  });
});
