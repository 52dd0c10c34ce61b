/** Finds all elements in a message in one walk: a tree of stems, with guards at the borders of words. */
import { foldWord } from '../reading/fold.ts';
import type { Reading } from '../reading/reading.ts';
import type { Element } from './elements.ts';
import type { Spelling } from './spelling.ts';

export type Occurrence = { readonly element: Element; readonly start: number; readonly end: number };

type Node = {
  readonly next: Map<string, Node>;
  readonly here: { readonly element: Element; readonly spelling: Spelling }[];
};

const KANA = /^[ぁ-ん]+$/;
const HAN = /[\p{Script=Han}々]/u;
/** Kana after which a short word may begin where no space shows it: particles and common endings. */
const BEFORE_SHORT = /[がはおにでもとのやらてへたかよけどいくん]/;
/** What may follow a short noun in kana. */
const AFTER_SHORT = /[がはもおのでにとやっだつしぽまばなかじへ 。、？！0-9]|\p{Script=Han}/u;

/** A finder for `elements`. */
export function createOccurrenceFinder(elements: readonly Element[]): (reading: Reading) => Occurrence[] {
  const root: Node = { next: new Map(), here: [] };
  for (const element of elements) {
    for (const spelling of element.spellings) {
      let node = root;
      for (const char of spelling.stem) {
        const child: Node = node.next.get(char) ?? { next: new Map(), here: [] };
        node.next.set(char, child);
        node = child;
      }
      node.here.push({ element, spelling });
    }
  }
  return (reading) => {
    const { text } = reading;
    const found: Occurrence[] = [];
    for (let start = 0; start < text.length; start++) {
      let node: Node | undefined = root;
      const longest = new Map<Element, number>();
      for (let end = start; end < text.length; ) {
        node = node.next.get(text.charAt(end));
        if (!node) break;
        end++;
        for (const { element, spelling } of node.here) {
          const { follow } = spelling;
          let stop = end;
          if (follow !== null) {
            follow.lastIndex = end;
            const matched = follow.exec(text);
            if (!matched) continue;
            // A negation belongs to the word; an ending does not, so that what is said of the word is read from there.
            stop = element.whole ? end + matched[0].length : end;
          }
          // 「たまらん」 as a whole is long enough to be sure of, though its stem is not.
          const sure = element.whole && stop - start >= 3 && element.kind !== 'asIs';
          if (!sure && !standsAlone(reading, element, spelling, start, end)) continue;
          longest.set(element, Math.max(longest.get(element) ?? 0, stop));
        }
      }
      for (const [element, end] of longest) found.push({ element, start, end });
    }
    return found;
  };
}

/** Whether [start, end) is a word of its own here and not a piece of another. */
function standsAlone(
  reading: Reading,
  element: Element,
  spelling: Spelling,
  start: number,
  end: number,
): boolean {
  const { text, begins, tokenAt, tokens } = reading;
  // A particle such as 「か」 only as a word of its own.
  if (element.kind === 'asIs') return end - start > 1 || (begins[start] === 1 && begins[end] === 1);
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const word = text.slice(start, end);
  if (!KANA.test(word)) {
    // 「胸」 in 「胸水」, 「血」 in 「貧血」: a single kanji counts only as a word of its own.
    if (element.kind === 'noun' && word.length === 1 && HAN.test(word)) {
      if (HAN.test(after) && !begins[end]) return false;
      if (HAN.test(before) && !begins[start]) return false;
    }
    return true;
  }
  if (element.kind === 'nothing') return true;
  // Kana inside a word that the dictionary writes with kanji is its ending.
  const token = tokens[tokenAt[start] ?? 0];
  if (!begins[start] && token !== undefined && HAN.test(token.surface)) return false;
  if (word.length > 3) return true;
  if (element.kind !== 'noun' && word.length <= 2) return beginsShortVerb(reading, element, spelling, start);
  if (!begins[start] && before !== '' && /[ぁ-ん]/.test(before) && !BEFORE_SHORT.test(before)) return false;
  if (/[0-9]/.test(before)) return true;
  if (element.kind === 'noun' && after !== '' && !AFTER_SHORT.test(after) && !(begins[start] && begins[end]))
    return false;
  if (element.kind === 'noun' && word.length === 1) {
    const itself = begins[start] === 1 && begins[end] === 1 && token?.pos === '名詞';
    const spoken =
      reading.kanaAt(start) && /^[ 、。がはおにもらの]?$/.test(before) && /^[がはおもにの ]$/.test(after);
    if (!itself && !spoken) return false;
  }
  return true;
}

/** Half a verb in kana: only where the dictionary sees it, or, in a message without kanji, after a particle. */
function beginsShortVerb(
  reading: Reading,
  element: Element,
  { stem: word, base }: Spelling,
  start: number,
): boolean {
  const { text, begins, tokenAt, tokens } = reading;
  const token = tokens[tokenAt[start] ?? 0];
  const wanted = element.kind === 'verb' ? '動詞' : '形容詞';
  const seen =
    begins[start] === 1 &&
    token?.pos === wanted &&
    (wanted === '形容詞' || !/^(?:非自立|接尾)$/.test(token.posDetail1)) &&
    sameWord(foldWord(token.base), word, base);
  if (!reading.kanaAt(start)) return seen;
  if (!/^[ 、。がはおにもでとて]?$/.test(text.charAt(start - 1))) return seen;
  const after = text.slice(start + word.length);
  return seen || word.length === 2 || element.whole || /^[ぁ-ん][てたまなんとる]/.test(after);
}

function sameWord(tokenBase: string, stem: string, base: string | undefined): boolean {
  return base === undefined ? tokenBase.startsWith(stem) : tokenBase === base;
}
