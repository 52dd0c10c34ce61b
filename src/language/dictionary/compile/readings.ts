/** Readings and pronunciations as bytes: katakana needs one byte where UTF-8 takes three. */
import { HAS_PRONUNCIATION } from '../layout.ts';

/** Collects readings; equal ones are kept once. */
export class ReadingPool {
  readonly #offsets = new Map<string, number>();
  readonly #codes = new Map<string, number>();
  readonly #bytes: number[] = [];

  /**
   * The offset of `reading` with `pronunciation`.
   * @throws Error if a reading is longer than 127 characters or the readings need more than 256 characters.
   */
  add(reading: string, pronunciation: string): number {
    const key = `${reading},${pronunciation}`;
    const known = this.#offsets.get(key);
    if (known !== undefined) return known;
    const offset = this.#bytes.length;
    this.#offsets.set(key, offset);
    if (reading === pronunciation) {
      this.#write(reading, 0);
    } else {
      this.#write(reading, HAS_PRONUNCIATION);
      this.#write(pronunciation, 0);
    }
    return offset;
  }

  /** The sections `readings` and `readingUnit`. */
  sections(): { readings: Uint8Array; readingUnit: Uint16Array } {
    const readingUnit = Uint16Array.from(this.#codes.keys(), (unit) => unit.charCodeAt(0));
    return { readings: Uint8Array.from(this.#bytes), readingUnit };
  }

  #write(kana: string, flag: number): void {
    if (kana.length >= HAS_PRONUNCIATION)
      throw new Error(`The reading "${kana}" is longer than 127 characters.`);
    this.#bytes.push(kana.length | flag);
    for (let i = 0; i < kana.length; i++) this.#bytes.push(this.#codeOf(kana.charAt(i)));
  }

  #codeOf(unit: string): number {
    const known = this.#codes.get(unit);
    if (known !== undefined) return known;
    const code = this.#codes.size;
    if (code > 255)
      throw new Error(`Readings may use 256 characters in all; "${unit}" is one too many. Use katakana.`);
    this.#codes.set(unit, code);
    return code;
  }
}
