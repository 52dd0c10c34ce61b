/** Setting up the second factor, and its backup codes. */
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { addAudit } from '../../store/audit.ts';
import {
  findPendingFactor,
  keepPendingFactor,
  setBackupCodes,
  setSecondFactor,
} from '../../store/staff/credentials.ts';
import { endOtherSessionsOf, renewToken } from '../../store/staff/sessions.ts';
import { claimCode } from '../../store/staff/sign-in-tries.ts';
import type { FactorConfirmed, NewFactor } from './authentication.ts';
import { newBackupCodes } from './backup-codes.ts';
import { sessionCookie } from './cookies.ts';
import { codeFits, keyUri, newSecret, readCode } from './one-time-code.ts';
import type { SignInParts } from './sign-in-parts.ts';
import type { SignedIn } from './signed-in.ts';
import { ofUsedCode } from './tries.ts';

const PENDING_MS = 3_600_000;
/** Tells better-auth that a secret is written in base32. */
const BASE32_MARK = 'base32:';

/** The secret of a second factor, from what is kept. */
export async function openSecret(parts: SignInParts, sealed: string): Promise<string> {
  const kept = await symmetricDecrypt({ key: parts.secret, data: sealed });
  return kept.slice(BASE32_MARK.length);
}

/** Begins a new factor, in place of one that was begun before. */
export async function beginFactor(parts: SignInParts, staff: SignedIn): Promise<NewFactor> {
  const { db, now, uuid } = parts;
  const secret = newSecret();
  const sealed = await symmetricEncrypt({ key: parts.secret, data: BASE32_MARK + secret });
  await keepPendingFactor(db, uuid(), staff.id, sealed, now(), now() + PENDING_MS);
  return { secret, uri: keyUri(secret, staff.email) };
}

/** The factor that was begun and waits for its first code. */
export async function begunFactor(parts: SignInParts, staff: SignedIn): Promise<NewFactor | null> {
  const sealed = await findPendingFactor(parts.db, staff.id, parts.now());
  if (sealed === null) return null;
  const secret = await openSecret(parts, sealed);
  return { secret, uri: keyUri(secret, staff.email) };
}

/** Takes the pending factor into use. The session gets a new token; all others end. */
export async function confirmFactor(
  parts: SignInParts,
  request: Request,
  staff: SignedIn,
  typed: string,
): Promise<FactorConfirmed> {
  const { db, now, uuid } = parts;
  const sealed = await findPendingFactor(db, staff.id, now());
  const code = readCode(typed);
  const token = await parts.sessionToken(request);
  if (sealed === null || code === null || token === null) return { kind: 'refused' };
  if (!(await codeFits(await openSecret(parts, sealed), code, now()))) return { kind: 'refused' };
  await claimCode(db, ofUsedCode(parts, staff.id, code), now());
  const codes = newBackupCodes();
  const factor = { secret: sealed, backupCodes: await sealCodes(parts, codes) };
  const newToken = uuid();
  await db.batch([
    ...setSecondFactor(db, uuid(), staff.id, factor, now()),
    endOtherSessionsOf(db, staff.id, token),
    renewToken(db, token, newToken),
    addAudit(db, { id: uuid(), atMs: now(), staffId: staff.id, action: 'second_factor_set' }),
  ]);
  return {
    kind: 'set',
    backupCodes: codes,
    cookies: [await sessionCookie(newToken, parts.isSecure(request), parts.secret)],
  };
}

/** Puts ten new backup codes in the place of the old ones. */
export async function replaceBackupCodes(parts: SignInParts, staff: SignedIn): Promise<readonly string[]> {
  const { db, now, uuid } = parts;
  const codes = newBackupCodes();
  await db.batch([
    setBackupCodes(db, staff.id, await sealCodes(parts, codes)),
    addAudit(db, {
      id: uuid(),
      atMs: now(),
      staffId: staff.id,
      action: 'staff_changed',
      detail: { of: staff.id, what: 'backup-codes' },
    }),
  ]);
  return codes;
}

/** In the form that better-auth reads. */
function sealCodes(parts: SignInParts, codes: readonly string[]): Promise<string> {
  return symmetricEncrypt({ key: parts.secret, data: JSON.stringify(codes) });
}
