/** The two cookies of the console: the session, and a sign-in that waits for its code. */
import { parseSigned, serializeSigned } from 'hono/utils/cookie';
import { SESSION_MS } from '../../store/staff/sessions.ts';

/** `secure`: served over https; the `__Host-` prefix then keeps other hosts of the domain from setting them. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-hikkei.session' : 'hikkei.session';
}

export function pendingCookieName(secure: boolean): string {
  return secure ? '__Host-hikkei.pending' : 'hikkei.pending';
}

/** The value of cookie `name` in `headers`; null where there is none or its signature is not ours. */
export async function readSigned(headers: Headers, name: string, secret: string): Promise<string | null> {
  const cookies = headers.get('cookie');
  if (cookies === null) return null;
  const value = (await parseSigned(cookies, secret, name))[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A Set-Cookie line for the session `token`, in the form in which better-auth sets it. */
export function sessionCookie(token: string, secure: boolean, secret: string): Promise<string> {
  return serializeSigned(sessionCookieName(secure), token, secret, {
    httpOnly: true,
    secure,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_MS / 1000,
  });
}

/** Set-Cookie lines that remove both cookies. */
export function noCookies(secure: boolean): string[] {
  const attributes = `; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return [sessionCookieName(secure), pendingCookieName(secure)].map((name) => `${name}=${attributes}`);
}
