/** Whether LINE takes every passage in every form in which it can be shown, and every text of phrases.yaml. */
import type { Action } from '../../../conversation/actions.ts';
import type { Knowledge } from '../../../conversation/knowledge.ts';
import { OFFERS } from '../../../conversation/offers.ts';
import type { Reading } from '../../../conversation/readings.ts';
import { freshState } from '../../../conversation/state.ts';
import type { Finding } from '../../../knowledge/check/finding.ts';
import { linesIn, type PassageLines } from '../../../knowledge/check/passage-lines.ts';
import type { Passage } from '../../../knowledge/passage.ts';
import { renderDecision } from '../../../line/render/decision.ts';
import { checkMessages } from '../../../simulator/message-schema/check-messages.ts';

/** LINE takes bubbles of 30 KB; what is below a quarter of it as it is stays below it with every word read aloud. */
const SURE_TO_FIT = 7_500;

/** Findings for what LINE would refuse; the passages with the longest titles stand under each as related ones. */
export function fitsLine(
  knowledge: Pick<Knowledge, 'handbook' | 'furigana'>,
  passages: readonly PassageLines[],
): Finding[] {
  const related = knowledge.handbook.passages.toSorted((a, b) => b.title.length - a.title.length).slice(0, 2);
  return knowledge.handbook.passages.flatMap((passage) => {
    const at = passages.find(({ id }) => id === passage.id);
    return formsOf(passage, related).flatMap(({ form, action }): Finding[] => {
      const [refused] = refusals(action, 'standard', knowledge);
      if (!refused) return [];
      const line = (at && linesIn(at, form)[0]?.line) ?? 1;
      const message = `LINE would refuse this passage (${form}): ${refused.message} at ${refused.property}; make it shorter`;
      return [
        { file: `knowledge/passages/${passage.id}.md`, line, severity: 'problem', rule: 'line', message },
      ];
    });
  });
}

/** What LINE finds wrong with `action` in `reading`, and with furigana where that may make it too long. */
function refusals(
  action: Action,
  reading: Reading,
  knowledge: Pick<Knowledge, 'handbook' | 'furigana'>,
): ReturnType<typeof checkMessages> {
  const state = { ...freshState(0), reading };
  const messages = renderDecision({ actions: [action], offers: OFFERS, state }, knowledge);
  const refused = checkMessages(messages);
  if (refused.length > 0 || reading === 'furigana') return refused;
  const bytes = Buffer.byteLength(JSON.stringify(messages));
  return bytes > SURE_TO_FIT ? refusals(action, 'furigana', knowledge) : [];
}

type Form = { readonly form: 'body' | 'more' | 'plain'; readonly action: Action };

function formsOf(passage: Passage, related: readonly Passage[]): Form[] {
  return [
    { form: 'body', action: { kind: 'show-passage', passage, related } },
    ...(passage.plain.length > 0
      ? [{ form: 'plain', action: { kind: 'show-plain', passage, related } } as const]
      : []),
    ...(passage.more.length > 0 ? [{ form: 'more', action: { kind: 'read-more', passage } } as const] : []),
  ];
}
