import type KuromojiTokenizer from 'kuromoji/src/Tokenizer.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDictionary } from '../../../src/language/dictionary/dictionary.ts';
import { createKuromojiTokenizer } from '../../../src/language/dictionary/kuromoji-adapter.ts';
import { compareTokens, describeBoth } from '../../../src/language/dictionary/parity/compare.ts';
import { randomTexts } from '../../../src/language/dictionary/parity/random-text.ts';
import { loadStockKuromoji } from '../../../src/language/dictionary/parity/stock-kuromoji.ts';
import { createTokenizer } from '../../../src/language/dictionary/tokenizer.ts';
import type { Tokenizer } from '../../../src/language/token.ts';
import { plainDictionaryBytes, stockDir } from './dictionaries.ts';
import { handWritten, sentencesFromTemplates } from './sentences.ts';

let stock: KuromojiTokenizer;
let ours: Tokenizer;
let kuromojiOnOurs: ReturnType<typeof createKuromojiTokenizer>;
beforeAll(async () => {
  const dictionary = openDictionary(plainDictionaryBytes());
  ours = createTokenizer(dictionary);
  kuromojiOnOurs = createKuromojiTokenizer(dictionary);
  stock = await loadStockKuromoji(stockDir);
}, 60_000);

/** The texts whose tokens differ, laid out for reading; empty is right. */
const differences = (texts: readonly string[]) =>
  texts
    .filter((text) => ['different', 'broken'].includes(compareTokens(text, stock, ours)))
    .map((text) => describeBoth(text, stock, ours));

describe('tokens with no word added', () => {
  it('are those of stock kuromoji for sentences as patients write them', () => {
    const sentences = sentencesFromTemplates();
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(differences(sentences)).toEqual([]);
  });

  it('are those of stock kuromoji for unknown words, numbers, Latin, emoji and odd characters', () => {
    expect(differences(handWritten)).toEqual([]);
    for (const text of handWritten) expect(compareTokens(text, stock, ours), text).toBe('same');
  });

  it('are those of stock kuromoji for random texts', () => {
    const texts = randomTexts(2000, 7);
    expect(differences(texts)).toEqual([]);
    expect(texts.filter((text) => compareTokens(text, stock, ours) === 'same').length).toBeGreaterThan(1000);
  });

  it("have every field of stock's when kuromoji's own Tokenizer formats them", () => {
    for (const text of [...sentencesFromTemplates(), ...handWritten]) {
      const comparable = (tokenizer: Pick<KuromojiTokenizer, 'tokenize'>) =>
        tokenizer.tokenize(text).map((token) => ({ ...token, word_id: 0, word_position: 0 }));
      expect(comparable(kuromojiOnOurs), text).toEqual(comparable(stock));
    }
  });
});
