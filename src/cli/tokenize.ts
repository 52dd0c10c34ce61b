import { runCommand } from './command.ts';
import { localKnowledge } from './local-knowledge.ts';
import { stdinLines } from './stdin-lines.ts';

const HELP = `
npm run -s tokenize -- [--json] [--explain]
  Reads a text a line from stdin and prints its words.
  --json     a JSON array of {surface, base, pos, reading} a line
  --explain  the steps of the analyser: normalised text, words, content words, groups, pairs, sounds
`;

const OPTIONS = { json: { type: 'boolean' }, explain: { type: 'boolean' } } as const;

await runCommand(HELP, OPTIONS, async ({ json, explain }) => {
  const { analyser } = localKnowledge();
  for await (const text of stdinLines()) {
    const analysis = analyser.analyse(text);
    const tokens = analysis.tokens.map(({ surface, base, pos, reading }) => ({
      surface,
      base,
      pos,
      reading: reading ?? null,
    }));
    if (json) console.log(JSON.stringify(tokens));
    else
      for (const { surface, base, pos, reading } of tokens)
        console.log([surface, base, pos, reading ?? '*'].join('\t'));
    if (explain) {
      const { normal, words, groups, grams, sounds, kanaOnly } = analysis;
      console.log(JSON.stringify({ normal, words, groups, grams, sounds, kanaOnly }));
    }
  }
});
