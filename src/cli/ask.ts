import { decide } from '../conversation/decide.ts';
import { type Decision, isAwaited } from '../conversation/decision.ts';
import type { Knowledge, Person } from '../conversation/knowledge.ts';
import type { ConversationState } from '../conversation/state.ts';
import { messageText } from '../line/message-text.ts';
import { renderDecision } from '../line/render/decision.ts';
import { runCommand, UsageError } from './command.ts';
import { localKnowledge } from './local-knowledge.ts';
import { stdinLines } from './stdin-lines.ts';

const HELP = `
npm run -s ask -- "抗がん剤で髪は抜けますか"
  One question as a patient's first message: what LINE would show, and why.

npm run -s ask -- --json [--turns] [--now ISO8601]
  Reads one message a line from stdin and prints one JSON object a line.
  Each line is a new patient; with --turns the lines are turns of one conversation and an
  empty line starts a new patient. --now sets the clock (default: now).
`;

const OPTIONS = {
  json: { type: 'boolean' },
  turns: { type: 'boolean' },
  now: { type: 'string' },
} as const;

await runCommand(HELP, OPTIONS, async ({ json, turns, now }, words) => {
  const nowMs = now === undefined ? Date.now() : Date.parse(now);
  if (Number.isNaN(nowMs))
    throw new UsageError(`--now "${now}" is not a time; write it as 2026-11-23T10:00:00+09:00.`);
  const text = words.join(' ');
  if (!json && !text) throw new UsageError('Write a question, or use --json.');
  const knowledge = localKnowledge();
  if (json) return answerLines(knowledge, nowMs, turns === true);
  explain(text, decide(null, { kind: 'text', text }, { knowledge, nowMs, person: 'none' }), knowledge);
});

async function answerLines(knowledge: Knowledge, nowMs: number, turns: boolean): Promise<void> {
  let state: ConversationState | null = null;
  let person: Person = 'none';
  for await (const text of stdinLines()) {
    if (turns && text === '') {
      state = null;
      person = 'none';
      continue;
    }
    const decision: Decision = decide(
      turns ? state : null,
      { kind: 'text', text },
      { knowledge, nowMs, person },
    );
    state = decision.state;
    if (turns && decision.escalation && isAwaited(decision.escalation)) person = 'waiting';
    process.stdout.write(`${JSON.stringify(toJson(text, decision, knowledge))}\n`);
  }
}

function toJson(text: string, decision: Decision, knowledge: Knowledge) {
  return {
    text,
    route: decision.route,
    rule: decision.rule,
    passages: decision.passages.map(({ passage: { id, topic, title }, score }) => ({
      id,
      topic,
      title,
      score,
    })),
    confidence: Math.round(decision.confidence * 1000) / 1000,
    messages: renderDecision(decision, knowledge),
  };
}

function explain(text: string, decision: Decision, knowledge: Knowledge): void {
  for (const message of renderDecision(decision, knowledge)) {
    console.log(`${messageText(message)}\n`);
  }
  const { words, groups } = knowledge.analyser.analyse(text);
  console.log('――――――――');
  console.log(`route     ${decision.route}${decision.rule ? ` by rule ${decision.rule}` : ''}`);
  console.log(`words     ${[...words, ...groups].join(' ')}`);
  for (const { passage, score } of decision.passages) console.log(`passage   ${passage.id} (${score})`);
  for (const line of decision.why) console.log(`why       ${line}`);
}
