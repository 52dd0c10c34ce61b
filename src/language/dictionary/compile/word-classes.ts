/** Word classes: all that entries share (connection ids, features, the rule for the base form) is kept once. */
import { LAST_ENTRY } from '../layout.ts';

type Classified = {
  readonly left: number;
  readonly right: number;
  readonly features: string;
  readonly surface: string;
  readonly base: string;
};

/** Collects word classes: IPADIC's 392,126 entries have 1,334. */
export class WordClasses {
  readonly #ids = new Map<string, number>();
  readonly #left: number[] = [];
  readonly #right: number[] = [];
  readonly #texts: string[] = [];

  /**
   * The class of an entry.
   * @throws Error if there are more classes than the format can number.
   */
  idOf({ left, right, features, surface, base }: Classified): number {
    let shared = 0;
    while (shared < surface.length && shared < base.length && surface[shared] === base[shared]) shared++;
    const text = `${features},${surface.length - shared},${base.slice(shared)}`;
    const key = `${left},${right},${text}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    if (id >= LAST_ENTRY) throw new Error(`The dictionary has more than ${LAST_ENTRY} word classes.`);
    this.#ids.set(key, id);
    this.#left.push(left);
    this.#right.push(right);
    this.#texts.push(text);
    return id;
  }

  /** The sections that start with `class`. */
  sections() {
    const encoder = new TextEncoder();
    const texts = this.#texts.map((text) => encoder.encode(text));
    const classTextStart = new Uint32Array(texts.length + 1);
    for (const [id, text] of texts.entries())
      classTextStart[id + 1] = (classTextStart[id] ?? 0) + text.length;
    const classText = new Uint8Array(classTextStart[texts.length] ?? 0);
    for (const [id, text] of texts.entries()) classText.set(text, classTextStart[id] ?? 0);
    return {
      classLeft: Uint16Array.from(this.#left),
      classRight: Uint16Array.from(this.#right),
      classTextStart,
      classText,
    };
  }
}
