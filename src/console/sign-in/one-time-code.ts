/**
 * Time-based one-time codes (RFC 6238: SHA-1, six digits, thirty seconds), which every authenticator app knows.
 * better-auth checks those of a sign-in; it cannot check a secret that has not replaced the old one yet.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;
const SECRET_BYTES = 20;

/** A fresh secret in base32: 160 bits, 32 letters to type where the picture cannot be read. */
export function newSecret(): string {
  let secret = '';
  let bits = 0;
  let held = 0;
  for (const byte of crypto.getRandomValues(new Uint8Array(SECRET_BYTES))) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      secret += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return secret;
}

/** What the picture holds: the key URI that authenticator apps read. */
export function keyUri(secret: string, email: string): string {
  const label = `Hikkei:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=Hikkei&algorithm=SHA1&digits=6&period=30`;
}

/** The six digits in what somebody typed, whatever spaces and widths; null where it is no code. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** Whether `code` is the one of `secret` at `nowMs`, or half a minute before or after. */
export async function codeFits(secret: string, code: string, nowMs: number): Promise<boolean> {
  const key = await crypto.subtle.importKey(
    'raw',
    fromBase32(secret),
    { name: 'HMAC', hash: 'SHA-1' },
    false,
    ['sign'],
  );
  const step = Math.floor(nowMs / STEP_MS);
  const codes = await Promise.all([step - 1, step, step + 1].map((at) => codeAt(key, at)));
  return codes.includes(code);
}

async function codeAt(key: CryptoKey, step: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  const offset = mac.getUint8(mac.byteLength - 1) & 15;
  return String((mac.getUint32(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    held = (held << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
      held &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(bytes);
}
