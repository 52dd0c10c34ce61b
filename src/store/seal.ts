/** Seals what patients write: AES-256-GCM with a fresh nonce for each record, and a keyed hash for their ids. */
import { z } from 'zod';

/** Names the key in each record, so that a later key can stand beside this one. */
const KEY_ID = 'k1';
const NONCE_BYTES = 12;

/** Pseudonym of a LINE user, stable for one DATA_KEY. */
export type PatientId = string & { readonly __brand: 'PatientId' };

/** Thrown when a record cannot be opened: another key sealed it, or it was altered. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';
  constructor(options?: ErrorOptions) {
    super('A stored record cannot be opened. Check that DATA_KEY is the key that sealed it.', options);
  }
}

export interface Seal {
  /** `text` sealed, as `k1.<nonce>.<ciphertext>` in base64url. */
  seal(text: string): Promise<string>;
  /** What was sealed. Throws UnsealError. */
  open(sealed: string): Promise<string>;
  /** The pseudonym under which a LINE user is kept. */
  patientId(lineUserId: string): Promise<PatientId>;
}

/** 32 bytes in base64. */
export const dataKey = z
  .base64()
  .transform((text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64 (openssl rand -base64 32)');

/** A secret of 32 bytes in base64url that `key` alone gives for `purpose` (HKDF, RFC 5869). */
export async function derivedSecret(key: Uint8Array<ArrayBuffer>, purpose: string): Promise<string> {
  const root = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(purpose);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  return toBase64Url(new Uint8Array(await crypto.subtle.deriveBits(hkdf, root, 256)));
}

/** A seal by `key` (32 bytes). The two uses get keys of their own, derived by HKDF (RFC 5869). */
export async function createSeal(key: Uint8Array<ArrayBuffer>): Promise<Seal> {
  const root = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const derived = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: new TextEncoder().encode(info),
  });
  const cipher = await crypto.subtle.deriveKey(
    derived('hikkei record'),
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
  const hasher = await crypto.subtle.deriveKey(
    derived('hikkei pseudonym'),
    root,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  return {
    async seal(text) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const bytes = new TextEncoder().encode(text);
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, cipher, bytes);
      return `${KEY_ID}.${toBase64Url(nonce)}.${toBase64Url(new Uint8Array(sealed))}`;
    },
    async open(sealed) {
      const [keyId, nonce, ciphertext] = sealed.split('.');
      if (keyId !== KEY_ID || !nonce || !ciphertext) throw new UnsealError();
      try {
        const iv = fromBase64Url(nonce);
        const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, cipher, fromBase64Url(ciphertext));
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      } catch (cause) {
        throw new UnsealError({ cause });
      }
    },
    async patientId(lineUserId) {
      const hash = await crypto.subtle.sign('HMAC', hasher, new TextEncoder().encode(lineUserId));
      return `p_${toBase64Url(new Uint8Array(hash).subarray(0, 16))}` as PatientId;
    },
  };
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}
