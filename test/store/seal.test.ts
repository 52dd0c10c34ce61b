import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSeal, dataKey, UnsealError } from '../../src/store/seal.ts';
import { anyText } from '../fixtures/any-text.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const seal = await createSeal(key(7));
const sameKey = await createSeal(key(7));
const otherKey = await createSeal(key(8));
const wellFormed = anyText().map((text) => text.toWellFormed());

describe('a sealed record', () => {
  it('opens to what was sealed, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(wellFormed, async (text) => {
        expect(await seal.open(await seal.seal(text))).toBe(text);
      }),
    );
  });

  it.each(['', '\ufeff', '\ufeff先頭の印', '\u0000', '😭'.repeat(2500)])('opens to «%s»', async (text) => {
    expect(await seal.open(await seal.seal(text))).toBe(text);
  });

  it('keeps half a surrogate pair when it is written as JSON, as events are', async () => {
    const event = { text: '\ud83d痛み\udc00' };
    expect(JSON.parse(await seal.open(await seal.seal(JSON.stringify(event))))).toEqual(event);
  });

  it('opens after a restart with the same key', async () => {
    expect(await sameKey.open(await seal.seal('痛みがあります'))).toBe('痛みがあります');
  });

  it('does not open with another key, and says what to check', async () => {
    const sealed = await seal.seal('痛みがあります');
    await expect(otherKey.open(sealed)).rejects.toThrow(UnsealError);
    await expect(otherKey.open(sealed)).rejects.toThrow(/DATA_KEY/);
  });

  it('never opens to another text once it was altered', async () => {
    const text = '胸のしこりが心配です';
    const sealed = await seal.seal(text);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(sealed.length - 1),
        fc.constantFrom(...'AZaz09-_.=あ'),
        async (at, character) => {
          const altered = sealed.slice(0, at) + character + sealed.slice(at + 1);
          const opened = await seal.open(altered).catch((error: unknown) => error);
          // The last bits of base64 say nothing: such a change alone may open, and then to the same text.
          if (opened !== text) expect(opened).toBeInstanceOf(UnsealError);
        },
      ),
    );
  });

  it.each(['', 'k1', 'k1..', 'k1.AAAA', 'k2.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAA', '痛みがあります'])(
    'is not «%s»',
    async (text) => {
      await expect(seal.open(text)).rejects.toThrow(UnsealError);
    },
  );

  it('is another one each time, so that equal texts cannot be told from it', async () => {
    const sealed = await Promise.all(Array.from({ length: 50 }, () => seal.seal('はい')));
    expect(new Set(sealed).size).toBe(50);
    expect(new Set(sealed.map((record) => record.split('.')[1])).size).toBe(50);
  });

  it('does not show the text', async () => {
    const sealed = await seal.seal('HIMITSU');
    expect(sealed).toMatch(/^k1\.[\w-]+\.[\w-]+$/);
    expect(sealed).not.toContain('HIMITSU');
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('HIMITSU');
  });
});

describe('a patient’s pseudonym', () => {
  it('is the same each time and after a restart', async () => {
    const id = await seal.patientId('U0123');
    expect(await seal.patientId('U0123')).toBe(id);
    expect(await sameKey.patientId('U0123')).toBe(id);
  });

  it('differs by user and by key, and does not show the user', async () => {
    const id = await seal.patientId('U0123');
    expect(await seal.patientId('U0124')).not.toBe(id);
    expect(await otherKey.patientId('U0123')).not.toBe(id);
    expect(id).not.toContain('U0123');
  });
});

describe('DATA_KEY', () => {
  const base64 = (bytes: number) => Buffer.alloc(bytes, 1).toString('base64');

  it('is 32 bytes in base64', () => {
    expect(dataKey.parse(base64(32))).toEqual(key(1));
  });

  it.each([base64(31), base64(33), '', 'がん', 'abc', `${base64(32)}!`])('is not «%s»', (text) => {
    expect(dataKey.safeParse(text).success).toBe(false);
  });
});
