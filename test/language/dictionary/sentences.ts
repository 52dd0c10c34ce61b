/** Sentences for the comparison with stock kuromoji, made here so that the test needs no other file. */

const WHO = ['母', '私', '父が', '58歳の夫', 'お腹の子', '友人の田中さん', 'おばあちゃん'];
const CANCERS = [
  '乳がん',
  '大腸癌',
  '肺ガン',
  '急性リンパ性白血病',
  '子宮頸がんⅡ期',
  '膵臓がんステージ4',
  '悪性リンパ腫',
];
const DRUGS = ['抗がん剤', 'パクリタキセル', 'オプジーボ', 'TS-1', 'ロキソニン60mg', '漢方薬', 'ステロイド'];
const SYMPTOMS = [
  '手足がしびれて',
  '髪が抜けはじめ',
  '食欲がなくて',
  '38.5度の熱が出て',
  'だるくて眠れず',
  '吐き気が止まらず',
];
const TEMPLATES: readonly ((who: string, cancer: string, drug: string, symptom: string) => string)[] = [
  (who, cancer, drug) => `${who}は${cancer}で${drug}を使っています。副作用はいつまで続きますか？`,
  (who, cancer, _, symptom) =>
    `${who}、${cancer}の治療中なんですが、${symptom}困ってます…どうしたらいいでしょう`,
  (who, _, drug, symptom) => `${drug}をのんだら${symptom}しまい、${who}も心配しています。病院に電話すべき？`,
  (_, cancer, drug) => `${cancer}に${drug}は効きますか。費用は１回いくらくらいかかるのでしょうか。`,
  (who, cancer, drug, symptom) =>
    `「${cancer}です」と言われた${who}に何と声をかければ…${symptom}いるし${drug}もこわいみたい（泣）`,
  (who, _, drug, symptom) => `きのう${who}と話しました\n${drug}はやめたいそうです\n${symptom}つらいので`,
];

/** Some 340 sentences: each template with the words rotated against each other. */
export function sentencesFromTemplates(): string[] {
  const at = (list: readonly string[], index: number) => list[index % list.length] ?? '';
  return TEMPLATES.flatMap((template) =>
    Array.from({ length: 57 }, (_, i) =>
      template(at(WHO, i), at(CANCERS, i + Math.floor(i / 7)), at(DRUGS, i * 2 + 1), at(SYMPTOMS, i * 5 + 2)),
    ),
  );
}

export const handWritten: readonly string[] = [
  'すもももももももものうち',
  'にわにはにわにわとりがいる',
  '東京都に住む京都府民が南アルプス市へ行く',
  'うちのおばあちゃんはこうがんざいでかみがぬけました',
  'ｶﾞﾝﾉｸｽﾘﾊｺﾜｲﾃﾞｽ',
  'ＣＴとＭＲＩとPET-CTの違いって何ですか？',
  'ヴォリノスタッツとグンマケン二郎',
  '0570-02-3410に10:00〜15:00でかけてもＯＫ？',
  '１２３４５円と12,345円と三万五千円',
  '診断名:C50.9(乳房)、ER+/HER2-',
  'がーーーん！！！えっ…まじ？？wwwwww',
  '😭',
  '今日は雨😀',
  '𠮷野家で𩸽を食べた',
  '薬💊飲み忘れた',
  'αβγ線とPSA≧4.0ng/mL',
  'жизнь и смерть',
  'café naïve Ünïcödé',
  'ไทย한국어中文简体',
  '痛い\u0001です\u0007ね',
  '\u200b\u200f右から左\u202e',
  'タブ\tと改行\r\nと　全角空白 半角空白  ',
  '、、。。、',
  '。',
  '々〆〇ヶ',
  '①②③㈱㎎℃™',
  '低い方の半分\udc00だけ',
  'http://example.com/?q=がん&lang=ja#top',
  '走らせられたくなかったらしいよ',
  '難しくて読めやしない、くさっ！',
  '雪の年代の南で',
];
