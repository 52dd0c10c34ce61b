import { serve } from '../node.ts';
import { runCommand } from './command.ts';

const HELP = `
npm start
  Compiles the knowledge, migrates the embedded database (.data/) and serves everything on
  http://127.0.0.1:8787 (PORT). With no LINE_CHANNEL_SECRET set, the LINE simulator stands in for LINE.
`;

await runCommand(HELP, {}, serve);
