import { createHmac } from 'node:crypto';

/** A source of chance in [0, 1), like `Math.random`; tests pass a seeded one. */
export type Random = () => number;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function draw(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

/** `length` lower-case hexadecimal digits. */
export function randomHex(random: Random, length: number): string {
  return draw(random, '0123456789abcdef', length);
}

/** An opaque token like LINE's reply, quote and read tokens. */
export function randomToken(random: Random, length: number): string {
  return draw(random, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length);
}

/** A version 4 UUID. */
export function randomUuid(random: Random): string {
  const hex = randomHex(random, 30);
  const variant = draw(random, '89ab', 1);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18)}`;
}

/** A ULID: ten letters of time, sixteen of chance (github.com/ulid/spec). */
export function ulid(nowMs: number, random: Random): string {
  let time = '';
  for (let rest = Math.floor(nowMs), digit = 0; digit < 10; digit += 1) {
    time = `${CROCKFORD[rest % 32]}${time}`;
    rest = Math.floor(rest / 32);
  }
  return time + draw(random, CROCKFORD, 16);
}

/** What LINE puts in `x-line-signature`: base64 of the HMAC-SHA256 of the raw body by the channel secret. */
export function signBody(body: string | Uint8Array, channelSecret: string): string {
  return createHmac('sha256', channelSecret).update(body).digest('base64');
}
