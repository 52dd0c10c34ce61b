import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runnerUp } from '../../../src/console/editors/runner-up.ts';
import { whyWords } from '../../../src/console/editors/why-words.ts';
import { decide } from '../../../src/conversation/decide.ts';
import { builtKnowledge } from '../../fixtures/built-knowledge.ts';

const NOW = Date.UTC(2026, 10, 24, 3);
const knowledge = builtKnowledge();
const { handbook, analyser, retriever } = knowledge;

/** Texts that an editor wrote as an example of anything: rules, near misses, golden questions; one of every six. */
function manyTexts(): string[] {
  const golden = readdirSync('knowledge/golden').map((name) =>
    parse(readFileSync(join('knowledge/golden', name), 'utf8')),
  );
  const texts: string[] = [];
  const collect = (node: unknown): void => {
    if (typeof node === 'string') texts.push(node);
    else if (typeof node === 'object' && node !== null) for (const part of Object.values(node)) collect(part);
  };
  collect(golden);
  collect(handbook.triage.rules.map((rule) => [rule.examples, rule.near_misses]));
  return [...new Set(texts)].filter((_, i) => i % 6 === 0);
}

describe('why a question was decided so', () => {
  it('is told in Japanese for examples of rules and golden questions', () => {
    const texts = manyTexts();
    expect(texts.length).toBeGreaterThan(500);
    const left = new Set<string>();
    for (const text of texts) {
      for (const line of decide(null, { kind: 'text', text }, { knowledge, nowMs: NOW, person: 'none' })
        .why) {
        if (whyWords(line, handbook) === line) left.add(line);
      }
    }
    expect([...left]).toEqual([]);
  });

  it('names a rule by its title', () => {
    const rule = handbook.triage.rules.find((r) => r.kind === 'emergency');
    expect(whyWords(`rule ${rule?.id} (119): 息が苦しい`, handbook)).toBe(
      `決まり「${rule?.title}」（${rule?.id}）に当てはまりました（119番へ）。手がかりの言葉：息が苦しい`,
    );
  });
});

describe('why the second passage lost', () => {
  it('is told by parts that add up to the difference, to the thousandth', () => {
    const asked = fc.constantFrom(...handbook.passages.flatMap((passage) => passage.questions));
    fc.assert(
      fc.property(asked, (text) => {
        const [first, second] = retriever.explain(analyser.analyse(text), 8);
        if (!first || !second) return;
        const { thousandths, parts, ahead, behind } = runnerUp(first, second, handbook);
        expect(parts.reduce((sum, part) => sum + part.thousandths, 0)).toBe(thousandths);
        expect(thousandths).toBe(Math.round(first.score * 1000) - Math.round(second.score * 1000));
        expect(thousandths).toBeGreaterThanOrEqual(0);
        expect(ahead.every((cause) => cause.thousandths > 0)).toBe(true);
        expect(behind.every((cause) => cause.thousandths < 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
