/** Runs textlint on the texts of one job in a thread of its own, so that all cores of a laptop help. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { TextlintKernel, type TextlintPluginCreator } from '@textlint/kernel';
import { openDictionary } from '../../../language/dictionary/dictionary.ts';
import { createKuromojiTokenizer } from '../../../language/dictionary/kuromoji-adapter.ts';
import type { LintJob, LintMessage, LintText } from './textlint-job.ts';

const { dictionaryFile, rules, texts } = workerData as LintJob;
const require = createRequire(import.meta.url);

// textlint's rules ask kuromoji for a tokenizer of their own, which takes a second to load and is slow: they are given
// the project's. Both give the same words (test/language/parity), plus those of terms.yaml.
const kuromoji = require('kuromoji') as { builder: unknown };
const tokenizer = createKuromojiTokenizer(
  openDictionary(new Uint8Array(readFileSync(dictionaryFile)).buffer),
);
kuromoji.builder = () => ({
  build: (done: (error: null, made: typeof tokenizer) => void) => done(null, tokenizer),
});

const preset = require('textlint-rule-preset-ja-technical-writing') as { rules: Record<string, never> };
const textPlugin = require('@textlint/textlint-plugin-text') as { default: TextlintPluginCreator };
const kernel = new TextlintKernel();
const kernelRules = Object.entries(rules).map(([ruleId, options]) => {
  const rule = preset.rules[ruleId];
  if (rule === undefined) throw new Error(`textlint has no rule "${ruleId}": mend textlint-rules.ts.`);
  return { ruleId, rule, options: options as never };
});

for (const text of texts) {
  parentPort?.postMessage({ key: text.key, messages: await lint(text) });
}

async function lint({ lines, items }: LintText): Promise<LintMessage[]> {
  const result = await kernel.lintText(lines.join('\n'), {
    filePath: 'passage.txt',
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: textPlugin.default }],
    rules: kernelRules,
  });
  return result.messages
    .filter(({ ruleId, loc }) => ruleId !== 'ja-no-mixed-period' || !items.includes(loc.start.line))
    .map(({ ruleId, message, loc }) => ({
      line: loc.start.line,
      rule: `textlint/${ruleId}`,
      message: message.split('\n')[0] ?? message,
    }));
}
