/** The second step: a code of the authenticator app, or a backup code. */
import { APIError } from 'better-auth';
import { addAudit } from '../../store/audit.ts';
import { findPendingSignIn, findSecondFactor } from '../../store/staff/credentials.ts';
import { claimCode } from '../../store/staff/sign-in-tries.ts';
import { findPerson } from '../../store/staff.ts';
import type { CodeTried, Proved } from './authentication.ts';
import { readBackupCode } from './backup-codes.ts';
import { pendingCookieName } from './cookies.ts';
import { codeFits, readCode } from './one-time-code.ts';
import { endSessionOf, writeSignedIn } from './password-step.ts';
import { asSignedIn } from './person.ts';
import { openSecret } from './second-factor.ts';
import { ourCookies, type SignInParts } from './sign-in-parts.ts';
import type { SignedIn } from './signed-in.ts';
import { beginTry, ofSecondFactor, ofUsedCode } from './tries.ts';

type Library = ReturnType<SignInParts['library']>;
type Given = { readonly headers: Headers };

/** Whose right password waits for its code; null where none does. The library keeps the moment by its own clock. */
export async function whoAwaitsCode(parts: SignInParts, request: Request): Promise<string | null> {
  const identifier = await parts.pendingSignIn(request);
  return identifier === null ? null : findPendingSignIn(parts.db, identifier, Date.now());
}

export async function tryCode(parts: SignInParts, request: Request, typed: string): Promise<CodeTried> {
  const code = readCode(typed);
  return finish(parts, request, async (library, headers, staffId) => {
    if (code === null) return null;
    // Once only (ASVS 5.0 6.5.1): claimed before it is checked, so that two at once cannot both pass.
    if (!(await claimCode(parts.db, ofUsedCode(parts, staffId, code), parts.now()))) return null;
    return library.api.verifyTOTP({ body: { code }, headers, returnHeaders: true });
  });
}

export async function tryBackupCode(parts: SignInParts, request: Request, typed: string): Promise<CodeTried> {
  const code = readBackupCode(typed);
  return finish(parts, request, (library, headers) =>
    library.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }),
  );
}

async function finish(
  parts: SignInParts,
  request: Request,
  check: (library: Library, headers: Headers, staffId: string) => Promise<Given | null>,
): Promise<CodeTried> {
  const { db, now, uuid } = parts;
  const staffId = await whoAwaitsCode(parts, request);
  if (staffId === null) return { kind: 'stale' };
  const attempt = await beginTry(parts, ofSecondFactor(parts, staffId));
  if (!attempt.allowed) return { kind: 'locked', untilMs: attempt.lockedUntilMs ?? now() };
  const outcome = await attemptOf(() => check(parts.library(request), pendingAlone(parts, request), staffId));
  if (typeof outcome === 'object') {
    await attempt.succeeded();
    await endSessionOf(parts, request);
    await writeSignedIn(parts, staffId);
    const [owner] = await findPerson(db, staffId);
    if (!owner) return { kind: 'stale' };
    const cookies = ourCookies(outcome.headers, parts.isSecure(request));
    return { kind: 'signed-in', staff: asSignedIn(owner), cookies };
  }
  await addAudit(db, {
    id: uuid(),
    atMs: now(),
    staffId,
    action: 'sign_in_failed',
    detail: { step: 'code', locked: attempt.lockedUntilMs !== null },
  });
  if (attempt.lockedUntilMs !== null) return { kind: 'locked', untilMs: attempt.lockedUntilMs };
  return { kind: outcome };
}

async function attemptOf(check: () => Promise<Given | null>): Promise<Given | 'refused' | 'stale'> {
  try {
    return (await check()) ?? 'refused';
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    switch (error.body?.code) {
      case 'INVALID_CODE':
      case 'INVALID_BACKUP_CODE':
        return 'refused';
      default:
        // The sign-in that waited is over, or the person was shut out meanwhile.
        return 'stale';
    }
  }
}

/** With a session beside it the library would take the code for something else than a sign-in. */
function pendingAlone(parts: SignInParts, request: Request): Headers {
  const name = pendingCookieName(parts.isSecure(request));
  const mine = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  return new Headers({
    cookie: mine.slice(0, 1).join(''),
    'user-agent': request.headers.get('user-agent') ?? '',
  });
}

/** Whether `typed` is a code of the person at the screen. */
export async function proveCode(parts: SignInParts, staff: SignedIn, typed: string): Promise<Proved> {
  const { db, now } = parts;
  const attempt = await beginTry(parts, ofSecondFactor(parts, staff.id));
  if (!attempt.allowed) return { kind: 'locked', untilMs: attempt.lockedUntilMs ?? now() };
  const code = readCode(typed);
  const factor = await findSecondFactor(db, staff.id);
  if (code !== null && factor !== null) {
    const fits = await codeFits(await openSecret(parts, factor.secret), code, now());
    if (fits && (await claimCode(db, ofUsedCode(parts, staff.id, code), now()))) {
      await attempt.succeeded();
      return { kind: 'proved' };
    }
  }
  if (attempt.lockedUntilMs !== null) return { kind: 'locked', untilMs: attempt.lockedUntilMs };
  return { kind: 'refused' };
}
