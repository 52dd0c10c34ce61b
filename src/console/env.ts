/** What every page of the console can rely on. */
import type { Hono } from 'hono';
import type { Knowledge } from '../conversation/knowledge.ts';
import type { Desk } from '../desk/desk.ts';
import type { LogEntry } from '../intake/parts.ts';
import type { LineContent } from '../line/content.ts';
import type { Database } from '../store/database.ts';
import type { StaffRole } from '../store/schema.ts';
import type { Seal } from '../store/seal.ts';
import type { Authentication } from './sign-in/authentication.ts';
import type { SignedIn } from './sign-in/signed-in.ts';

export type { SignedIn };

/** `staff` is there on every route whose access names roles or 'enrolling'. */
export type ConsoleEnv = { Variables: { staff: SignedIn } };

export type ConsoleParts = {
  readonly db: Database;
  readonly seal: Seal;
  readonly knowledge: () => Promise<Knowledge>;
  readonly desk: Desk;
  readonly content: LineContent;
  readonly authentication: Authentication;
  /** Where people reach the console, `https://…`, when that differs from what requests say; null else. */
  readonly origin: string | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly uuid: () => string;
  readonly log: (entry: LogEntry) => void;
  /** A file of the console's own (style, script) by name, or null. */
  readonly readAsset: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
};

/** Who may use a route. `enrolling`: signed in, the second factor may still be missing. */
export type Access = 'anyone' | 'enrolling' | readonly StaffRole[];

export const ALL_STAFF: Access = ['counselor', 'editor', 'admin'];
export const COUNSELORS: Access = ['counselor', 'admin'];
export const EDITORS: Access = ['editor', 'admin'];
export const ADMINS: Access = ['admin'];

/** A part of the console. `access` has a rule for each of its routes, as `GET /cases/:id`; one without is refused. */
export type Section = {
  readonly routes: Hono<ConsoleEnv>;
  readonly access: Readonly<Record<string, Access>>;
};
