import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/editors/draft-words.ts';
import { freeName, newPassage } from '../../src/editors/new-passage.ts';
import { parsePassage } from '../../src/knowledge/compile/passage-file.ts';
import { plainText } from '../../src/knowledge/passage.ts';
import { anyText } from '../fixtures/any-text.ts';
import { builtKnowledge } from '../fixtures/built-knowledge.ts';
import { written } from '../fixtures/written-passage.ts';

const { handbook, analyser } = builtKnowledge();
const TODAY = '2026-11-24';
const taken = new Set<string>(handbook.passages.map((passage) => passage.id));
const topic = handbook.topics.find((one) => one.id === 'hair-loss');
if (!topic) throw new Error('the handbook has no topic "hair-loss"');

describe('a new passage', () => {
  it('compiles for every topic and any words once it is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...handbook.topics),
        fc.array(anyText(8), { maxLength: 4 }),
        (anyTopic, words) => {
          const form = { topic: anyTopic, name: freeName(anyTopic, taken), title: null, words };
          const { path, markdown } = newPassage(form, TODAY);
          const text = written(markdown, { title: '題名' });
          const { passage, problems } = parsePassage({ path, text }, handbook.topics);
          expect(problems).toEqual([]);
          expect(passage).toMatchObject({ topic: anyTopic.id, writtenOn: TODAY, reviewed: null });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has each placeholder named with its line, so that none can reach a patient', () => {
    const { path, markdown } = newPassage({ topic, name: 'x', title: null, words: ['髪'] }, TODAY);
    const lines = markdown.split('\n');
    const open = lines.flatMap((line, i) => (/^[^#]*"（ここに書く/.test(line) ? [i + 1] : []));
    const { passage, problems } = parsePassage({ path, text: markdown }, handbook.topics);
    expect(passage).toBeNull();
    expect(open).toHaveLength(7);
    expect(problems.filter((p) => p.message.includes('still to be written')).map((p) => p.line)).toEqual(
      open,
    );
  });

  it('keeps its guidance from patients: comments are no part of any text, and move no line', () => {
    const { path, markdown } = newPassage({ topic, name: 'x', title: '題名', words: [] }, TODAY);
    const more = 'くわしく書いた文です。'.repeat(20);
    const text = `${written(markdown)}\n## もっと読む\n<!-- くわしい文 -->\n\n${more}\n`;
    const { passage } = parsePassage({ path, text }, handbook.topics);
    expect(passage && plainText(passage.more)).toBe(more);
    expect(JSON.stringify(passage)).not.toContain('<!--');
    const heading = text.replace(more, `${more}\n\n### 見出し`);
    const { problems } = parsePassage({ path, text: heading }, handbook.topics);
    expect(problems[0]?.line).toBe(heading.split('\n').indexOf('### 見出し') + 1);
  });

  it('takes a name that no passage of the chapter has', () => {
    expect(freeName(topic, new Set())).toBe('hair-loss-new');
    expect(freeName(topic, new Set(['symptoms/hair-loss-new']))).toBe('hair-loss-new-2');
  });
});

describe('the words that may stand in its file', () => {
  const words = (...texts: string[]) =>
    draftWords(
      texts.map((text) => analyser.analyse(text)),
      handbook,
    );

  it('are the subject, not the person: no name, place, hospital or number', () => {
    const found = words('横浜の田中花子です。聖路加国際病院で2019年に乳がんの手術をして、髪が抜けました');
    expect(found.length).toBeGreaterThan(0);
    expect(found.join(' ')).not.toMatch(/田中|花子|横浜|聖路加|2019/);
  });

  it('are, of several questions, only those that all of them hold', () => {
    const found = words('髪が抜けて悲しい', '髪が抜けるのはいつですか');
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain('悲しい');
  });
});
