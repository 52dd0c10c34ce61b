/** Who works in the console, how they sign in, and what they did. The first five tables are better-auth's models. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const STAFF_ROLES = ['counselor', 'editor', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

const createdAt = () => integer('created_at', { mode: 'timestamp_ms' }).notNull();
const updatedAt = () => integer('updated_at', { mode: 'timestamp_ms' }).notNull();

/** better-auth: user. */
export const staff = sqliteTable('staff', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull(),
  image: text(),
  role: text({ enum: STAFF_ROLES }).notNull(),
  twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }),
  /** Null while the person may sign in. */
  disabledAtMs: integer('disabled_at_ms'),
  createdAt: createdAt(),
  updatedAt: updatedAt(),
});

/** better-auth: session. */
export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id').notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('staff_sessions_of_user').on(table.userId)],
);

/** better-auth: account; holds the password's hash. */
export const staffAccounts = sqliteTable(
  'staff_accounts',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
    refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
    scope: text(),
    password: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('staff_accounts_of_user').on(table.userId)],
);

/** better-auth: verification; short-lived values such as a sign-in that waits for its second factor. */
export const staffVerifications = sqliteTable(
  'staff_verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [index('staff_verifications_by_identifier').on(table.identifier)],
);

/** better-auth: twoFactor. */
export const staffSecondFactors = sqliteTable(
  'staff_second_factors',
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id').notNull(),
    verified: integer({ mode: 'boolean' }),
    failedVerificationCount: integer('failed_verification_count'),
    lockedUntil: integer('locked_until', { mode: 'timestamp_ms' }),
  },
  (table) => [index('staff_second_factors_of_user').on(table.userId)],
);

/** One-time sign-in links; only a hash of the token is kept. */
export const staffInvitations = sqliteTable(
  'staff_invitations',
  {
    tokenHash: text('token_hash').primaryKey(),
    staffId: text('staff_id').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
    usedAtMs: integer('used_at_ms'),
  },
  (table) => [index('staff_invitations_of_staff').on(table.staffId)],
);

/** Failed sign-ins by account and by address, for the lock-out. The key is a hash. */
export const signInFailures = sqliteTable('sign_in_failures', {
  key: text().primaryKey(),
  count: integer().notNull(),
  firstAtMs: integer('first_at_ms').notNull(),
  lockedUntilMs: integer('locked_until_ms'),
});

/** What admins set in the console, one JSON value a key. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text({ mode: 'json' }).notNull(),
  updatedAtMs: integer('updated_at_ms').notNull(),
  updatedBy: text('updated_by').notNull(),
});

/** Who did what and when. Triggers refuse every change and every removal (migrations). Never patient text. */
export const audit = sqliteTable(
  'audit',
  {
    id: text().primaryKey(),
    atMs: integer('at_ms').notNull(),
    /** Null for what the service did by itself. */
    staffId: text('staff_id'),
    action: text().notNull(),
    caseId: text('case_id'),
    /** Small facts: ids, counts, names of settings. */
    detail: text({ mode: 'json' }).$type<Record<string, string | number | boolean | null>>(),
  },
  (table) => [
    index('audit_by_time').on(table.atMs),
    index('audit_of_staff').on(table.staffId, table.atMs),
    index('audit_of_case').on(table.caseId, table.atMs),
    index('audit_of_action').on(table.action, table.atMs),
  ],
);
