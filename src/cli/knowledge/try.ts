/** `knowledge try`: the chat in a terminal, by the handbook as it is saved. */
import { clearLine, createInterface, cursorTo } from 'node:readline';
import type { Knowledge } from '../../conversation/knowledge.ts';
import { type BuildOutcome, buildApart } from '../build/build-apart.ts';
import type { BuildPlaces } from '../build/build-knowledge.ts';
import { type Following, followKnowledge } from '../build/follow-knowledge.ts';
import { PROJECT } from '../build/places.ts';
import { CannotError, UsageError } from '../command.ts';
import { readBuiltBetweenRequests } from '../local-knowledge.ts';
import { stdinLines } from '../stdin-lines.ts';
import { outcomeLines } from './try/outcome-lines.ts';
import { createTalk } from './try/talk.ts';

export const TRY_HELP = `npm run -s knowledge -- try [--explain] [--now ISO8601]
                                 a prompt like the chat: type a message, see what LINE would show; what is saved in
                                 knowledge/ meanwhile is taken up by itself. :help lists its orders. Also reads lines
                                 from a pipe.`;

export type TryParts = {
  readonly places: BuildPlaces;
  readonly reviewedOnly: boolean;
  readonly explain: boolean;
  readonly now: () => number;
  readonly lines: AsyncIterable<string>;
  readonly print: (text: string) => void;
  /** Called when the next line is awaited, and when something was printed meanwhile. */
  readonly prompt: () => void;
};

/** Talks until the lines end or `:quit`. Throws CannotError when there is no handbook to talk by. */
export async function tryHandbook(parts: TryParts): Promise<void> {
  const { places, print } = parts;
  const load = () => readBuiltBetweenRequests(parts.reviewedOnly, places);
  let knowledge = await firstKnowledge(await buildApart(places), load, print);
  print(
    `Handbook ${knowledge.version}: ${knowledge.handbook.passages.length} passages. :help lists the orders.`,
  );
  let asked = false;
  const following: Following = followKnowledge(places, async (outcome) => {
    const before = knowledge;
    if (outcome.kind === 'built' && outcome.built.version !== before.version) knowledge = await load();
    if (knowledge === before && outcome.kind === 'built' && !asked) return;
    for (const line of outcomeLines(outcome, before.version)) print(line);
    if (!asked) parts.prompt();
  });
  const talk = createTalk({
    knowledge: () => knowledge,
    explain: parts.explain,
    now: parts.now,
    print,
    again: async () => {
      asked = true;
      await following.again();
      asked = false;
    },
  });
  try {
    parts.prompt();
    for await (const line of parts.lines) {
      // A change that was seen already is answered by, not raced with.
      await following.settled();
      if (!(await talk(line))) break;
      parts.prompt();
    }
  } finally {
    await following.close();
  }
}

/** The command: talks over the terminal or a pipe. */
export async function tryInTerminal({
  explain,
  now,
}: {
  readonly explain?: boolean | undefined;
  readonly now?: string | undefined;
}): Promise<void> {
  const fixedMs = now === undefined ? null : Date.parse(now);
  if (Number.isNaN(fixedMs))
    throw new UsageError(`--now "${now}" is not a time; write it as 2026-11-23T10:00:00+09:00.`);
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stdout, prompt: '患者> ' })
    : null;
  let ended = false;
  terminal?.once('close', () => {
    ended = true;
  });
  try {
    await tryHandbook({
      places: PROJECT,
      reviewedOnly: process.env.KNOWLEDGE_REVIEWED_ONLY === '1',
      explain: explain === true,
      now: () => fixedMs ?? Date.now(),
      lines: terminal ?? stdinLines(),
      print: (text) => {
        // What comes by itself takes the place of the prompt, which then stands below it again.
        if (terminal && cursorTo(process.stdout, 0)) clearLine(process.stdout, 1);
        console.log(text);
      },
      prompt: () => {
        if (!ended) terminal?.prompt(true);
      },
    });
  } finally {
    terminal?.close();
  }
}

/** What the first build gave; the last good handbook where an editor's file is broken. */
async function firstKnowledge(
  outcome: BuildOutcome,
  load: () => Promise<Knowledge>,
  print: (text: string) => void,
): Promise<Knowledge> {
  const lines = outcome.kind === 'built' ? [] : outcomeLines(outcome, null);
  try {
    const knowledge = await load();
    for (const line of lines) print(line);
    return knowledge;
  } catch {
    throw new CannotError([...lines, 'There is no handbook that compiled before.'].join('\n'));
  }
}
