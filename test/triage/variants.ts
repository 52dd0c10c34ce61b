/** Ways in which one message may be written otherwise and still mean the same. */
import { toHiragana, toKatakana } from '../../src/language/kana.ts';
import type { Token } from '../../src/language/token.ts';

export type Variant = {
  readonly name: string;
  readonly of: (text: string) => string;
  /** Only the sound is left: no kanji. */
  readonly soundOnly?: true;
};

/**
 * Examples that are not found when they are written without kanji. Each runs words together in a way that the
 * dictionary cannot cut (まだいたい is まだい＋たい); a new one here is a step back.
 */
export const LOST_IN_KANA: ReadonlySet<string> = new Set([
  '3日食べられない',
  '吐き気止めが効きません',
  '今日も2回吐いた',
  'だんだん痛くなってきた',
  '夫が首を吊っています',
  '痛み止めをありったけ飲んじゃった',
  '祖母がここがどこか分からないと言って暴れています',
  'ねつが 38ど5ぶで てあしが つめたい',
  '上が80しかないんよ、立てへん',
  'モルヒネを飲んでもまだ痛い',
  '便が出えへんし吐くし、お腹もパンパンや',
  'てんてきの あとが はれて ひりひりする',
  'キイトルーダのあと、水みたいな便が1日6回です',
  '半日以上尿が一滴も出ない',
  '麻薬の貼り薬を替えてから一日中眠っています',
  '薬を2日分飲んでしまった。どうしたらええ',
  'うっかり痛み止めを二回飲みました',
  '有人対応をお願いします',
]);

const HALF =
  'ガｶﾞギｷﾞグｸﾞゲｹﾞゴｺﾞザｻﾞジｼﾞズｽﾞゼｾﾞゾｿﾞダﾀﾞヂﾁﾞヅﾂﾞデﾃﾞドﾄﾞバﾊﾞビﾋﾞブﾌﾞベﾍﾞボﾎﾞパﾊﾟピﾋﾟプﾌﾟペﾍﾟポﾎﾟアｱイｲウｳエｴオｵカｶキｷクｸケｹコｺサｻシｼスｽセｾソｿタﾀチﾁツﾂテﾃトﾄナﾅニﾆヌﾇネﾈノﾉハﾊヒﾋフﾌヘﾍホﾎマﾏミﾐムﾑメﾒモﾓヤﾔユﾕヨﾖラﾗリﾘルﾙレﾚロﾛワﾜヲｦンﾝァｧィｨゥｩェｪォｫャｬュｭョｮッｯーｰ';
const HALF_WIDTH = new Map(
  [...HALF.matchAll(/([ァ-ヴー])([ｦ-ﾟ]+)/g)].map((m) => [m[1] ?? '', m[2] ?? ''] as const),
);

/** Variants by width, kana, punctuation, signs and line breaks. `tokenize` gives readings. */
export function spellings(tokenize: (text: string) => readonly Token[]): readonly Variant[] {
  return [
    {
      name: 'full width',
      of: (t) => t.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    },
    {
      name: 'half width',
      of: (t) => t.normalize('NFKC').replace(/[ァ-ヴー]/g, (c) => HALF_WIDTH.get(c) ?? c),
    },
    { name: 'katakana as hiragana', of: toHiragana },
    { name: 'all hiragana, spaced', of: (t) => aloud(t, tokenize), soundOnly: true },
    { name: 'all katakana, spaced', of: (t) => toKatakana(aloud(t, tokenize)), soundOnly: true },
    { name: 'no punctuation', of: (t) => t.replace(/[、。！？]/g, '') },
    { name: 'spaces for punctuation', of: (t) => t.replace(/[、。！？]/g, ' ') },
    { name: 'line breaks', of: (t) => t.replace(/[、。]/g, '\n') },
    { name: 'exclamation', of: (t) => `${t.replace(/。$/, '')}！！` },
    { name: 'dots', of: (t) => `${t.replace(/。$/, '')}…` },
    { name: 'emoji', of: (t) => `😭${t.replace(/。/g, '💦')}🙏` },
    { name: 'polite opening', of: (t) => `夜分にすみません。${t}` },
  ];
}

/** Endings of politeness and dialect, by what the message ends with. */
export function endings(text: string): readonly Variant[] {
  const bare = text.replace(/[。！]$/, '');
  const after =
    /(?:る|う|く|む|す|い|た|だ|ない|ん)$/.test(bare) && !/(?:です|ます|ません|でしょう)$/.test(bare)
      ? PLAIN
      : [];
  const polite = /(?:です|ます|ました|ません)$/.test(bare) ? POLITE : [];
  return [...after, ...polite].map((ending) => ({ name: `〜${ending}`, of: () => bare + ending }));
}

/** Words that the dictionary cuts or reads otherwise than people do. */
const READ_ALOUD: Record<string, string> = {
  体中: 'からだじゅう',
  一日中: 'いちにちじゅう',
  手足: 'てあし',
  点滴: 'てんてき',
  痛み止め: 'いたみどめ',
  吐き気止め: 'はきけどめ',
  下痢止め: 'げりどめ',
  血尿: 'けつにょう',
  尿: 'にょう',
  便: 'べん',
  管: 'くだ',
  赤い血: 'あかい ち',
  '3日': '3にち ',
  '2日分': 'ふつかぶん ',
};
const ALOUD = new RegExp(
  `(${Object.keys(READ_ALOUD)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!秘)`,
);

const PLAIN = [
  'んですけど',
  'んです',
  'ねん',
  'んやけど',
  'とよ',
  'ばい',
  'べ',
  'んだべ',
  'んじゃ',
  'けん',
  'わ',
  'んよ',
];
const POLITE = ['けど', 'が', 'ね', 'よ', 'ねん', 'けん', 'わ'];

function aloud(text: string, tokenize: (text: string) => readonly Token[]): string {
  const said = text.split(ALOUD).map((part) => READ_ALOUD[part] ?? spoken(tokenize(part), ' '));
  return said.join('').replace(/ +/g, ' ');
}

/** The message as it sounds, in hiragana, with `space` between phrases (after particles and endings). */
function spoken(tokens: readonly Token[], space: string): string {
  let out = '';
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    out +=
      /[ぁ-ん]/.test(token.surface) && !/\p{Script=Han}/u.test(token.surface)
        ? token.surface
        : toHiragana(token.reading ?? token.surface);
    const ends =
      next !== undefined &&
      /^(?:助詞|助動詞)$/.test(token.pos) &&
      !/^(?:助詞|助動詞)$/.test(next.pos) &&
      next.posDetail1 !== '非自立' &&
      next.posDetail1 !== '接尾' &&
      !/^(?:なる|ある|する)$/.test(next.base);
    if (ends) out += space;
  });
  return out;
}
