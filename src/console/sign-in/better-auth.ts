/** better-auth as the console uses it: its router is not mounted, our own forms call its functions. */

import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Database } from '../../store/database.ts';
import * as schema from '../../store/schema.ts';
import { SESSION_MS } from '../../store/staff/sessions.ts';
import { findPerson } from '../../store/staff.ts';
import { pendingCookieName, sessionCookieName } from './cookies.ts';

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 128;
/** How long after the password the code may come. */
const PENDING_SECONDS = 600;

export type LibraryParts = {
  readonly db: Database;
  readonly secret: string;
  readonly now: () => number;
  /** Whether people reach the console over https. */
  readonly secure: boolean;
  /** Where they reach it. */
  readonly origin: string;
};

export type Library = ReturnType<typeof createLibrary>;

export function createLibrary({ db, secret, now, secure, origin }: LibraryParts) {
  // By hand, because the library knows `__Secure-` alone, and `__Host-` holds more.
  const cookie = (name: string) => ({ name, attributes: { secure } });
  return betterAuth({
    secret,
    baseURL: origin,
    basePath: '/console/better-auth-is-not-mounted',
    database: drizzleAdapter(db, {
      provider: 'sqlite',
      schema: {
        user: schema.staff,
        session: schema.staffSessions,
        account: schema.staffAccounts,
        verification: schema.staffVerifications,
        twoFactor: schema.staffSecondFactors,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabledAtMs: { type: 'number', required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_MS / 1000, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          /** Nobody who is shut out gets a session; ours is the clock by which it is judged. */
          async before(session) {
            const [person] = await findPerson(db, session.userId);
            if (!person || person.disabledAtMs !== null) return false;
            const at = new Date(now());
            const expiresAt = new Date(now() + SESSION_MS);
            return { data: { ...session, createdAt: at, updatedAt: at, expiresAt } };
          },
        },
      },
    },
    plugins: [twoFactor({ issuer: 'Hikkei', twoFactorCookieMaxAge: PENDING_SECONDS })],
    advanced: {
      useSecureCookies: false,
      cookiePrefix: 'hikkei',
      cookies: {
        session_token: cookie(sessionCookieName(secure)),
        two_factor: cookie(pendingCookieName(secure)),
      },
      ipAddress: { disableIpTracking: true },
    },
    // Its lines name no field of ours, and could name a mail address.
    logger: { disabled: true },
    telemetry: { enabled: false },
  });
}
