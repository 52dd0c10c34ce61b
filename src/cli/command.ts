/** How every command speaks: --help, and one clear line when something is wrong. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { KnowledgeError } from '../knowledge/problem.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Thrown for words of a command that are off; shown with the help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Thrown when what was rightly asked cannot be done; its message says why and what to do, and is shown alone. */
export class CannotError extends Error {
  override readonly name = 'CannotError';
}

/** Runs `main` with the parsed arguments; prints `help` for --help; exits 1 with a clear line on an error. */
export async function runCommand<O extends Options>(
  help: string,
  options: O,
  main: (
    values: ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'],
    positionals: string[],
  ) => Promise<void> | void,
): Promise<void> {
  try {
    const args = process.argv.slice(2);
    if (args.includes('--help') || args.includes('-h')) {
      console.log(help.trim());
      return;
    }
    const { values, positionals } = parse(options, args);
    await main(values, positionals);
  } catch (error) {
    if (error instanceof UsageError) console.error(`${error.message}\n\n${help.trim()}`);
    else if (error instanceof KnowledgeError || error instanceof CannotError) console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}

function parse<O extends Options>(options: O, args: string[]) {
  try {
    return parseArgs({ options, args, allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}
