/** The first step: mail and password, or an invitation that sets the password. */
import { APIError } from 'better-auth';
import { addAudit } from '../../store/audit.ts';
import { findPasswordHash, setPassword } from '../../store/staff/credentials.ts';
import { findInvitation, forgetCredentials, useInvitation } from '../../store/staff/invitations.ts';
import { endSession, sweepSessionsOf } from '../../store/staff/sessions.ts';
import { forgetTries } from '../../store/staff/sign-in-tries.ts';
import { findPersonByMail, mailAsKept } from '../../store/staff.ts';
import type { Cookies, PasswordTried, Proved } from './authentication.ts';
import { MAX_PASSWORD } from './better-auth.ts';
import { ourCookies, type SignInParts } from './sign-in-parts.ts';
import type { SignedIn } from './signed-in.ts';
import { beginTry, ofAccount, ofAddress } from './tries.ts';

export async function tryPassword(
  parts: SignInParts,
  request: Request,
  email: string,
  password: string,
): Promise<PasswordTried> {
  const { db, now } = parts;
  const attempt = await beginTry(parts, ofAccount(parts, email), ofAddress(parts, request));
  if (!attempt.allowed) return { kind: 'locked', untilMs: attempt.lockedUntilMs ?? now() };
  const [person] = await findPersonByMail(db, email);
  const signedIn = await signInByPassword(parts, request, mailAsKept(email), password);
  if (signedIn !== null && person) {
    await attempt.succeeded();
    await endSessionOf(parts, request);
    if (signedIn.kind === 'enrolling') await writeSignedIn(parts, person.id);
    return signedIn;
  }
  await addAudit(db, {
    id: parts.uuid(),
    atMs: now(),
    staffId: person?.id ?? null,
    action: 'sign_in_failed',
    detail: { step: 'password', locked: attempt.lockedUntilMs !== null },
  });
  if (attempt.lockedUntilMs !== null) return { kind: 'locked', untilMs: attempt.lockedUntilMs };
  return { kind: 'refused' };
}

/** Null where the library refuses; it works as long on an unknown mail as on a wrong password. */
async function signInByPassword(
  parts: SignInParts,
  request: Request,
  email: string,
  password: string,
): Promise<Extract<PasswordTried, { cookies: Cookies }> | null> {
  try {
    const { headers, response } = await parts.library(request).api.signInEmail({
      body: { email, password },
      headers: new Headers({ 'user-agent': request.headers.get('user-agent') ?? '' }),
      returnHeaders: true,
    });
    const cookies = ourCookies(headers, parts.isSecure(request));
    return 'twoFactorRedirect' in response ? { kind: 'code', cookies } : { kind: 'enrolling', cookies };
  } catch (error) {
    if (error instanceof APIError) return null;
    throw error;
  }
}

/** A session that the browser had before ends with a new sign-in. */
export async function endSessionOf(parts: SignInParts, request: Request): Promise<void> {
  const before = await parts.sessionToken(request);
  if (before !== null) await endSession(parts.db, before);
}

export async function writeSignedIn(parts: SignInParts, staffId: string): Promise<void> {
  const { db, now, uuid } = parts;
  await db.batch([
    addAudit(db, { id: uuid(), atMs: now(), staffId, action: 'signed_in' }),
    sweepSessionsOf(db, staffId, now()),
  ]);
}

/** Uses an invitation up, sets the password and signs in; null for an invitation of no use. */
export async function acceptInvitation(
  parts: SignInParts,
  request: Request,
  token: string,
  password: string,
): Promise<Cookies | null> {
  const { db, now, uuid } = parts;
  const invited = await findInvitation(db, token, now());
  if (invited === null) return null;
  const { staffId, email } = invited;
  const { password: hashing } = await parts.library(request).$context;
  const hash = await hashing.hash(password);
  if (!(await useInvitation(db, token, now()))) return null;
  await db.batch([
    ...forgetCredentials(db, staffId, now()),
    ...setPassword(db, uuid(), staffId, hash, now()),
    forgetTries(db, ofAccount(parts, email).key),
    addAudit(db, { id: uuid(), atMs: now(), staffId, action: 'invitation_used' }),
  ]);
  const signedIn = await signInByPassword(parts, request, email, password);
  if (signedIn === null) return null;
  await endSessionOf(parts, request);
  await writeSignedIn(parts, staffId);
  return signedIn.cookies;
}

/** Whether `password` is that of the person at the screen. */
export async function provePassword(
  parts: SignInParts,
  request: Request,
  staff: SignedIn,
  password: string,
): Promise<Proved> {
  const attempt = await beginTry(parts, ofAccount(parts, staff.email));
  if (!attempt.allowed) return { kind: 'locked', untilMs: attempt.lockedUntilMs ?? parts.now() };
  const hash = await findPasswordHash(parts.db, staff.id);
  const { password: hashing } = await parts.library(request).$context;
  const right =
    hash !== null && password.length <= MAX_PASSWORD && (await hashing.verify({ hash, password }));
  if (right) {
    await attempt.succeeded();
    return { kind: 'proved' };
  }
  if (attempt.lockedUntilMs !== null) return { kind: 'locked', untilMs: attempt.lockedUntilMs };
  return { kind: 'refused' };
}
