/** What is wrong in an editor's file, where, and how to mend it. */
export type Problem = {
  /** Path from the project's root, e.g. `knowledge/passages/symptoms/pain.md`. */
  readonly file: string;
  /** 1-based line. */
  readonly line: number;
  readonly message: string;
};

/** `file:line: message`, the form that editors and terminals can click. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.message}`;
}

/** Thrown when the knowledge does not compile; `problems` names each place. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  constructor(readonly problems: readonly Problem[]) {
    super(
      `The knowledge has ${problems.length} problem(s); nothing was changed.\n${problems.map(formatProblem).join('\n')}`,
    );
  }
}
