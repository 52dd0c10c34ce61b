/** Faults planted in a copy of the project's own handbook: the checker finds each, with its file and line. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUILD_DIR, KNOWLEDGE_DIR } from '../../../src/cli/build/paths.ts';
import { PROJECT } from '../../../src/cli/build/places.ts';
import { type Checked, type CheckPlaces, runCheck } from '../../../src/cli/knowledge/check/run-check.ts';
import type { Severity } from '../../../src/knowledge/check/finding.ts';

const NOW_MS = Date.parse('2026-11-24T09:00:00+09:00');
const MORE = '## もっと読む\n\n';

type Fault = {
  readonly title: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  /** What is planted, each replacing what stood there. */
  readonly changes: readonly (readonly [from: string | RegExp, to: string])[];
  /** A part of the line on which it must be found. */
  readonly at: string;
  readonly message: RegExp;
};

/** A sentence planted at the head of a full form. */
const says = (sentence: string): Fault['changes'] => [[MORE, `${MORE}${sentence}\n`]];

/** What only the compiler finds; the checker says it as well, and looks at the whole when it is mended. */
const REFUSED: readonly Fault[] = [
  {
    title: 'an unknown topic',
    rule: 'compile',
    severity: 'problem',
    file: 'passages/symptoms/appetite-family.md',
    changes: [['topic: appetite', 'topic: appetit']],
    at: 'topic: appetit',
    message: /unknown topic "appetit"; did you mean "appetite"/,
  },
  {
    title: 'a passage without a source',
    rule: 'compile',
    severity: 'problem',
    file: 'passages/symptoms/hair-loss-wig.md',
    changes: [[/sources:\n(?: {2}.*\n)+/, 'sources: []\n']],
    at: 'sources: []',
    message: /name at least one source/,
  },
  {
    title: 'a heading that LINE cannot show',
    rule: 'compile',
    severity: 'problem',
    file: 'passages/symptoms/hair-loss-care.md',
    changes: [[MORE, `${MORE}# みだし\n\n`]],
    at: '# みだし',
    message: /"heading" cannot be shown on LINE/,
  },
  {
    title: 'a question that two passages claim',
    rule: 'compile',
    severity: 'problem',
    file: 'passages/symptoms/pain-tell-doctor.md',
    changes: [
      ['questions:\n', 'questions:\n  - 医療用麻薬を使うと中毒になりませんか\n'],
      [/(questions:\n(?: {2}.*\n){2}) {2}.*\n/, '$1'],
    ],
    at: '医療用麻薬を使うと中毒になりませんか',
    message: /also stands in symptoms\/pain-opioid-myths/,
  },
  {
    title: 'a triage rule that names no passage',
    rule: 'compile',
    severity: 'problem',
    file: 'triage/emergency.yaml',
    changes: [
      ['passages: [treatment/emergency-consciousness]', 'passages: [treatment/emergency-consciousnes]'],
    ],
    at: 'id: altered-consciousness',
    message: /names the passage or topic "treatment\/emergency-consciousnes"/,
  },
];

/** What the compiler lets pass. All are planted at once. */
const FOUND: readonly Fault[] = [
  {
    title: 'a cure that is promised',
    rule: 'claim',
    severity: 'problem',
    file: 'passages/symptoms/appetite-family.md',
    changes: says('このがんは必ず治ります。'),
    at: 'このがんは必ず治ります',
    message: /"必ず治": 治る・効くという約束/,
  },
  {
    title: 'a danger that is played down',
    rule: 'claim',
    severity: 'problem',
    file: 'passages/symptoms/hair-loss-care.md',
    changes: says('熱があっても大丈夫です。'),
    at: '熱があっても大丈夫です',
    message: /"大丈夫です": 軽く見る言葉/,
  },
  {
    title: 'a promise in a phrase outside the passages',
    rule: 'claim',
    severity: 'problem',
    file: 'phrases.yaml',
    changes: [['thanks: 読んで', 'thanks: 心配いりません。読んで']],
    at: 'thanks: 心配いりません',
    message: /"心配いりません"/,
  },
  {
    title: 'a clinic that is advertised',
    rule: 'promotion',
    severity: 'warning',
    file: 'passages/symptoms/hair-loss-wig.md',
    changes: says('いま特別割引の店があります。'),
    at: '特別割引の店',
    message: /宣伝の言葉/,
  },
  {
    title: 'a phone number in a passage',
    rule: 'phone-in-passage',
    severity: 'problem',
    file: 'passages/symptoms/hair-loss-when.md',
    changes: says('困ったら03-1234-5678に電話します。'),
    at: '03-1234-5678',
    message: /03-1234-5678 stands in a passage/,
  },
  {
    title: 'a run of more than six kanji',
    rule: 'textlint/max-kanji-continuous-len',
    severity: 'warning',
    file: 'passages/symptoms/hair-loss-subsidy.md',
    changes: says('院内栄養管理指導窓口もあります。'),
    at: '院内栄養管理指導窓口',
    message: /院内栄養管理指導窓口/,
  },
  {
    title: 'plain speech among polite',
    rule: 'textlint/no-mix-dearu-desumasu',
    severity: 'warning',
    file: 'passages/mind/grief-regret.md',
    changes: says('悲しみは大切な気持ちである。'),
    at: '大切な気持ちである',
    message: /ですます/,
  },
  {
    title: 'a sentence without its 。',
    rule: 'textlint/ja-no-mixed-period',
    severity: 'warning',
    file: 'passages/mind/anxiety-self-care.md',
    changes: says('少しずつ休みます'),
    at: '少しずつ休みます',
    message: /文末/,
  },
  {
    title: 'a word with its ら left out',
    rule: 'textlint/no-dropping-the-ra',
    severity: 'warning',
    file: 'passages/mind/eol-home.md',
    changes: says('朝は何でも食べれます。'),
    at: '食べれます',
    message: /ら抜き/,
  },
  {
    title: 'a sentence of more than a hundred characters',
    rule: 'sentence-length',
    severity: 'warning',
    file: 'passages/mind/eol-near.md',
    changes: says(`とても長い文は読みにくくて${'つかれた人はそこで読むのをやめて'.repeat(6)}しまいます。`),
    at: 'とても長い文は',
    message: /characters; split it/,
  },
  {
    title: 'a sentence with four 、',
    rule: 'max-ten',
    severity: 'warning',
    file: 'passages/living/driving.md',
    changes: says('朝も、昼も、夜も、夜中も、運転します。'),
    at: '朝も、昼も',
    message: /has 4 「、」/,
  },
  {
    title: 'a bracket that does not close',
    rule: 'bracket',
    severity: 'warning',
    file: 'passages/mind/depression-vs-adjustment.md',
    changes: says('「つらいと話してください。'),
    at: '「つらいと話してください。',
    message: /the bracket 「 stands alone/,
  },
  {
    title: 'a review whose day has passed',
    rule: 'review-passed',
    severity: 'warning',
    file: 'passages/living/tobacco.md',
    changes: [
      [/written_on: .*\n/, 'written_on: 2026-01-01\n'],
      [/next_review: .*\n/, 'next_review: 2026-11-01\n'],
    ],
    at: 'next_review: 2026-11-01',
    message: /was due on 2026-11-01/,
  },
  {
    title: 'a review that is near',
    rule: 'review-soon',
    severity: 'warning',
    file: 'passages/living/elderly-dementia.md',
    changes: [[/next_review: .*\n/, 'next_review: 2026-12-10\n']],
    at: 'next_review: 2026-12-10',
    message: /due on 2026-12-10/,
  },
  {
    title: 'a source of more than three years ago',
    rule: 'source-old',
    severity: 'warning',
    file: 'passages/living/elderly-living-alone.md',
    changes: [[/ {4}date: .*\n/, '    date: 2019-05-01\n']],
    at: 'date: 2019-05-01',
    message: /older than 3 years/,
  },
  {
    title: 'a source from the future',
    rule: 'future-date',
    severity: 'problem',
    file: 'passages/living/diet-what-to-eat.md',
    changes: [[/ {4}date: .*\n/, '    date: 2027-05-01\n']],
    at: 'date: 2027-05-01',
    message: /2027-05-01 has not come/,
  },
  {
    title: 'other hours of the support line',
    rule: 'fact-hours',
    severity: 'problem',
    file: 'passages/diagnosed/support-line-number-hours.md',
    changes: [['平日の10時から15時まで', '平日の9時から15時まで']],
    at: '平日の9時から',
    message: /09:00; knowledge\/support-line\.yaml says 10:00〜15:00/,
  },
  {
    title: 'another number of the support line',
    rule: 'fact-phone',
    severity: 'problem',
    file: 'passages/diagnosed/support-line-number-hours.md',
    changes: [['0570-02-3410です', '0570-02-3411です']],
    at: '0570-02-3411',
    message: /0570-02-3411 is not that of/,
  },
  {
    title: 'another threshold of fever',
    rule: 'fact-figure',
    severity: 'problem',
    file: 'passages/treatment/emergency-breathing.md',
    changes: says('38℃以上の熱は、すぐ電話してください。'),
    at: '38℃以上の熱',
    message: /38℃ here, 37\.5℃ in/,
  },
  {
    title: 'an amount that is told in two ways',
    rule: 'contradiction',
    severity: 'warning',
    file: 'passages/money/hardship-loans.md',
    changes: says('2025年1月の資料では、69歳以下の人は、31,000円以上の支払いだけを足せます。'),
    at: '31,000円以上',
    message: /31000円 here, 21000円 in .*high-cost-adding-up/,
  },
  {
    title: 'a figure that stands in the easy part alone',
    rule: 'plain-figure',
    severity: 'warning',
    file: 'passages/money/sick-pay-self-employed.md',
    changes: [['## やさしい日本語\n\n', '## やさしい日本語\n\n8,765円もらえます。\n']],
    at: '8,765円',
    message: /8765円 stands only in the easy part/,
  },
  {
    title: 'a question that asks nearly the same as another',
    rule: 'near-question',
    severity: 'warning',
    file: 'passages/symptoms/hair-loss-care.md',
    changes: [[/questions:\n {2}.*\n/, 'questions:\n  - 家族が食べてくれないとき、どう接すればよいですか\n']],
    at: '家族が食べてくれないとき、',
    message:
      /asks the same as "家族が食べてくれないときはどう接すればよいですか" of symptoms\/appetite-family/,
  },
  {
    title: 'a golden question that stands in a passage',
    rule: 'golden-verbatim',
    severity: 'warning',
    file: 'golden/money.yaml',
    changes: [['- text:', '- text: 食べない患者 家族 声かけ\n  topic: appetite\n- text:']],
    at: '食べない患者 家族 声かけ',
    message: /stands word for word in symptoms\/appetite-family/,
  },
  {
    title: 'a golden question of an unknown topic',
    rule: 'golden-topic',
    severity: 'problem',
    file: 'golden/mind.yaml',
    changes: [[/topic: .*\n/, 'topic: anxeity\n']],
    at: 'topic: anxeity',
    message: /unknown topic "anxeity"; did you mean/,
  },
  {
    title: 'a body that ends without whom to contact',
    rule: 'contact',
    severity: 'warning',
    file: 'passages/living/home-care-preparation.md',
    changes: [[/\n.*\n\n## もっと読む/, '\n空がきれいだと、うれしくなります。\n\n## もっと読む']],
    at: '空がきれいだと',
    message: /the body ends without whom to contact/,
  },
];

const dir = mkdtempSync(join(tmpdir(), 'hikkei-check-'));
const knowledgeDir = join(dir, 'knowledge');
/** Begins with what the project has built, so that only what is planted is made anew. */
const places: CheckPlaces = {
  knowledgeDir,
  dictionaryFile: join(dir, 'build', 'dictionary.bin'),
  artifactFile: join(dir, 'build', 'knowledge.json'),
  stampFile: join(dir, 'build', 'knowledge.stamp'),
  textlintCacheFile: join(dir, 'build', 'textlint.json'),
};

/** A fresh copy of the project's handbook with `faults` in it, checked. */
async function checkWith(faults: readonly Fault[]): Promise<Checked> {
  rmSync(knowledgeDir, { recursive: true, force: true });
  cpSync(KNOWLEDGE_DIR, knowledgeDir, { recursive: true });
  for (const { title, file, changes } of faults) {
    for (const [from, to] of changes) {
      const path = join(knowledgeDir, file);
      const before = readFileSync(path, 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`"${title}" could not be planted in ${file}`);
      writeFileSync(path, after);
    }
  }
  return runCheck(places, NOW_MS);
}

/** The fault's finding in `checked`, or undefined. */
function findingOf(fault: Fault, checked: Checked) {
  const lines = readFileSync(join(knowledgeDir, fault.file), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(fault.at)) + 1;
  return checked.findings.find(
    (finding) =>
      finding.file === `knowledge/${fault.file}` &&
      finding.line === line &&
      finding.rule === fault.rule &&
      finding.severity === fault.severity &&
      fault.message.test(finding.message),
  );
}

const list = ({ findings }: Checked) =>
  findings
    .filter(({ rule }) => rule !== 'source-old')
    .map((f) => `${f.file}:${f.line}: ${f.rule}: ${f.message}`);

beforeAll(() => {
  mkdirSync(join(dir, 'build'));
  const built = [
    [PROJECT.dictionaryFile, places.dictionaryFile],
    [PROJECT.artifactFile, places.artifactFile],
    [PROJECT.stampFile, places.stampFile],
    [join(BUILD_DIR, 'check', 'textlint.json'), places.textlintCacheFile],
  ] as const;
  for (const [from, to] of built) if (existsSync(from)) cpSync(from, to);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('knowledge check on a copy of the project’s handbook', () => {
  describe('with faults that the compiler lets pass', () => {
    let checked: Checked;
    beforeAll(async () => {
      checked = await checkWith(FOUND);
    });
    it.each(FOUND)('finds $title', (fault) => {
      expect(findingOf(fault, checked), list(checked).join('\n')).toBeDefined();
    });
  });

  describe('with faults that the compiler refuses', () => {
    let checked: Checked;
    beforeAll(async () => {
      checked = await checkWith(REFUSED);
    });
    it.each(REFUSED)('finds $title', (fault) => {
      expect(findingOf(fault, checked), list(checked).join('\n')).toBeDefined();
    });
    it('says that the whole was not looked at', () => {
      expect(checked.missing).toBeNull();
    });
  });

  describe('as it is', () => {
    let checked: Checked;
    beforeAll(async () => {
      checked = await checkWith([]);
    });
    it('has none of these faults', () => {
      expect([...FOUND, ...REFUSED].filter((fault) => findingOf(fault, checked) !== undefined)).toEqual([]);
    });
    it('has no problem', () => {
      expect(checked.findings.filter(({ severity }) => severity === 'problem')).toEqual([]);
    });
    it('is measured for readability in every part of every passage', () => {
      const passages = readdirSync(join(knowledgeDir, 'passages'), { recursive: true, withFileTypes: true });
      const count = passages.filter((entry) => entry.isFile() && entry.name.endsWith('.md')).length;
      expect(checked.passages).toBe(count);
      expect(checked.readability?.parts.filter(({ part }) => part === 'body')).toHaveLength(count);
    });
  });
});
