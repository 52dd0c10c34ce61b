/** One message as the triage sees it: folded text, words' borders, clauses and sentences. */
import type { Analysis } from '../../language/analyse.ts';
import type { Token } from '../../language/token.ts';
import { type Folded, fold } from './fold.ts';

/** From a folded offset to another. */
export type Span = { readonly start: number; readonly end: number };

export type Reading = {
  readonly normal: string;
  readonly text: string;
  /** Whether the sentence at this folded offset has no kanji, so that only its sound is known. */
  kanaAt(offset: number): boolean;
  /** Folded offset → index of the token that holds it. */
  readonly tokenAt: Int32Array;
  readonly tokens: readonly Token[];
  /** Folded offset → whether a token begins here. */
  readonly begins: Uint8Array;
  /** Folded offset → number of the clause, of the sentence. */
  readonly clause: Int32Array;
  readonly sentence: Int32Array;
  /** Folded offset → how many of the particles が, は, を stand before it. */
  readonly particles: Int32Array;
  /** The text between two folded offsets as the patient's message has it. */
  excerpt(start: number, end: number): string;
  /** Where the clause or the sentence that holds `offset` begins and ends. */
  bounds(kind: 'clause' | 'sentence', offset: number): readonly [number, number];
};

const HAN = /\p{Script=Han}/u;
const SENTENCE_END = /[。？！]/;
/** Words after which something new may be said, so that what follows does not touch what went before. */
const CLAUSE_END =
  /けれども|けれど|けども|けんど|けどな?|けん(?=[、 ])|(?<=[んの])だが|(?<=です|ます|した|せん|だった|かった|ない)が|(?<=[たいなす])のに(?!は)|(?<!も)ので(?!す|しょ|は)|んで(?=[、 ])|し(?=、)|[。？！]/g;

/** Prepares `analysis` for matching; linear in its length. */
export function readText(analysis: Analysis): Reading {
  const { normal, tokens } = analysis;
  const { text, at }: Folded = fold(normal);
  const tokenAt = new Int32Array(text.length + 1).fill(tokens.length);
  const begins = new Uint8Array(text.length + 1);
  const particles = new Int32Array(text.length + 1);
  const clause = new Int32Array(text.length + 1);
  const sentence = new Int32Array(text.length + 1);
  let token = 0;
  let particleCount = 0;
  for (let i = 0; i < text.length; i++) {
    const offset = at[i] ?? 0;
    while (token + 1 < tokens.length && (tokens[token + 1]?.start ?? Infinity) <= offset) token++;
    if (i === 0 || tokenAt[i - 1] !== token) {
      begins[i] = 1;
      const word = tokens[token];
      if (word?.pos === '助詞' && /^[がはを]$/.test(word.surface)) particleCount++;
    }
    tokenAt[i] = token;
    particles[i] = particleCount;
  }
  begins[text.length] = 1;
  particles[text.length] = particleCount;
  const clauseEnds = new Set([...text.matchAll(CLAUSE_END)].map((m) => m.index + m[0].length));
  const clauseStarts: number[] = [0];
  const sentenceStarts: number[] = [0];
  for (let i = 0; i <= text.length; i++) {
    if (i > 0 && clauseEnds.has(i)) clauseStarts.push(i);
    if (i > 0 && SENTENCE_END.test(text[i - 1] ?? '')) sentenceStarts.push(i);
    clause[i] = clauseStarts.length - 1;
    sentence[i] = sentenceStarts.length - 1;
  }
  const kana = sentenceStarts.map(
    (start, i) => !HAN.test(text.slice(start, sentenceStarts[i + 1] ?? text.length)),
  );
  return {
    normal,
    text,
    kanaAt: (offset) => kana[sentence[Math.min(offset, text.length)] ?? 0] ?? false,
    tokenAt,
    tokens,
    begins,
    clause,
    sentence,
    particles,
    excerpt: (start, end) => normal.slice(at[start] ?? 0, (at[end - 1] ?? normal.length) + 1),
    bounds(kind, offset) {
      const [ids, starts] = kind === 'clause' ? [clause, clauseStarts] : [sentence, sentenceStarts];
      const id = ids[Math.min(offset, text.length)] ?? 0;
      return [starts[id] ?? 0, starts[id + 1] ?? text.length];
    },
  };
}
