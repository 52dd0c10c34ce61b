/** What each step of signing in works with. */
import type { Database } from '../../store/database.ts';
import { createLibrary, type Library } from './better-auth.ts';
import { pendingCookieName, readSigned, sessionCookieName } from './cookies.ts';

export type AuthenticationParts = {
  readonly db: Database;
  /** At least 32 characters; signs the cookies and seals the second factors. */
  readonly secret: string;
  /** Where people reach the console, when that differs from what requests say (a proxy that ends https). */
  readonly origin: string | null;
  readonly now: () => number;
  readonly uuid: () => string;
};

export type SignInParts = AuthenticationParts & {
  /** Where people reach the console: `https://…` without a path. */
  readonly originOf: (request: Request) => string;
  readonly isSecure: (request: Request) => boolean;
  /** Made at its first use: pages that only look who is there do without. */
  readonly library: (request: Request) => Library;
  /** What is signed in the session's cookie: its token. */
  readonly sessionToken: (request: Request) => Promise<string | null>;
  /** What is signed in the cookie of a sign-in that waits for its code. */
  readonly pendingSignIn: (request: Request) => Promise<string | null>;
};

export function signInParts(parts: AuthenticationParts): SignInParts {
  const { secret } = parts;
  const libraries = new Map<boolean, Library>();
  const originOf = (request: Request) => parts.origin ?? new URL(request.url).origin;
  const isSecure = (request: Request) => originOf(request).startsWith('https:');
  return {
    ...parts,
    originOf,
    isSecure,
    library(request) {
      const secure = isSecure(request);
      const library = libraries.get(secure) ?? createLibrary({ ...parts, secure, origin: originOf(request) });
      libraries.set(secure, library);
      return library;
    },
    sessionToken: (request) => readSigned(request.headers, sessionCookieName(isSecure(request)), secret),
    pendingSignIn: (request) => readSigned(request.headers, pendingCookieName(isSecure(request)), secret),
  };
}

/** The Set-Cookie lines of `headers` for our two cookies; the library sets more that we do not use. */
export function ourCookies(headers: Headers, secure: boolean): string[] {
  const names = [sessionCookieName(secure), pendingCookieName(secure)];
  return headers.getSetCookie().filter((line) => names.some((name) => line.startsWith(`${name}=`)));
}
