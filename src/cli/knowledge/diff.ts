/** `knowledge diff REF`: what would change for patients between a git commit's handbook and the present one. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { Question } from '../../knowledge/diff/question.ts';
import { ROOT } from '../build/paths.ts';
import { PROJECT } from '../build/places.ts';
import { UsageError } from '../command.ts';
import { type GoldenQuestion, readGolden } from '../golden.ts';
import { diffJson } from './diff/json.ts';
import { diffPage } from './diff/page/page.tsx';
import { readPatientQuestions } from './diff/patient-questions.ts';
import { runDiff } from './diff/run-diff.ts';
import { terminalLines } from './diff/terminal.ts';

export const DIFF_HELP = `npm run -s knowledge -- diff REF [--html FILE] [--json] [--all] [--database URL] [--mend] [--fail-on-lost]
  What would change for patients since the commit REF: all golden and example questions (and, with a database,
  patients' newest 1,000) are put to both handbooks. --html writes a page; --all cuts no list short; --mend takes
  files of an older shape from the working tree; --fail-on-lost exits 1 when a golden question is wrong now.`;

export const DIFF_OPTIONS = {
  html: { type: 'string' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  database: { type: 'string' },
  mend: { type: 'boolean' },
  'fail-on-lost': { type: 'boolean' },
} as const;

type DiffValues = {
  readonly html?: string | undefined;
  readonly json?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly database?: string | undefined;
  readonly mend?: boolean | undefined;
  readonly 'fail-on-lost'?: boolean | undefined;
};

const PATIENTS_ASKED = 1000;

/** Runs the verb. Throws UsageError, CannotError, or KnowledgeError for the present handbook. */
export async function knowledgeDiff(values: DiffValues, [ref, ...more]: readonly string[]): Promise<void> {
  if (!ref || more.length > 0) throw new UsageError('Say one commit to compare with: "knowledge diff HEAD".');
  const nowMs = Date.now();
  const {
    DATABASE_URL,
    DATABASE_AUTH_TOKEN: authToken,
    DATA_KEY: key,
    KNOWLEDGE_REVIEWED_ONLY,
  } = process.env;
  const url = values.database || DATABASE_URL;
  const patients = url
    ? await readPatientQuestions({ url, authToken, key }, PATIENTS_ASKED, { id: randomUUID(), atMs: nowMs })
    : [];
  const ran = await runDiff({
    root: ROOT,
    ref,
    present: PROJECT,
    golden: readGolden().map(goldenQuestion),
    patients,
    mend: values.mend === true,
    reviewedOnly: KNOWLEDGE_REVIEWED_ONLY === '1',
    nowMs,
    progress: (what) => process.stderr.isTTY && console.error(what),
  });
  if (values.html) writeFileSync(values.html, diffPage(ran, nowMs));
  if (values.json) console.log(JSON.stringify(diffJson(ran)));
  else for (const line of terminalLines(ran, values.all === true)) console.log(line);
  if (values.html && !values.json) console.log(`\n${values.html} written`);
  if (values['fail-on-lost'] && ran.diff.golden.broken.length > 0) process.exitCode = 1;
}

/** A golden question as the comparison takes it. */
export function goldenQuestion({ text, topic, also = [], route }: GoldenQuestion): Question {
  const topics = topic === undefined ? [] : [topic, ...also];
  return { turns: [text], origins: [{ kind: 'golden', topics, route: route ?? null }] };
}
