/** Writes sections into the file format of `layout.ts`. */
import { createHash } from 'node:crypto';
import {
  aligned,
  FORMAT_VERSION,
  HASH_OFFSET,
  MAGIC,
  SECTION_NAMES,
  SECTIONS,
  type Sections,
  TABLE_OFFSET,
} from '../layout.ts';

/** Workers static assets allow 25 MiB a file. */
const LARGEST_FILE_BYTES = 25 * 1024 * 1024;

/**
 * The dictionary file; equal sections give equal bytes.
 * @throws Error if it would be larger than 25 MiB.
 */
export function encodeDictionary(sections: Sections): Uint8Array<ArrayBuffer> {
  const start = aligned(TABLE_OFFSET + SECTION_NAMES.length * 8);
  const length = SECTION_NAMES.reduce((end, name) => aligned(end + sections[name].byteLength), start);
  if (length > LARGEST_FILE_BYTES) {
    throw new Error(
      `The dictionary is ${length} bytes; a Workers asset may have ${LARGEST_FILE_BYTES}. Add fewer words.`,
    );
  }
  const file = new Uint8Array(length);
  const header = new DataView(file.buffer);
  let offset = start;
  for (const [index, name] of SECTION_NAMES.entries()) {
    const view = sections[name];
    if (!(view instanceof SECTIONS[name])) throw new Error(`The section ${name} has the wrong type.`);
    file.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), offset);
    header.setUint32(TABLE_OFFSET + index * 8, offset, true);
    header.setUint32(TABLE_OFFSET + index * 8 + 4, view.byteLength, true);
    offset = aligned(offset + view.byteLength);
  }
  file.set(new TextEncoder().encode(MAGIC));
  header.setUint32(8, FORMAT_VERSION, true);
  header.setUint32(12, length, true);
  file.set(createHash('sha256').update(file.subarray(start)).digest(), HASH_OFFSET);
  return file;
}
