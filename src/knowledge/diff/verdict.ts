/** Whether an answer is right for a question, as far as its origin says what would be. */
import { type Answer, isLouder, passagesIn, topicsIn } from './answer.ts';
import type { Origin } from './question.ts';

/** `null` where nobody said what is right: a patient's own message, or a passage's question that raises an alarm. */
export function isRight(origin: Origin, answer: Answer): boolean | null {
  switch (origin.kind) {
    case 'golden': {
      if (origin.route !== null) return answer.route === origin.route;
      const calm = !isLouder(answer.alarm, 'warning');
      if (origin.topics.length === 0) return calm;
      return calm && topicsIn(answer).some((topic) => origin.topics.includes(topic));
    }
    case 'passage':
      return isLouder(answer.alarm, 'warning') ? null : passagesIn(answer).includes(origin.id);
    case 'rule':
      return (answer.rule === origin.id) !== origin.near;
    case 'patient':
      return null;
    default:
      return origin satisfies never;
  }
}

/** How the change bears on what is right. */
export type Turn = 'broken' | 'mended' | 'right' | 'wrong' | 'unknown';

/** A golden question speaks first; then what the editors wrote as examples. */
export function turnOf(origins: readonly Origin[], before: Answer, now: Answer): Turn {
  const golden = origins.filter((origin) => origin.kind === 'golden');
  const asking = golden.length > 0 ? golden : origins;
  const wasRight = allRight(asking, before);
  const right = allRight(asking, now);
  if (wasRight === null || right === null) return 'unknown';
  if (wasRight === right) return right ? 'right' : 'wrong';
  return right ? 'mended' : 'broken';
}

function allRight(origins: readonly Origin[], answer: Answer): boolean | null {
  const known = origins.map((origin) => isRight(origin, answer)).filter((right) => right !== null);
  return known.length === 0 ? null : known.every((right) => right);
}
