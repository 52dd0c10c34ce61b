/** A file of knowledge/ as the compiler sees it: its path from the project's root, and its text. */
export type SourceFile = { readonly path: string; readonly text: string };
