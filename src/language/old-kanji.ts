/** Old and variant kanji with the form of the 常用漢字表 (2010) or, for medical words, of IPADIC. */
const PAIRS =
  '體体醫医藥薬學学國国澤沢邊辺邉辺齋斎廣広瀧滝嶋島眞真會会檢検續続證証驗験腦脳膽胆臟臓髓髄瘦痩頚頸攝摂發発應応變変' +
  '轉転數数點点氣気豫予鹽塩勞労營営醉酔靜静藏蔵總総權権經経處処當当實実寫写寶宝對対屆届廢廃從従惡悪惱悩擔担據拠斷断' +
  '樂楽榮栄樣様歸帰殘残濕湿濟済爲為狀状獨独畫画疊畳癡痴盡尽稱称穩穏聲声聽聴與与舊旧蟲虫覺覚觀観觸触譯訳讀読豐豊' +
  '賣売輕軽遲遅醱発釋釈鐵鉄關関隱隠雜雑靈霊顏顔顯顕飮飲餘余驅駆髮髪鬪闘麥麦麵麺黃黄黑黒默黙齒歯齡齢';

const NEW_FORM = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) NEW_FORM.set(PAIRS.charAt(i), PAIRS.charAt(i + 1));
const OLD = new RegExp(`[${[...NEW_FORM.keys()].join('')}]`, 'g');

/** `text` with old and variant kanji in their present form: 「體のお藥」→「体のお薬」. */
export function modernKanji(text: string): string {
  return text.replace(OLD, (kanji) => NEW_FORM.get(kanji) ?? kanji);
}
