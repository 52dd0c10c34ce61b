import { holidayTableWarning } from '../guidance/hours/holidays.ts';
import { counselorHoursWarning } from '../guidance/hours/service-text.ts';
import { compileHandbook } from '../knowledge/compile/handbook.ts';
import type { Handbook } from '../knowledge/handbook.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { buildKnowledge } from './build/build-knowledge.ts';
import { KNOWLEDGE_DIR } from './build/paths.ts';
import { PROJECT } from './build/places.ts';
import { readSourceFiles } from './build/source-files.ts';
import { runCommand, UsageError } from './command.ts';

const HELP = `
npm run -s knowledge -- check    checks every file of knowledge/: one line a problem, with file and line
npm run -s knowledge -- build    checks and compiles (the same as npm run -s build)
`;

/** What is not wrong yet but will be, or waits for the operator. */
function warningsOf(handbook: Handbook, nowMs: number): string[] {
  const counselors = counselorHoursWarning(handbook.counselorHours);
  const holidays = holidayTableWarning(nowMs);
  return [
    ...(counselors === null ? [] : [`knowledge/counselor-hours.yaml: ${counselors}`]),
    ...(holidays === null ? [] : [holidays]),
  ];
}

await runCommand(HELP, {}, (_, [verb]) => {
  switch (verb) {
    case 'check': {
      const { handbook, problems } = compileHandbook(readSourceFiles(KNOWLEDGE_DIR));
      for (const problem of problems) console.log(formatProblem(problem));
      for (const warning of handbook ? warningsOf(handbook, Date.now()) : [])
        console.log(`warning: ${warning}`);
      if (handbook === null) process.exitCode = 1;
      console.log(
        handbook ? `${handbook.passages.length} passages, no problem` : `${problems.length} problem(s)`,
      );
      return;
    }
    case 'build': {
      const built = buildKnowledge(PROJECT);
      console.log(`knowledge ${built.version}: ${built.passages} passages`);
      return;
    }
    default:
      throw new UsageError(verb ? `There is no "knowledge ${verb}".` : 'Say what to do.');
  }
});
