/** char.def: which category a character has, and how unknown words of that category are made. */
import { DEFAULT_CATEGORY, GROUP, INVOKE } from '../layout.ts';

export type CharacterCategories = {
  readonly names: readonly string[];
  /** Category → INVOKE and GROUP. LENGTH is left out, as stock kuromoji leaves it out. */
  readonly flags: Uint8Array;
  /** UTF-16 unit → category. */
  readonly ofUnit: Uint8Array;
};

const CATEGORY = /^(\w+)\s+([01])\s+([01])\s+\d/;
const MAPPING = /^0x([0-9A-F]{4})(?:\.\.0x([0-9A-F]{4}))?\s+([^#\s]+)/;

/**
 * Parses char.def as stock kuromoji does.
 * @throws Error if a line names a category that was not defined.
 */
export function parseCharacterCategories(text: string): CharacterCategories {
  const names: string[] = [];
  const flags: number[] = [];
  const ofUnit = new Uint8Array(65536);
  for (const line of text.split(/\r?\n/)) {
    const category = CATEGORY.exec(line);
    if (category) {
      names.push(category[1] ?? '');
      flags.push((category[2] === '1' ? INVOKE : 0) | (category[3] === '1' ? GROUP : 0));
      continue;
    }
    const mapping = MAPPING.exec(line);
    if (!mapping) continue;
    const id = names.indexOf(mapping[3] ?? '');
    if (id < 0) throw new Error(`char.def: "${line}" names a category that is not defined.`);
    const first = Number.parseInt(mapping[1] ?? '', 16);
    ofUnit.fill(id, first, (mapping[2] ? Number.parseInt(mapping[2], 16) : first) + 1);
  }
  // Stock writes the bit of DEFAULT (1 << 0) where its id (0) belongs, so characters that char.def does not
  // mention get category 1, SPACE. Kept, because the tokens depend on it.
  for (let unit = 0; unit < ofUnit.length; unit++) {
    if (ofUnit[unit] === DEFAULT_CATEGORY) ofUnit[unit] = 1 << DEFAULT_CATEGORY;
  }
  return { names, flags: Uint8Array.from(flags), ofUnit };
}
