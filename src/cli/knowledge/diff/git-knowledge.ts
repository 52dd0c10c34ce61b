/** The knowledge/ of a git commit, laid out in a folder of its own; the repository is only read. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CannotError } from '../../command.ts';

export type Commit = {
  readonly hash: string;
  /** Short name, day and first line, for people. */
  readonly short: string;
  readonly day: string;
  readonly subject: string;
};

/**
 * Lays knowledge/ of `ref` out under `outDir`, for the project at `root`.
 * Throws CannotError where there is no git, no such commit, or no knowledge/ in it.
 */
export function checkOutKnowledge(root: string, ref: string, outDir: string): Commit {
  const top = git(root, ['rev-parse', '--show-toplevel']);
  if (top.code !== 0)
    throw new CannotError(`${root} is not in a git repository: there is no older handbook to compare with.`);
  const found = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  const hash = found.out.split('\n').at(-1) ?? '';
  if (found.code !== 0 || hash === '')
    throw new CannotError(
      `git knows no "${ref}". Give a branch, a tag or a commit: "git log --oneline -- knowledge" lists them.`,
    );
  const tree = git(root, ['rev-parse', '--verify', '--quiet', `${hash}:./knowledge`]);
  if (tree.code !== 0) throw new CannotError(`${ref} holds no knowledge/ folder. Choose a later commit.`);
  // An index of its own: the editor's stays as it is.
  const env = { GIT_INDEX_FILE: join(outDir, 'index') };
  must(git(root, ['read-tree', '--prefix=knowledge/', tree.out], env));
  must(git(top.out, ['checkout-index', '--all', '--force', `--prefix=${outDir}/`], env));
  const [short = '', day = '', ...subject] = must(
    git(root, ['show', '--no-patch', '--format=%h%x00%cs%x00%s', hash]),
  ).split('\0');
  return { hash, short, day, subject: subject.join(' ') };
}

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

function git(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const ran = spawnSync('git', args, { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
  if (ran.error)
    throw new CannotError(`git cannot be run (${ran.error.message}). Install git and try again.`);
  return { code: ran.status, out: ran.stdout.trim(), err: ran.stderr.trim() };
}

function must({ code, out, err }: Ran): string {
  if (code !== 0) throw new Error(`git failed: ${err}`);
  return out;
}
