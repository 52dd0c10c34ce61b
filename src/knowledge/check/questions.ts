/** Questions that two passages claim in nearly the same words, and golden questions that give their answer away. */
import type { Analyser } from '../../language/analyse.ts';
import { nearest } from '../compile/nearest.ts';
import type { SourceFile } from '../compile/source-file.ts';
import type { Topic } from '../topics.ts';
import type { Finding } from './finding.ts';
import { linesIn, type PassageLines } from './passage-lines.ts';
import { yamlTexts } from './yaml-texts.ts';

/** A question of one content word says too little to be the same as another. */
const LEAST_WORDS = 2;
const DENIED = /ない|なく|ません|だめ|駄目|避け/;

/** Questions of different passages with the same content words, in whatever order and politeness. */
export function nearlySameQuestions(passages: readonly PassageLines[], analyser: Analyser): Finding[] {
  const owners = new Map<string, { readonly passage: PassageLines; readonly text: string }[]>();
  const findings: Finding[] = [];
  for (const passage of passages) {
    for (const { line, text } of linesIn(passage, 'question')) {
      const { words, sounds, kanaOnly } = analyser.analyse(text);
      const asked = [...new Set(words)].sort();
      if (asked.length < LEAST_WORDS) continue;
      // Of kana only the sound is known; 「食べてはいけない」 is another question than 「食べたらいい」.
      const key = `${DENIED.test(text) ? 'not ' : ''}${kanaOnly ? sounds.join(' ') : asked.join(' ')}`;
      const claimed = owners.get(key) ?? [];
      const other = claimed.find((owner) => owner.passage.id !== passage.id && owner.text !== text);
      if (other) {
        const message = `the question "${text}" asks the same as "${other.text}" of ${other.passage.id}; keep one, or say what differs`;
        findings.push({ file: passage.file, line, severity: 'warning', rule: 'near-question', message });
      }
      owners.set(key, [...claimed, { passage, text }]);
    }
  }
  return findings;
}

/** Golden questions that stand word for word in a passage (they would measure nothing), or name no topic that is. */
export function goldenFindings(
  passages: readonly PassageLines[],
  golden: readonly SourceFile[],
  topics: readonly Topic[],
): Finding[] {
  const claimed = new Map(
    passages.flatMap((passage) => linesIn(passage, 'question').map(({ text }) => [bare(text), passage.id])),
  );
  const ids = topics.map(({ id }) => id);
  return golden.flatMap((file) =>
    yamlTexts(file).flatMap(({ line, path, text }): Finding[] => {
      const at = { file: file.path, line };
      if (path === 'text') {
        const owner = claimed.get(bare(text));
        if (owner === undefined) return [];
        const message = `the golden question "${text}" stands word for word in ${owner}; reword one, or it measures nothing`;
        return [{ ...at, severity: 'warning', rule: 'golden-verbatim', message }];
      }
      if ((path === 'topic' || path === 'also') && ids.length > 0 && !ids.includes(text)) {
        const message = `unknown topic "${text}"; did you mean "${nearest(text, ids)}"?`;
        return [{ ...at, severity: 'problem', rule: 'golden-topic', message }];
      }
      return [];
    }),
  );
}

/** Without the marks and spaces that make no other question. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s、。？?！!]/g, '');
}
