/** What the checker and its textlint workers say to each other. */
export type LintText = {
  /** Hash of the text. */
  readonly key: string;
  /** One entry a line; '' for lines that are not to be read. */
  readonly lines: readonly string[];
  /** 1-based lines that are list items: they need no 。. */
  readonly items: readonly number[];
};

export type LintMessage = { readonly line: number; readonly rule: string; readonly message: string };

export type LintJob = {
  readonly dictionaryFile: string;
  readonly rules: Readonly<Record<string, unknown>>;
  readonly texts: readonly LintText[];
};

export type LintResult = Readonly<Record<string, readonly LintMessage[]>>;
