/** 「熱が出たらどこに連絡」「息切れに効く運動」「血を吐く夢」: said of what may be, of others in general, or of a word. */
import { foldPattern } from '../reading/fold.ts';
import type { Reading, Span } from '../reading/reading.ts';

/** The end of the predicate itself, without another one in between. */
const PREDICATE = '(?:(?!くて|って |んで|てよ|てみ|てね)[ぁ-ん 出起上下高続強悪止吐]){0,9}?';
const CONDITION = new RegExp(
  `^${PREDICATE}(?:(?<!どうし|何し|なにし|なんし|どないし|いくらし)(?<!だら|たら)(?:た|だ)ら(?!し|け|だ|た)|れば|けりゃ|(?:る|い|た|ん)?なら(?![なんずば])|(?:る|い|た|の|な)場合|(?:る|い|た|の)(?:とき|時|際)(?:の|用)(?!こと|よう|ほう|方が)|(?:る|い|た|の)(?:とき|時|際|ばあい)(?=[^。]{0,40}(?:どう|どこ|何|なに|だれ|誰|連絡|ますか|ですか|教え|ため|用|備|準備|[？]|必要|べき|いい|良い|よい|てって|すぐ病院))|(?:て|で)も(?=[^。]{0,12}(?:大丈夫|いい|良い|よい|よか|ええ|構|平気|かまわ|問題)))`,
);
const ABOUT = foldPattern(
  /^(?:ほど|くらい|ぐらい)(?:うれし|嬉し|驚|おどろ|しょっく|緊張|悲し|感動|恥ずかし|怖|楽し|申し訳)|^(?:(?:が|は|も)?(?:し|出|起き|起こり|なり|あり|[りきちいみび])?ます(?:でしょう)?か(?:[ね。、？ ]|$)|(?:る|う|く|む|す)(?:もの)?(?:なの|の|ん)(?:です|でしょう)か(?:[ね。？ ]|$))|^[^。！？、]{0,10}?(?:(?:こと|事)(?:は|も|って|が)?(?:よく|たまに)?(?:あり?ます?か|あるん?で(?:す|しょう)か|ある[？の])|こと(?:は|も|が)ある(?:と|って)|こと(?:は|が|って)?(?:あり?ませんか|ないですか|ないでしょうか|ないの)|(?:ほど|くらい|よう)?に?な(?:る|り)(?:もの|の)?(?:なの|ん)?(?:です|でしょう|ます)か|とは(?:何|なん|どん|どう|$|？)|って(?:苦し|痛|つら|辛)[いか][^。、]{0,4}(?:か[。？ ]|か$|の？)|って(?:本当|ほんと|何|なん|なに|どん|どの|どう(?!し)|いつ)|という(?:言葉|もの|症状|副作用|こと(?:は|が))|っていう(?:言葉|の(?:は|って))|の意味|と?の?(?:違い|ちがい)|[とや・][^。、がは]{1,8}の(?:違い|ちがい|見分け|区別|差)|のは(?:よくある|普通|ふつう|当然|一般的|正常|当たり前|あたりまえ)|(?:さ|み)?を(?:和らげ|やわらげ|軽く|楽に|減ら|抑え|おさえる(?:方|薬|に)|改善|避け|防)|ような(?:病気|症状|こと)(?:で|じゃ|は)|(?:る|す|う)前に|のは(?:どんな|どういう|いつ頃|いつごろ|何日|どのくらい|どれくらい)|る(?:副作用|薬|病気|原因|のは(?:手術|治療|退院|いつ)|おそれ)|やす[いく]|た(?:人|方)(?:は|が|の|も|って|どれ)|(?:る|い|す)(?:人|方(?:は|が|の|も)|患者|確率|割合|頻度|可能性|リスク|危険|おそれ|恐れ|時期|の(?:は(?:なぜ|どうして|いつ)|って|が?(?:怖|こわ|心配|不安|嫌)|を(?:防|予防)))|感?に(?:[^。、は]{1,8}が)?(?:効く|きく|備え|ついて|関し|対し|注意|気をつけ|強い|なりやす|なる(?:人|確率|可能性))|(?:の|を|が起きる|が出る)?(?:予防|防(?:ぐ|げ|ぎ|止))|の(?:りはびり|体操|運動|仕組|[一-龠ぁ-ん]{1,4}方(?!が|向|面|へ|法が)|相談|対策|対処|副作用|検査|前触れ|前兆|サイン|しくみ|仕組み|目安|基準|可能性|リスク|種類|有無|治し方|ため(?:の|に(?:もら|出さ|備))|割合|頻度|薬(?:は|って|の)|人(?!が)|ある人|患者|話|既往|経験)|用の|外来|(?:る|い|だ)と(?:聞[いき]|書[いか]|説明|読ん|載|習|ありま|いう話)|(?:る|い)って(?:聞|書|読)|夢)/,
);
/** 「止まったら」 where the word itself ends in 「た」. */
const TARA = /^[ただ]ら(?!し|れ|だ)/;
/** 「死ぬのがこわい」「痛いのは嫌」: a fear is of what is not yet. */
const MAY = /^[^。、]{0,8}?(?:出る|起きる|起こる|なる|ある)?かも(?:しれない|しれません)?と(?:言|聞|説明|書)/;
const FEARED = /^の(?:が|は|も|を)?(?:とても|すごく|一番|いちばん)?(?:怖|こわ|恐|心配|不安|嫌|いや)/;
/** Rules and hearsay: 「〜たらすぐ病院と説明を受けました」「〜と言われていますが」. */
const HEARSAY =
  /(?:と(?:の説明|説明|聞[いきか]|書[いか]|の?こと(?:です|でし)|習|教わ|ありま|載)|って(?:聞[いき]|書[いか]|読))/;
const SUPPOSE = /(?:もし(?!もし)|万が?一|まんいち|仮に|たとえば|例えば|念のため|ねんのため)/;
const STORY = foldPattern(
  /(?:ドラマ|どらま|映画|えいが|小説|漫画|夢[をでに]|ゆめで|てれびで|テレビで|新聞|にゅうす|本[でに]|記事|ぶろぐ|ねっと(?:で|に))/,
);
const PAST_OR_LASTING =
  /(?:[いきしちりびみっんえけせてねめれげ]?た(?![らいく])|ました|てい?る|てい?ます|とる|ちょる|よる|てき)/;

/** A list of words such as one types into a search field: about a subject, not of oneself. */
const SUBJECTS =
  /(?:^| )(?:[一-龠ぁ-ん]*(?:生活|原因|対処|対策|予防|種類|合併症|食事|方法|費用|相談|りはびり|在宅|副作用|期間|けあ|治療|治療法|いつから|いつまで|確率|割合|検査|違い|意味|手術|症状|制度|仕事|運動|薬|目安))(?: |$)/;

function keywordsOnly(reading: Reading): string | null {
  if (
    !reading.text.includes(' ') ||
    reading.tokens.some(
      (t, i) =>
        (/^(?:動詞|助動詞|形容詞)$/.test(t.pos) && reading.tokens[i + 1]?.surface !== 'さ') ||
        t.surface === 'が',
    )
  )
    return null;
  return SUBJECTS.exec(reading.text)?.[0] ?? null;
}

/** The words that make what stands at `span` a mere possibility, or null. */
export function hypothetical(reading: Reading, span: Span, clauseRest: string, rest: string): string | null {
  const listed = /[0-9]/.test(reading.text) ? null : keywordsOnly(reading);
  if (listed) return listed;
  const condition = CONDITION.exec(clauseRest) ?? TARA.exec(reading.text.charAt(span.end - 1) + clauseRest);
  if (condition) return condition[0];
  const feared = FEARED.exec(clauseRest) ?? MAY.exec(clauseRest);
  if (feared) return feared[0];
  const about = ABOUT.exec(clauseRest);
  if (about) return about[0];
  const [sentenceStart] = reading.bounds('sentence', span.start);
  const lead = reading.text.slice(Math.max(sentenceStart, span.start - 40), span.start);
  const suppose = SUPPOSE.exec(lead);
  if (suppose && !PAST_OR_LASTING.test(clauseRest.slice(0, 12))) return suppose[0];
  const story = STORY.exec(lead) ?? STORY.exec(rest);
  if (story) return story[0];
  const hearsay = HEARSAY.exec(rest);
  if (hearsay && !PAST_OR_LASTING.test(rest.slice(0, Math.min(hearsay.index, 10)))) return hearsay[0];
  return null;
}
