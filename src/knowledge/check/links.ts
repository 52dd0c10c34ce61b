/** Names of passages in YAML files: a name that no passage has would lead a patient nowhere. */
import { nearest } from '../compile/nearest.ts';
import type { SourceFile } from '../compile/source-file.ts';
import type { Finding } from './finding.ts';
import type { PassageLines } from './passage-lines.ts';
import { yamlTexts } from './yaml-texts.ts';

/** Every text of the form `chapter/name` whose chapter is one of the handbook's, but which no passage is. */
export function brokenLinks(passages: readonly PassageLines[], files: readonly SourceFile[]): Finding[] {
  const ids = passages.map(({ id }) => id);
  const known = new Set(ids);
  const chapters = new Set(ids.map((id) => id.split('/')[0]));
  return files
    .filter(({ path }) => path.endsWith('.yaml'))
    .flatMap((file) => yamlTexts(file))
    .filter(({ text }) => /^[a-z-]+\/[a-z0-9-]+$/.test(text) && chapters.has(text.split('/')[0] ?? ''))
    .filter(({ text }) => !known.has(text))
    .map(({ file, line, text }) => ({
      file,
      line,
      severity: 'problem',
      rule: 'link',
      message: `no passage is named "${text}"; did you mean "${nearest(text, ids)}"?`,
    }));
}
