/** The triage as the editors' files make it, for the tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../src/knowledge/compile/yaml-file.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';
import { termGroupsOf, termsFile } from '../../src/knowledge/terms.ts';
import { type TriageRules, triageFile, triageRulesOf } from '../../src/knowledge/triage-rules.ts';
import { type Analyser, createAnalyser } from '../../src/language/analyse.ts';
import { openDictionary } from '../../src/language/dictionary/dictionary.ts';
import { createTokenizer } from '../../src/language/dictionary/tokenizer.ts';
import { createTriage, type Triage } from '../../src/triage/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The rules of knowledge/triage/. Throws KnowledgeError with every problem. */
export function rulesOnDisk(): TriageRules {
  const dir = join(ROOT, 'knowledge', 'triage');
  const files = readdirSync(dir).sort().map((name) => {
    const path = `knowledge/triage/${name}`;
    const parsed = parseYaml(triageFile, readFileSync(join(dir, name), 'utf8'), path);
    if (parsed.value === null) throw new KnowledgeError(parsed.problems);
    return { path, value: parsed.value };
  });
  const { rules, problems } = triageRulesOf(files);
  if (problems.length > 0) throw new KnowledgeError(problems);
  return rules;
}

/** The analyser on the built dictionary (`npm run build`). */
export function analyserOnDisk(): Analyser {
  const dictionary = new Uint8Array(readFileSync(join(ROOT, '.build', 'assets', 'dictionary.bin'))).buffer;
  const terms = parseYaml(termsFile, readFileSync(join(ROOT, 'knowledge', 'terms.yaml'), 'utf8'), 'knowledge/terms.yaml');
  if (terms.value === null) throw new KnowledgeError(terms.problems);
  return createAnalyser(createTokenizer(openDictionary(dictionary)), termGroupsOf(terms.value));
}

/** Triage, rules and analyser of the files on disk. */
export function triageOnDisk(): { readonly triage: Triage; readonly rules: TriageRules; readonly analyser: Analyser } {
  const rules = rulesOnDisk();
  const analyser = analyserOnDisk();
  return { triage: createTriage(rules, analyser), rules, analyser };
}
