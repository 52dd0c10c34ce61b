/** Telephone numbers: none in a passage, and each number written in one way for one name everywhere. */
import type { SourceFile } from '../compile/source-file.ts';
import type { Handbook } from '../handbook.ts';
import type { Finding } from './finding.ts';
import { linesIn, type PassageLines } from './passage-lines.ts';
import { saidTexts } from './yaml-texts.ts';

/** The topic that may name the support line's own number. */
const SUPPORT_LINE_TOPIC = 'support-line';
/** 0 and nine or ten more digits, in groups; also an international number and bare 0120 and 0570. */
const PHONE = /(?<![\d.,])(?:\+81[-\s]?\d{1,4}|0\d{1,4})[-‐－ー―\s(（]*\d{2,4}[-‐－ー―\s)）]*\d{3,4}(?!\d)/g;

/** What is wrong with the numbers that patients read. */
export function phoneFindings(
  passages: readonly PassageLines[],
  files: readonly SourceFile[],
  { supportLine, hotlines, centres }: Pick<Handbook, 'supportLine' | 'hotlines' | 'centres'>,
): Finding[] {
  const findings: Finding[] = [];
  const say = (file: string, line: number, rule: string, message: string) =>
    findings.push({ file, line, severity: 'problem', rule, message });
  for (const passage of passages) {
    for (const { line, text } of linesIn(passage, 'title', 'ask', 'body', 'more', 'plain')) {
      for (const phone of phonesIn(text)) {
        if (passage.topic !== SUPPORT_LINE_TOPIC)
          say(
            passage.file,
            line,
            'phone-in-passage',
            `the phone number ${phone} stands in a passage; name whom to call, the number is shown from support-line.yaml or hotlines.yaml`,
          );
        else if (phone !== supportLine.phone)
          say(
            passage.file,
            line,
            'fact-phone',
            `the phone number ${phone} is not that of knowledge/support-line.yaml (${supportLine.phone}); write the same in both`,
          );
      }
    }
  }

  const known = new Map<string, string>();
  const names: { readonly name: string; readonly phones: readonly string[]; readonly from: string }[] = [
    { name: supportLine.name, phones: [supportLine.phone], from: 'knowledge/support-line.yaml' },
    ...hotlines.map(({ name, phone, note }) => ({
      name,
      phones: [phone, ...phonesIn(note ?? '')],
      from: 'knowledge/hotlines.yaml',
    })),
  ];
  for (const { phones } of names) for (const phone of phones) known.set(digits(phone), phone);
  for (const { file, line, path, text } of saidTexts(files)) {
    const own = path === 'phone' || path === 'hotlines.phone' || path === 'hotlines.note';
    for (const phone of own ? [] : phonesIn(text)) {
      const written = known.get(digits(phone));
      const named = names.find(({ name }) => text.includes(name));
      if (named && !named.phones.includes(phone))
        say(
          file,
          line,
          'fact-phone',
          `${named.name} has the phone number ${phone} here and ${named.phones[0]} in ${named.from}; write the same in both`,
        );
      else if (written === undefined)
        say(
          file,
          line,
          'fact-phone',
          `the phone number ${phone} stands neither in support-line.yaml nor in hotlines.yaml; write it there, with its source`,
        );
      else if (written !== phone)
        say(
          file,
          line,
          'fact-phone',
          `the phone number ${phone} is written ${written} elsewhere; write it in one way`,
        );
    }
  }

  const owner = new Map<string, string>();
  const lines = files.find(({ path }) => path === 'knowledge/hotlines.yaml')?.text.split('\n') ?? [];
  for (const { name, phone } of hotlines) {
    const other = owner.get(digits(phone));
    if (other !== undefined) {
      const at = lines.findLastIndex((row) => row.includes(phone)) + 1;
      say(
        'knowledge/hotlines.yaml',
        at,
        'fact-phone',
        `"${name}" and "${other}" have the same phone number ${phone}; mend one or keep one`,
      );
    }
    owner.set(digits(phone), name);
  }

  const centreRows = files.find(({ path }) => path === 'knowledge/centres.csv')?.text.split('\n') ?? [];
  const centrePhones = new Map<string, string>();
  for (const { id, prefecture, name, phone } of centres) {
    if (!phone) continue;
    const key = `${prefecture} ${name}`;
    const other = centrePhones.get(key);
    if (other !== undefined && digits(other) !== digits(phone)) {
      const at = centreRows.findIndex((row) => row.startsWith(`${id},`)) + 1 || 1;
      say(
        'knowledge/centres.csv',
        at,
        'fact-phone',
        `${key} has the phone numbers ${other} and ${phone}; keep the right one`,
      );
    }
    centrePhones.set(key, phone);
  }
  return findings;
}

function phonesIn(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(PHONE)]
    .map(([phone]) => phone)
    .filter((phone) => /^\+?\d{9,13}$/.test(digits(phone)));
}

function digits(phone: string): string {
  return phone.replace(/[^\d+]/g, '');
}
