/** What the dictionary says about a word: its class, base form, reading. */
import type { Dictionary } from './dictionary.ts';
import { CLASS_MASK, HAS_PRONUNCIATION } from './layout.ts';

/** A word class: part of speech, conjugation, and how the base form follows from the surface. */
export type WordClass = {
  readonly pos: string;
  readonly posDetail1: string;
  readonly posDetail2: string;
  readonly posDetail3: string;
  readonly conjugationType: string;
  readonly conjugationForm: string;
  /** UTF-16 units to cut from the end of the surface, then the text to add: the base form. */
  readonly cut: number;
  readonly ending: string;
};

/** Reads the features of entries; each word class is decoded once, when first met. */
export class WordFeatures {
  readonly #dictionary: Dictionary;
  readonly #classes: (WordClass | undefined)[] = [];
  readonly #utf8 = new TextDecoder();

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** The class of a known word. */
  ofEntry(entry: number): WordClass {
    return this.#wordClass((this.#dictionary.sections.entryClass[entry] ?? 0) & CLASS_MASK);
  }

  /** The class of an unknown word, by its number among the unknown-word entries. */
  ofUnknown(unknown: number): WordClass {
    return this.#wordClass(this.#dictionary.sections.unknownClass[unknown] ?? 0);
  }

  /** The reading of a known word in katakana, as IPADIC gives it. */
  reading(entry: number): string {
    const { entryReading, readings } = this.#dictionary.sections;
    const at = entryReading[entry] ?? 0;
    return this.#kana(at + 1, (readings[at] ?? 0) & ~HAS_PRONUNCIATION);
  }

  /** How a known word is spoken (コー for コウ), in katakana. */
  pronunciation(entry: number): string {
    const { entryReading, readings } = this.#dictionary.sections;
    const at = entryReading[entry] ?? 0;
    const head = readings[at] ?? 0;
    if (!(head & HAS_PRONUNCIATION)) return this.#kana(at + 1, head);
    const spoken = at + 1 + (head & ~HAS_PRONUNCIATION);
    return this.#kana(spoken + 1, readings[spoken] ?? 0);
  }

  #kana(from: number, length: number): string {
    const { readings, readingUnit } = this.#dictionary.sections;
    let kana = '';
    for (let i = from; i < from + length; i++)
      kana += String.fromCharCode(readingUnit[readings[i] ?? 0] ?? 0);
    return kana;
  }

  #wordClass(id: number): WordClass {
    const met = this.#classes[id];
    if (met) return met;
    const { classText, classTextStart } = this.#dictionary.sections;
    const text = this.#utf8.decode(classText.subarray(classTextStart[id], classTextStart[id + 1]));
    const [
      pos = '*',
      posDetail1 = '*',
      posDetail2 = '*',
      posDetail3 = '*',
      type = '*',
      form = '*',
      cut,
      ending,
    ] = text.split(',');
    const decoded: WordClass = {
      pos,
      posDetail1,
      posDetail2,
      posDetail3,
      conjugationType: type,
      conjugationForm: form,
      cut: Number(cut),
      ending: ending ?? '',
    };
    this.#classes[id] = decoded;
    return decoded;
  }
}

/** The base form of `surface`: 「引き込ま」 → 「引き込む」. */
export function baseForm(surface: string, { cut, ending }: WordClass): string {
  return cut === 0 && ending === '' ? surface : surface.slice(0, surface.length - cut) + ending;
}
