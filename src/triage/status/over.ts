/** 「先月熱が出ましたが下がりました」「昨日まで」: what is over. When in doubt it is not. */
import { foldPattern } from '../reading/fold.ts';
import type { Reading, Span } from '../reading/reading.ts';

const RESOLVED = new RegExp(
  [
    '(?:下が|さが)(?:った|って(?!い?(?:な|ませ)|こ(?:な|ま)|おら)|り(?!ませ|きら|にく))(?!と思)',
    '(?:おさま|治ま|収ま)(?:った|って(?!い?(?:な|ませ)|こ(?:な|ま)|おら)|り(?!ませ|きら|そう))',
    '(?:治|直|なお)(?:った|って(?!い?(?:な|ませ)|こ)|り(?!ませ|そう|た))(?!と思)',
    '(?:引い|ひい)(?:た|て(?!い?(?:な|ませ)|こ))|引き(?:ました|、)',
    '(?:落ち着い|おちつい)(?:た|て(?!い?(?:な|ませ)|こ))|落ち着き(?:ました|、)',
    '(?:止ま|とま)(?:った|って(?!い?(?:な|ませ)|こ|ら)|りました|り、)',
    '(?:消え|きえ)(?:た(?!い)|て(?:い|き|、|、?今)|ました)',
    '(?:良|よ)くな(?:った|って(?!い?(?:な|ませ))|り(?!ませ|たい|そう))',
    '(?:無|な)くな(?:った|って(?:い|き|る)|りました)',
    '楽でした|楽にな(?:った|って(?!い?な)|り(?!ませ|たい))',
    '軽くな(?:った|って(?!い?な)|りました)|小さくな(?:った|って|りました)',
    '減った|減って(?:い|き)|減りました',
    '平熱|へいねつ|回復し|改善し|元に?(?:戻|もど)(?:った|って|り)|元気に(?:なっ|なり|して|過ご|食べ|働|暮ら)|今は元気',
    '(?:今|いま|もう)は?(?:何|なん)とも(?:な|あり)|(?:今|いま|もう)は?(?:大丈夫|だいじょうぶ)(?!か|でしょ|です?か)',
    '(?:大丈夫|平気)(?:でし|だっ)た|異常(?:は)?な(?:し|いと|かった)|問題(?:は)?な(?:し|いと|かった)',
    '(?:食べ|飲め|歩け|眠れ|動け|話せ)(?:られ)?るように(?:なっ|なり)',
    '(?:もう|無事に?|その後)退院し|退院して(?:もう)?[0-9一二三四五六七八九十数半]+(?:年|か月|ヶ月|ケ月|カ月|週間)',
    'すっかり|今は?なく|今はあり?ませ',
  ].join('|'),
  'g',
);
const AGAIN = /また|ぶり返|再び|再度|しかし今|でも今(?!は)|繰り返|くりかえ|たり|と思(?:った|え)ば|と思ったら/;
const MASKED = /解熱|げねつ|薬|くすり|座薬|かろなある|かろなる|ろきそ|あせと/;

const LONG_AGO = foldPattern(
  /(?:先々?月|去年|昨年|一昨年|おととし|以前|昔|むかし|前回|(?:[0-9一二三四五六七八九十数何半]+)(?:年|か月|ヶ月|ケ月|カ月|ヵ月|かげつ|週間?|年半)(?:ほど|くらい|ぐらい|以上)?前|半年前|学生の?(?:とき|時|ころ|頃)|子ども(?:の)?(?:とき|時|ころ|頃)|若い(?:とき|時|ころ|頃)|当時|一時期?|(?:最初|初回|1回目|一回目|前)の(?:抗がん剤|治療|点滴|くうる|時|とき)(?:で|は|に)|治療前|(?:治療|入院|療養|手術)(?:中|前|の時|のとき)(?:に|は)(?=[^。]*(?:ました|でした|った))|せんげつ|きょねん)/g,
);
const LATELY =
  /(?:先週|先日|この前|こないだ|この間|前に|以前|せんしゅう|昨日|きのう|おととい|一昨日|昨夜|ゆうべ|昨晩|夜中に)/;
const NOT_PAST_BUT_SINCE =
  /^(?:から|より|以来|、?ずっと|の(?!こと|[^。、]{1,8}(?:とき|時|際|あと|後|ころ|頃)(?:に|は|も|、)|時|とき|冬|夏|春|秋|末|初|手術(?:で|の)|入院|治療(?:で|中))|に(?:手術|診断|抗がん|治療|告知|始|受|転移|退院|わか|分か|終))/;
const NOW = foldPattern(
  /(?:今(?!度|回|まで|後)|いま|現在|さっき|先ほど|今朝|今日|けさ|きょう|さきほど|また(?!は)|続[いく]|つづ[いく]|だんだん|まだ|止まら|[てで]い?ます|[てで]い?る|[てで]い?て|とる|ちょる)/,
);
const PAST_TENSE = /^[^。！？]{0,25}?(?:た(?![らいくめ])|ました|でした|だった|[っん]だ(?=[。、 こが]|$))/;
const ENDED = foldPattern(/まで(?=[^。]{0,6}(?:熱|ねつ|[0-9]|続|つづ|痛|苦|出|あ|下痢|げり))/);
const EXPERIENCE = /^[^。！？、]{0,8}?(?:た|だ)こと(?:が|も|は)(?:あ|何度|一度|以前)/;
/** 「〜で入院したから」「救急にかかりましたが」: it was seen to. */
const IN_HOSPITAL_THEN =
  /^[^。！？]{0,12}?(?:入院(?:し(?:た|ました)|になっ|となっ)|救急(?:搬送され(?:た|まし)|に(?:かか|行)(?:った|り?まし)))(?:から|けど|が|ので|けれど)/;
/** Told to a doctor, who was not worried. */
const REASSURED = foldPattern(
  /(?:先生|医師|主治医|医者|看護師(?:さん)?|病院)(?:は|に|も|から|が|で)[^。！？]{0,14}?(?:心配(?:は|し)?(?:な|いら|要ら|なくて)|問題(?:は)?な|大丈夫(?!か)|様子(?:を)?見|よくある|貧血|だろう|でしょう|異常(?:は)?な)[^。！？]{0,6}?(?:と|って)(?:の?こと|言|いわ|説明|話|聞)/,
);
/** The same for months. */
const LASTING = foldPattern(
  /(?:(?:半年|[0-9一二三四五六七八九十数何]+(?:年|か月|ヶ月|ケ月|カ月|ヵ月))(?:ほど|くらい|ぐらい|以上)?(?:前)?から|ずっと前から|前から)[^。！？]{0,14}?(?:変わ(?:ら|り)|同じ)/,
);
const WORSE = /(?:ひど|悪化|増え|強く|急に|今日|今朝|さっき|動け|立て)/;
const DIED = foldPattern(/(?:亡くな|他界|息を引き取|死去|看取)/);
const ADDRESSED =
  /(?:先生|医師|主治医|病院|看護師(?:さん)?|外来)(?:に|へ|で)(?:も|は|すぐ)?(?:もう|すでに|既に)?(?:話し|伝え|言って|報告し|連絡し|電話し|相談し|診て|みてもら|見てもら|診察|処置|点滴し|治療し|対応し)[^。]{0,8}(?:ました|あり?ます|済|て(?:あ|い)|もら)/;

/** The words that put what stands at `span` into the past, or null. */
export function over(
  reading: Reading,
  span: Span,
): { readonly cue: string; readonly longAgo: boolean } | null {
  const { text } = reading;
  const [sentenceStart, sentenceEnd] = reading.bounds('sentence', span.start);
  const [, nextEnd] = reading.bounds('sentence', Math.min(sentenceEnd, text.length));
  const sameSentence = text.slice(span.end, sentenceEnd);
  const onward = text.slice(span.end, Math.min(nextEnd, span.end + 90));
  const lead = text.slice(Math.max(sentenceStart, span.start - 40), span.start);
  const clauseRest = text.slice(span.end, reading.bounds('clause', span.start)[1]);
  const longAgo = marker(lead);
  // After a death the story is of the one who died, unless the sentence speaks of now.
  const died =
    DIED.exec(sameSentence) ??
    (NOW.test(lead + sameSentence) ? null : DIED.exec(text.slice(0, sentenceStart)));
  if (died) return { cue: died[0], longAgo: true };
  const resolved = resolution(reading, span, onward);
  if (resolved && !(longAgo === null && MASKED.test(onward.slice(0, onward.indexOf(resolved) + 1)))) {
    return { cue: resolved, longAgo: longAgo !== null };
  }
  const settled = REASSURED.exec(onward) ?? LASTING.exec(lead + text.slice(span.start, span.end) + onward);
  if (settled && !WORSE.test(onward)) return { cue: settled[0], longAgo: false };
  const experience = EXPERIENCE.exec(sameSentence);
  if (experience) return { cue: experience[0], longAgo: true };
  if (
    longAgo &&
    PAST_TENSE.test(sameSentence) &&
    !NOW.test(lead.slice(lead.lastIndexOf(longAgo)) + clauseRest)
  ) {
    return { cue: longAgo, longAgo: true };
  }
  const hospital = IN_HOSPITAL_THEN.exec(sameSentence);
  if (hospital && !NOW.test(sameSentence.slice(hospital[0].length)))
    return { cue: hospital[0], longAgo: false };
  const lately = LATELY.exec(lead);
  if (lately && !/^から/.test(lead.slice(lately.index + lately[0].length)) && PAST_TENSE.test(sameSentence)) {
    const addressed = ADDRESSED.exec(onward);
    if (addressed) return { cue: addressed[0], longAgo: true };
    if (ENDED.test(lead.slice(lately.index) + text.slice(span.start, span.end)))
      return { cue: `${lately[0]}まで`, longAgo: false };
  }
  return null;
}

function marker(lead: string): string | null {
  for (const match of lead.matchAll(LONG_AGO)) {
    if (!NOT_PAST_BUT_SINCE.test(lead.slice(match.index + match[0].length))) return match[0];
  }
  return null;
}

/** A word of getting better that is said of this and of nothing else in between. */
function resolution(reading: Reading, span: Span, onward: string): string | null {
  for (const match of onward.matchAll(RESOLVED)) {
    const until = span.end + match.index;
    if (!FOUND_NOTHING.test(match[0]) && otherSubject(reading, span, until)) return null;
    const after = onward.slice(match.index + match[0].length);
    if (/^(?:たら|ら|れば|ば|てほし|て欲し|たい|か[？。])/.test(after)) continue;
    if (AGAIN.test(onward.slice(match.index + match[0].length, match.index + 30))) return null;
    if (AGAIN.test(onward.slice(0, match.index))) return null;
    return match[0];
  }
  return null;
}

/** Said of a test, and good news all the same. */
const FOUND_NOTHING = /^(?:異常|問題)|退院/;
const SAME_SUBJECT =
  /^(?:今|いま|現在|今日|今朝|昨日|もう|それ|これ|症状|体調|その後|あと|自分|私|本人|後|朝|夜|ほう|方|ところ|うち|の|とき|時)$/;

function otherSubject(reading: Reading, span: Span, to: number): boolean {
  const from = span.end;
  const said = reading.excerpt(span.start, span.end);
  const first = (reading.tokenAt[from] ?? 0) + 1;
  const last = reading.tokenAt[Math.min(to, reading.text.length - 1)] ?? 0;
  for (let i = first; i < last; i++) {
    const token = reading.tokens[i];
    const before = reading.tokens[i - 1];
    if (i === first && !reading.begins[from]) continue;
    if (token?.pos !== '助詞' || !/^(?:が|は)$/.test(token.surface) || token.posDetail1 === '接続助詞')
      continue;
    if (
      before?.pos === '名詞' &&
      !/^(?:副詞可能|接尾)$/.test(before.posDetail1) &&
      !SAME_SUBJECT.test(before.surface) &&
      !said.includes(before.surface.at(-1) ?? '')
    )
      return true;
  }
  return false;
}
