/** Reads the editors' files from disk, in a fixed order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from '../../knowledge/compile/source-file.ts';

/** Every file of `knowledgeDir` but the golden questions and guides, with paths from its parent. */
export function readSourceFiles(knowledgeDir: string): SourceFile[] {
  const parent = join(knowledgeDir, '..');
  return readdirSync(knowledgeDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(yaml|md|csv|tsv|txt)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: relative(parent, file).split(sep).join('/') }))
    .filter(({ path }) => !path.startsWith('knowledge/golden/') && path !== 'knowledge/GUIDE.md')
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ file, path }) => ({ path, text: readFileSync(file, 'utf8') }));
}
