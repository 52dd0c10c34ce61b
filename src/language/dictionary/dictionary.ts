/**
 * Opens a compiled dictionary: full IPADIC and the handbook's words in one file of 12 MB. Nothing is copied,
 * decompressed or parsed; the sections are views of the bytes.
 *
 * In this room `layout.ts` says what the file is, `compile/` makes it (Node only), `lattice.ts` searches it,
 * `tokenizer.ts` gives words, `parity/` compares them with stock kuromoji's.
 */
import { DictionaryFormatError } from './dictionary-format-error.ts';
import {
  FORMAT_VERSION,
  HASH_OFFSET,
  MAGIC,
  SECTION_NAMES,
  SECTIONS,
  type SectionName,
  type Sections,
  TABLE_OFFSET,
} from './layout.ts';

/** An opened dictionary; it keeps the bytes it was opened on alive. */
export type Dictionary = {
  readonly sections: Sections;
  /** SHA-256 of the sections in hex: equal for equal content. Not recomputed on opening. */
  readonly contentHash: string;
  readonly byteLength: number;
};

const REBUILD = 'Compile it again with `npm run build`.';

/**
 * The dictionary in `bytes`, in well under a millisecond.
 * @throws DictionaryFormatError if the bytes are not a whole dictionary of this version.
 */
export function openDictionary(bytes: ArrayBuffer): Dictionary {
  const tableEnd = TABLE_OFFSET + SECTION_NAMES.length * 8;
  if (bytes.byteLength < TABLE_OFFSET || magicOf(bytes) !== MAGIC) {
    throw new DictionaryFormatError(
      `This is not a Hikkei dictionary (${bytes.byteLength} bytes). ${REBUILD}`,
    );
  }
  const header = new DataView(bytes);
  const version = header.getUint32(8, true);
  if (version !== FORMAT_VERSION) {
    throw new DictionaryFormatError(
      `The dictionary has format ${version}, but this program reads format ${FORMAT_VERSION}. ${REBUILD}`,
    );
  }
  const length = header.getUint32(12, true);
  if (bytes.byteLength !== length || length < tableEnd) {
    throw new DictionaryFormatError(
      `The dictionary is ${bytes.byteLength} bytes long instead of ${length}: it was cut short or damaged. ${REBUILD}`,
    );
  }
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) {
    throw new DictionaryFormatError(
      'The dictionary is little-endian, and this machine is big-endian: use another.',
    );
  }
  return { sections: sectionsOf(bytes, header), contentHash: hashOf(bytes), byteLength: length };
}

function magicOf(bytes: ArrayBuffer): string {
  return String.fromCharCode(...new Uint8Array(bytes, 0, MAGIC.length));
}

function hashOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes, HASH_OFFSET, 32), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function sectionsOf(bytes: ArrayBuffer, header: DataView): Sections {
  const view = (name: SectionName, index: number) => {
    const offset = header.getUint32(TABLE_OFFSET + index * 8, true);
    const byteLength = header.getUint32(TABLE_OFFSET + index * 8 + 4, true);
    const View = SECTIONS[name];
    if (
      offset + byteLength > bytes.byteLength ||
      offset % 8 !== 0 ||
      byteLength % View.BYTES_PER_ELEMENT !== 0
    ) {
      throw new DictionaryFormatError(
        `The section ${name} of the dictionary does not lie inside the file. ${REBUILD}`,
      );
    }
    return new View(bytes, offset, byteLength / View.BYTES_PER_ELEMENT);
  };
  // The names and the views come from the same table, which fromEntries cannot express.
  return Object.fromEntries(
    SECTION_NAMES.map((name, index) => [name, view(name, index)]),
  ) as unknown as Sections;
}
