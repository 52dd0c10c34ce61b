import { buildKnowledge } from './build/build-knowledge.ts';
import { PROJECT } from './build/places.ts';
import { runCommand, UsageError } from './command.ts';
import { CHECK_HELP, CHECK_OPTIONS, check } from './knowledge/check.ts';
import { DIFF_HELP, DIFF_OPTIONS, knowledgeDiff } from './knowledge/diff.ts';
import { GAPS_HELP, gaps } from './knowledge/gaps.ts';
import { NEW_HELP, newFile } from './knowledge/new.ts';
import { READINGS_HELP, readings } from './knowledge/readings.ts';
import { TRY_HELP, tryInTerminal } from './knowledge/try.ts';

const HELP = `
${CHECK_HELP}
npm run -s knowledge -- build    checks and compiles (the same as npm run -s build)
${NEW_HELP}
${TRY_HELP}
${GAPS_HELP}
${DIFF_HELP}
${READINGS_HELP}
`;

/** Of all verbs together; one name means the same for each. */
const OPTIONS = {
  ...CHECK_OPTIONS,
  ...DIFF_OPTIONS,
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  database: { type: 'string' },
  days: { type: 'string' },
  slug: { type: 'string' },
  from: { type: 'string' },
  explain: { type: 'boolean' },
  now: { type: 'string' },
} as const;

await runCommand(HELP, OPTIONS, (options, [verb, ...words]) => {
  switch (verb) {
    case 'check':
      return check(options);
    case 'build': {
      const built = buildKnowledge(PROJECT);
      console.log(`knowledge ${built.version}: ${built.passages} passages`);
      return;
    }
    case 'new':
      return newFile(words, options);
    case 'try':
      return tryInTerminal(options);
    case 'gaps':
      return gaps(options);
    case 'diff':
      return knowledgeDiff(options, words);
    case 'readings':
      return readings();
    default:
      throw new UsageError(verb ? `There is no "knowledge ${verb}".` : 'Say what to do.');
  }
});
