/** The differences as plain JSON, for scripts. */
import type { Answer } from '../../../knowledge/diff/answer.ts';
import type { Asked } from '../../../knowledge/diff/compare.ts';
import type { RanDiff } from './run-diff.ts';

export function diffJson({ commit, mended, before, now, diff }: RanDiff) {
  const { golden } = diff;
  return {
    commit,
    before: before.version,
    now: now.version,
    mended,
    questions: diff.questions,
    from: diff.from,
    golden: {
      total: golden.total,
      right_before: golden.rightBefore,
      right_now: golden.rightNow,
      broken: golden.broken.map(oneQuestion),
      mended: golden.mended.map(oneQuestion),
    },
    passages: diff.passages,
    rules: diff.rules,
    changes: diff.groups.map((group) => ({
      change: group.change,
      before: answer(group.before),
      now: answer(group.now),
      questions: group.asked.map(oneQuestion),
    })),
    texts: diff.texts,
  };
}

function oneQuestion({ question, turn, before, now }: Asked) {
  const [text = ''] = question.turns;
  return {
    text: question.turns.length > 1 ? question.turns : text,
    origins: question.origins,
    turn,
    confidence: [before.confidence, now.confidence].map((value) => Math.round(value * 1000) / 1000),
  };
}

function answer({ route, rule, alarm, parts }: Answer) {
  return { route, rule, alarm, parts };
}
