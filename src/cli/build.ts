import { buildKnowledge } from './build/build-knowledge.ts';
import { buildConsoleFiles } from './build/console-files.ts';
import { PROJECT } from './build/places.ts';
import { runCommand } from './command.ts';

const HELP = `
npm run -s build
  Compiles knowledge/ and the dictionary into .build/assets, which both runtimes load, and lays the
  console's style and scripts beside them.
  Does nothing when all is up to date; leaves the last good files when anything is wrong.
`;

await runCommand(HELP, {}, () => {
  const built = buildKnowledge(PROJECT);
  buildConsoleFiles();
  console.log(`knowledge ${built.version}: ${built.passages} passages${built.fresh ? '' : ' (up to date)'}`);
});
