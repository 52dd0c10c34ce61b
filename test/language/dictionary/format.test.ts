import { beforeAll, describe, expect, it } from 'vitest';
import { openDictionary } from '../../../src/language/dictionary/dictionary.ts';
import { DictionaryFormatError } from '../../../src/language/dictionary/dictionary-format-error.ts';
import { plainDictionaryBytes } from './dictionaries.ts';

let bytes: ArrayBuffer;
beforeAll(() => {
  bytes = plainDictionaryBytes();
}, 60_000);

/** A copy of the dictionary with `change` made to it. */
function changed(change: (header: DataView) => void): ArrayBuffer {
  const copy = bytes.slice(0);
  change(new DataView(copy));
  return copy;
}

describe('opening a dictionary', () => {
  it('uses the bytes in place, without a copy', () => {
    const { sections, byteLength } = openDictionary(bytes);
    expect(byteLength).toBe(bytes.byteLength);
    for (const section of Object.values(sections)) expect(section.buffer).toBe(bytes);
  });

  it('fits into one static asset of Workers', () => {
    expect(bytes.byteLength).toBeLessThanOrEqual(25 * 1024 * 1024);
  });

  it('names the content by its SHA-256', async () => {
    const { contentHash, sections } = openDictionary(bytes);
    const first = Math.min(...Object.values(sections).map((section) => section.byteOffset));
    const hash = await crypto.subtle.digest('SHA-256', bytes.slice(first));
    expect(Buffer.from(hash).toString('hex')).toBe(contentHash);
  });

  it.each([
    ['nothing', () => new ArrayBuffer(0), /not a Hikkei dictionary/],
    ['another file', () => new TextEncoder().encode('x'.repeat(5000)).buffer, /not a Hikkei dictionary/],
    ['a file cut short', () => bytes.slice(0, bytes.byteLength - 8), /cut short or damaged/],
    ['a file cut within its header', () => bytes.slice(0, 60), /cut short or damaged/],
    [
      'a file with bytes after its end',
      () => Buffer.concat([Buffer.from(bytes), Buffer.alloc(8)]).buffer,
      /damaged/,
    ],
    ['an older format', () => changed((header) => header.setUint32(8, 0, true)), /has format 0/],
    [
      'a section outside the file',
      () => changed((header) => header.setUint32(52, 0x7fffffff, true)),
      /unitCode/,
    ],
    ['a section that starts askew', () => changed((header) => header.setUint32(48, 201, true)), /unitCode/],
  ])('refuses %s and says what to do', (_, broken, message) => {
    const open = () => openDictionary(broken() as ArrayBuffer);
    expect(open).toThrow(DictionaryFormatError);
    expect(open).toThrow(message);
    expect(open).toThrow(/npm run build/);
  });
});
