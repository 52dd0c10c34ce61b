/** What the intake works with; src/app.ts puts it together. */
import type { Knowledge } from '../conversation/knowledge.ts';
import type { LineSender } from '../line/messaging-api.ts';
import type { Database } from '../store/database.ts';
import type { Seal } from '../store/seal.ts';

export type IntakeParts = {
  readonly db: Database;
  readonly seal: Seal;
  readonly knowledge: () => Promise<Knowledge>;
  readonly sender: LineSender;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A fresh UUID. */
  readonly uuid: () => string;
  readonly log: (entry: LogEntry) => void;
};

/** One line of the log: never text of a patient, never a LINE user id. */
export type LogEntry = {
  readonly what: string;
  readonly event?: string;
  readonly route?: string;
  readonly rule?: string | null;
  readonly passages?: readonly string[];
  readonly confidence?: number;
  readonly way?: string;
  readonly ms?: number;
  readonly reason?: string;
};
