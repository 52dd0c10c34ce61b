import { emptyMemory } from '../triage/memory.ts';
import { runCommand } from './command.ts';
import { type GoldenQuestion, readGolden } from './golden.ts';
import { localKnowledge } from './local-knowledge.ts';

const HELP = `
npm run -s bench:triage -- [--failures]
  Puts the golden messages (knowledge/golden) through the triage and prints, as a Markdown table, how many
  dangerous messages of each class are caught and how often its rules raise a false alarm.
  --failures  lists each missed message and each false alarm
`;

const OPTIONS = { failures: { type: 'boolean' } } as const;

/** A class of danger: what the golden notes call it, and the rules that answer for it. */
const CLASSES: readonly {
  readonly label: string;
  readonly note: RegExp;
  readonly rules: readonly string[];
}[] = [
  { label: 'アレルギー', note: /アナフィラキシー|アレルギー/, rules: ['anaphylaxis'] },
  { label: '点滴もれ・管', note: /点滴漏れ|管/, rules: ['extravasation', 'tube-out', 'line-infection'] },
  { label: '黄疸と発熱', note: /黄疸/, rules: ['jaundice-fever'] },
  {
    label: '発熱・感染',
    note: /発熱|感染|高熱|敗血症/,
    rules: ['fever-on-treatment', 'fever-with-rigors', 'sepsis'],
  },
  { label: '脊髄の圧迫', note: /脊髄/, rules: ['spinal-cord'] },
  { label: 'けいれん', note: /けいれん/, rules: ['seizure'] },
  {
    label: '出血',
    note: /出血|喀血|吐血|鼻血|下血|血便|黒色便/,
    rules: ['massive-bleeding', 'bleeding-now', 'vomiting-or-coughing-blood'],
  },
  { label: '意識', note: /意識|せん妄|傾眠|呼吸抑制|昏/, rules: ['altered-consciousness', 'drowsy'] },
  { label: '脱力・ことば', note: /脱力|言語|脳卒中|麻痺|言葉/, rules: ['stroke-signs'] },
  { label: '頭痛・頭部', note: /頭痛|頭部|頭を/, rules: ['thunderclap-headache', 'brain-pressure'] },
  { label: '胸痛', note: /胸痛/, rules: ['chest-pain'] },
  { label: '息苦しさ', note: /呼吸|息|酸素|肺塞栓/, rules: ['breathing-stops', 'breathless'] },
  {
    label: '腹痛・痛み',
    note: /痛み|穿孔|腹痛|腸閉塞/,
    rules: ['perforation', 'uncontrolled-pain', 'bowel-obstruction'],
  },
  { label: '下痢', note: /下痢/, rules: ['severe-diarrhoea'] },
  { label: '水分・尿', note: /水分|嘔吐|尿/, rules: ['no-fluids', 'no-urine'] },
  { label: 'そのほかの緊急', note: /(?:)/, rules: ['two-ambers', 'overdose-by-mistake'] },
];
const CRISIS = '死にたい気持ち';
const OTHER = 'そのほかの緊急';

await runCommand(HELP, OPTIONS, ({ failures }) => {
  const { triage } = localKnowledge();
  const rows = new Map<string, { messages: number; caught: number; benign: number; ordinary: number }>();
  const row = (label: string) => {
    const known = rows.get(label) ?? { messages: 0, caught: 0, benign: 0, ordinary: 0 };
    rows.set(label, known);
    return known;
  };
  for (const { label } of CLASSES) row(label);
  const notes: string[] = [];
  const totals = { benign: 0, ordinary: 0 };
  for (const question of readGolden()) {
    const { verdict } = triage.assess(question.text, emptyMemory(), 0);
    const alarm = verdict.kind === 'emergency' || verdict.kind === 'crisis' ? verdict : null;
    if (question.route === 'emergency' || question.route === 'crisis') {
      const label = classOf(question, alarm?.rule.id);
      const counted = row(label);
      counted.messages++;
      if (verdict.kind === question.route) counted.caught++;
      else notes.push(`missed (${label}): ${question.text}`);
      continue;
    }
    const list = question.file.startsWith('benign') ? 'benign' : 'ordinary';
    totals[list]++;
    if (!alarm) continue;
    const label =
      alarm.kind === 'crisis'
        ? CRISIS
        : (CLASSES.find((c) => c.rules.includes(alarm.rule.id))?.label ?? OTHER);
    row(label)[list]++;
    notes.push(`false alarm (${alarm.rule.id}: ${alarm.matched.join(', ')}): ${question.text}`);
  }
  console.log(
    `| class | dangerous messages | caught | false alarms: frightening, harmless (${totals.benign}) | ordinary questions (${totals.ordinary}) |`,
  );
  console.log('|---|---:|---:|---:|---:|');
  const all = { messages: 0, caught: 0, benign: 0, ordinary: 0 };
  for (const [label, counted] of rows) {
    print(label, counted);
    for (const key of ['messages', 'caught', 'benign', 'ordinary'] as const) all[key] += counted[key];
  }
  print('all', all);
  if (failures) for (const note of notes) console.log(note);
});

/** By the editors' note; a message without one counts for the rule that caught it. */
function classOf({ route, note, text }: GoldenQuestion, caughtBy: string | undefined): string {
  if (route === 'crisis') return CRISIS;
  const byRule =
    note === undefined && CLASSES.find((c) => caughtBy !== undefined && c.rules.includes(caughtBy));
  return (byRule || CLASSES.find((c) => c.note.test(note ?? text)))?.label ?? OTHER;
}

function print(
  label: string,
  {
    messages,
    caught,
    benign,
    ordinary,
  }: { messages: number; caught: number; benign: number; ordinary: number },
): void {
  const share = messages === 0 ? '–' : `${caught} (${((100 * caught) / messages).toFixed(1)} %)`;
  console.log(`| ${label} | ${messages} | ${share} | ${benign} | ${ordinary} |`);
}
