/** Signing in, put together. */
import { addAudit } from '../../store/audit.ts';
import { setPassword } from '../../store/staff/credentials.ts';
import { invitationLink } from '../../store/staff/invitations.ts';
import {
  endOtherSessionsOf,
  endSession,
  endSessionsOf,
  findSession,
  renewToken,
  touchSession,
} from '../../store/staff/sessions.ts';
import type { Authentication, Cookies } from './authentication.ts';
import { proveCode, tryBackupCode, tryCode, whoAwaitsCode } from './code-step.ts';
import { noCookies, sessionCookie } from './cookies.ts';
import { acceptInvitation, provePassword, tryPassword } from './password-step.ts';
import { asSignedIn } from './person.ts';
import { beginFactor, begunFactor, confirmFactor, replaceBackupCodes } from './second-factor.ts';
import { type AuthenticationParts, type SignInParts, signInParts } from './sign-in-parts.ts';
import type { SignedIn } from './signed-in.ts';

/** `parts.secret`: at least 32 characters, kept as long as the second factors are to be read. */
export function createAuthentication(given: AuthenticationParts): Authentication {
  const parts = signInParts(given);
  return {
    async signedIn(request) {
      const token = await parts.sessionToken(request);
      const found = token === null ? null : await findSession(parts.db, token, parts.now());
      if (found === null) return null;
      await touchSession(parts.db, found.session, parts.now());
      return asSignedIn(found.owner);
    },
    sessionToken: parts.sessionToken,
    tryPassword: (request, email, password) => tryPassword(parts, request, email, password),
    awaitsCode: async (request) => (await whoAwaitsCode(parts, request)) !== null,
    tryCode: (request, code) => tryCode(parts, request, code),
    tryBackupCode: (request, code) => tryBackupCode(parts, request, code),
    acceptInvitation: (request, token, password) => acceptInvitation(parts, request, token, password),
    invitationLink: (request, token) => invitationLink(parts.originOf(request), token),
    provePassword: (request, staff, password) => provePassword(parts, request, staff, password),
    proveCode: (staff, code) => proveCode(parts, staff, code),
    beginFactor: (staff) => beginFactor(parts, staff),
    begunFactor: (staff) => begunFactor(parts, staff),
    confirmFactor: (request, staff, code) => confirmFactor(parts, request, staff, code),
    newBackupCodes: (staff) => replaceBackupCodes(parts, staff),
    changePassword: (request, staff, password) => changePassword(parts, request, staff, password),
    signOut: (request, staff) => signOut(parts, request, staff),
    signOutEverywhere: (request, staff) => signOutEverywhere(parts, request, staff),
  };
}

async function changePassword(
  parts: SignInParts,
  request: Request,
  staff: SignedIn,
  password: string,
): Promise<Cookies> {
  const { db, now, uuid } = parts;
  const token = await parts.sessionToken(request);
  if (token === null) return [];
  const { password: hashing } = await parts.library(request).$context;
  const hash = await hashing.hash(password);
  const newToken = uuid();
  const detail = { of: staff.id, what: 'password' };
  await db.batch([
    ...setPassword(db, uuid(), staff.id, hash, now()),
    endOtherSessionsOf(db, staff.id, token),
    renewToken(db, token, newToken),
    addAudit(db, { id: uuid(), atMs: now(), staffId: staff.id, action: 'staff_changed', detail }),
  ]);
  return [await sessionCookie(newToken, parts.isSecure(request), parts.secret)];
}

async function signOut(parts: SignInParts, request: Request, staff: SignedIn): Promise<Cookies> {
  const { db, now, uuid } = parts;
  const token = await parts.sessionToken(request);
  await db.batch([
    addAudit(db, { id: uuid(), atMs: now(), staffId: staff.id, action: 'signed_out' }),
    ...(token === null ? [] : [endSession(db, token)]),
  ]);
  return noCookies(parts.isSecure(request));
}

async function signOutEverywhere(parts: SignInParts, request: Request, staff: SignedIn): Promise<Cookies> {
  const { db, now, uuid } = parts;
  await db.batch([
    endSessionsOf(db, staff.id),
    addAudit(db, { id: uuid(), atMs: now(), staffId: staff.id, action: 'signed_out_everywhere' }),
  ]);
  return noCookies(parts.isSecure(request));
}
