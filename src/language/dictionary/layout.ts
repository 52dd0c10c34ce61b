/**
 * The dictionary file: a header, then sections that are used in place as typed arrays (little-endian).
 *
 * ```
 * byte 0   magic "HIKKEIDC"
 *      8   u32 format version        12  u32 length of the whole file in bytes
 *     16   SHA-256 of all sections as they lie in the file, padding included (32 bytes)
 *     48   for each section, in the order of SECTIONS: u32 offset, u32 length in bytes
 * ```
 * Offsets are multiples of 8, so that every typed array may start there.
 */

/** First eight bytes of the file. */
export const MAGIC = 'HIKKEIDC';
/** Raised whenever a section changes its meaning: an older file is then refused, not misread. */
export const FORMAT_VERSION = 1;
export const HASH_OFFSET = 16;
export const TABLE_OFFSET = 48;
const ALIGNMENT = 8;

/** The sections in file order. An "entry" is one way to read a surface; entries of one surface are neighbours. */
export const SECTIONS = {
  /** UTF-16 unit → trie code; 0 where no word has the unit. Frequent units have small codes. */
  unitCode: Uint16Array,
  /** Trie: slot → base of its children; in a leaf, `-1 - first entry`. */
  trieBase: Int32Array,
  /** Trie: slot → code on the edge into it; UNUSED_SLOT where nothing lives. */
  trieCheck: Uint16Array,
  /** Entry → word class; LAST_ENTRY is set on the last entry of a surface. */
  entryClass: Uint16Array,
  entryCost: Int16Array,
  /** Entry → offset in `readings`. */
  entryReading: Uint32Array,
  /** Word class → id under which a word to its left, to its right is joined. */
  classLeft: Uint16Array,
  classRight: Uint16Array,
  /** Word class → offset of its text in `classText`; one more at the end. */
  classTextStart: Uint32Array,
  /** UTF-8: six features (part of speech … conjugated form), units to cut, ending to add for the base form. */
  classText: Uint8Array,
  /** Byte in `readings` → UTF-16 unit. */
  readingUnit: Uint16Array,
  /** Records: length (HAS_PRONUNCIATION if one follows), reading, then length and pronunciation. */
  readings: Uint8Array,
  /** How many right ids, left ids there are. */
  connectionSize: Uint32Array,
  /** Cost of joining: `[left id of the next word × ids + right id of the word before]`. */
  connection: Int16Array,
  /** UTF-16 unit → character category. */
  unitCategory: Uint8Array,
  /** Category → INVOKE and GROUP of char.def. */
  categoryFlags: Uint8Array,
  /** Category → its first unknown-word entry; one more at the end. */
  unknownStart: Uint16Array,
  unknownClass: Uint16Array,
  unknownCost: Int16Array,
} as const;

export type SectionName = keyof typeof SECTIONS;
export type Sections = { readonly [Name in SectionName]: (typeof SECTIONS)[Name]['prototype'] };
export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[];

/** Code on the edge to the slot that holds the entries of a surface which longer surfaces continue. */
export const END_OF_WORD = 0;
export const UNUSED_SLOT = 0xffff;
export const LAST_ENTRY = 0x8000;
export const CLASS_MASK = 0x7fff;
export const HAS_PRONUNCIATION = 0x80;
/** Look for unknown words even where the dictionary knows one. */
export const INVOKE = 1;
/** An unknown word takes the whole run of its category. */
export const GROUP = 2;
/** Category of surrogate pairs: char.def's first, DEFAULT. */
export const DEFAULT_CATEGORY = 0;

/** The next offset at which a section may start. */
export function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
