/** Who is at the screen, and how they get there: what the console's pages know of signing in. */
import type { SignedIn } from './signed-in.ts';

/** Set-Cookie lines for the answer. */
export type Cookies = readonly string[];

export type PasswordTried =
  /** One outcome for a wrong password, an unknown mail and a disabled person: nobody learns who has an account. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly untilMs: number }
  /** The code of the second factor is asked for next. */
  | { readonly kind: 'code'; readonly cookies: Cookies }
  /** Signed in, but the second factor is to be set up first. */
  | { readonly kind: 'enrolling'; readonly cookies: Cookies };

export type CodeTried =
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly untilMs: number }
  /** The password was given too long ago, or too many codes were tried: begin again. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'signed-in'; readonly staff: SignedIn; readonly cookies: Cookies };

export type Proved =
  | { readonly kind: 'proved' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked'; readonly untilMs: number };

/** A new second factor that waits for its first code. */
export type NewFactor = { readonly secret: string; readonly uri: string };

export type FactorConfirmed =
  | { readonly kind: 'refused' }
  | { readonly kind: 'set'; readonly backupCodes: readonly string[]; readonly cookies: Cookies };

export interface Authentication {
  /** The person whose session cookie `request` carries; null without a living session or for a disabled person. */
  signedIn(request: Request): Promise<SignedIn | null>;
  /** The token of the session in `request`, as a name for it on the person's own pages; null without one. */
  sessionToken(request: Request): Promise<string | null>;

  tryPassword(request: Request, email: string, password: string): Promise<PasswordTried>;
  /** Whether a right password was given and its code is awaited. */
  awaitsCode(request: Request): Promise<boolean>;
  tryCode(request: Request, code: string): Promise<CodeTried>;
  tryBackupCode(request: Request, code: string): Promise<CodeTried>;
  /**
   * Uses up an invitation, sets the first password and signs in, with the second factor still to be set up.
   * Null when it was used or has expired.
   */
  acceptInvitation(request: Request, token: string, password: string): Promise<Cookies | null>;

  /** The address at which the invitation with `token` is used. */
  invitationLink(request: Request, token: string): string;

  /** Whether `password` is `staff`'s; counts towards the lock-out. */
  provePassword(request: Request, staff: SignedIn, password: string): Promise<Proved>;
  /** Whether `code` is one of `staff`'s second factor now; each works once and counts towards the lock-out. */
  proveCode(staff: SignedIn, code: string): Promise<Proved>;

  /** Begins a new second factor, in place of one that was begun before. */
  beginFactor(staff: SignedIn): Promise<NewFactor>;
  /** The one that was begun within the last hour and waits for its first code. */
  begunFactor(staff: SignedIn): Promise<NewFactor | null>;
  /** Takes the new factor into use by its first code; all other sessions end. */
  confirmFactor(request: Request, staff: SignedIn, code: string): Promise<FactorConfirmed>;
  newBackupCodes(staff: SignedIn): Promise<readonly string[]>;
  /** Sets another password; all other sessions end. */
  changePassword(request: Request, staff: SignedIn, password: string): Promise<Cookies>;

  signOut(request: Request, staff: SignedIn): Promise<Cookies>;
  signOutEverywhere(request: Request, staff: SignedIn): Promise<Cookies>;
}
