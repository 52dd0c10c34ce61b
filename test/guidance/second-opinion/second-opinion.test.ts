import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checklistOf } from '../../../src/guidance/second-opinion/checklist.ts';
import {
  resumeSecondOpinion,
  type SecondOpinionTurn,
  startSecondOpinion,
  stepSecondOpinion,
} from '../../../src/guidance/second-opinion/second-opinion.ts';
import { type SecondOpinionState, secondOpinionState } from '../../../src/guidance/second-opinion/state.ts';
import { GUIDE_END } from '../../../src/knowledge/second-opinion.ts';
import { DAY_MS, GUIDE, NOW, STRAIGHT_ON, walk } from './support.ts';

const idsOf = (turn: SecondOpinionTurn) =>
  'items' in turn.show ? turn.show.items.map((item) => `${item.done ? '+' : '-'}${item.id}`) : null;

describe('a whole walk', () => {
  test('of a patient who goes alone passes all eight steps and ends with everything done but what is ticked by hand', () => {
    const steps = STRAIGHT_ON.map((_, i) => walk(...STRAIGHT_ON.slice(0, i)).show);
    expect(
      steps.map((show) => show.kind === 'step' && `${show.step} ${show.progress.at}/${show.progress.of}`),
    ).toEqual([
      'purpose 1/8',
      'who 2/8',
      'doctor 3/8',
      'documents 4/8',
      'cost 5/8',
      'booking 6/8',
      'visit 7/8',
      'afterwards 8/8',
    ]);
    const end = walk(...STRAIGHT_ON);
    expect(end.show).toMatchObject({ kind: 'finished', text: GUIDE.says.finished });
    expect(idsOf(end)).toEqual([
      '-first-opinion',
      '+tell-doctor',
      '-time',
      '+letter',
      '+images',
      '+reports',
      '+fee',
      '+booking',
      '+questions',
      '+report-back',
    ]);
  });

  test('of a family alone needs the patient’s written consent', () => {
    const turn = walk('purpose.want', 'who.family');
    expect(turn.show).toMatchObject({
      kind: 'step',
      step: 'doctor',
      before: expect.stringContaining('同意書'),
    });
    expect(idsOf(stepSecondOpinion(turn.state, 'checklist', GUIDE, NOW))).toContain('-consent');
    const changed = stepSecondOpinion(turn.state, 'who.together', GUIDE, NOW);
    expect(idsOf(stepSecondOpinion(changed.state, 'checklist', GUIDE, NOW))).not.toContain('-consent');
  });

  test('of one who wants to change hospitals tells the difference and stays on the question', () => {
    expect(walk('purpose.transfer').show).toMatchObject({
      kind: 'step',
      step: 'purpose',
      before: expect.stringContaining('転院は'),
      text: null,
    });
    expect(walk('purpose.transfer').state).toMatchObject({ step: 'purpose', path: [], answers: {} });
  });
});

describe('back, pause and return', () => {
  test('back leads to the step before, and on the first step shows it again', () => {
    expect(walk('purpose.want', 'who.patient', 'back').show).toMatchObject({ step: 'who', before: null });
    expect(walk('purpose.want', 'back', 'back').show).toMatchObject({ step: 'purpose' });
    expect(walk(...STRAIGHT_ON, 'back').show).toMatchObject({ step: 'afterwards' });
  });

  test('the first step offers no way back', () => {
    const controls = (turn: SecondOpinionTurn) => turn.show.controls.map((button) => button.id);
    expect(controls(walk())).toEqual(['checklist', 'pause']);
    expect(controls(walk('purpose.want'))).toEqual(['back', 'checklist', 'pause']);
  });

  test('a button of an earlier message goes back there and is taken', () => {
    const turn = walk(...STRAIGHT_ON.slice(0, 5), 'who.family');
    expect(turn.state).toMatchObject({
      step: 'doctor',
      path: ['purpose', 'who'],
      answers: { who: 'family' },
    });
  });

  test('a button of a step not yet reached, or of no step, shows the place again', () => {
    for (const input of [
      'visit.written',
      'who.nobody',
      'done:nothing',
      'x',
      '',
      '__proto__',
      'constructor',
    ]) {
      expect(walk('purpose.want', input).show).toMatchObject({ kind: 'step', step: 'who', before: null });
    }
  });

  test.each(GUIDE.steps.map((step, i) => [step.id, i] as const))(
    'who pauses on %s goes on there after 30 days, from stored JSON',
    (step, i) => {
      const paused = walk(...STRAIGHT_ON.slice(0, i), 'pause');
      expect(paused.show).toMatchObject({ kind: 'paused', text: GUIDE.says.paused });
      const stored = secondOpinionState.parse(JSON.parse(JSON.stringify(paused.state)));
      const later = resumeSecondOpinion(stored, GUIDE, NOW + 30 * DAY_MS);
      expect(later.show).toMatchObject({ kind: 'step', step, before: GUIDE.says.resumed });
      expect(later.state).toEqual({ ...stored, paused: false, updatedAtMs: NOW + 30 * DAY_MS });
    },
  );

  test('who looks at the checklist for a moment is not greeted as one who returns', () => {
    expect(walk('purpose.want', 'checklist', 'continue').show).toMatchObject({ step: 'who', before: null });
  });

  test('after 90 days the guide begins anew and says so, whatever is tapped', () => {
    const { state } = walk('purpose.want', 'who.family');
    const lastMs = state.updatedAtMs;
    expect(resumeSecondOpinion(state, GUIDE, lastMs + 90 * DAY_MS).show).toMatchObject({ step: 'doctor' });
    for (const input of ['continue', 'doctor.told', 'checklist', 'back', 'pause']) {
      const turn = stepSecondOpinion(state, input, GUIDE, lastMs + 90 * DAY_MS + 1);
      expect(turn.show).toMatchObject({ kind: 'step', step: 'purpose', before: GUIDE.says.expired });
      expect(turn.state).toMatchObject({ answers: {}, ticks: {}, startedAtMs: lastMs + 90 * DAY_MS + 1 });
    }
  });

  test('a step that editors have removed begins the guide anew and says so', () => {
    const state = { ...walk('purpose.want').state, step: 'gone' };
    expect(resumeSecondOpinion(state, GUIDE, NOW).show).toMatchObject({
      step: 'purpose',
      before: GUIDE.says.changed,
    });
  });

  test('restart forgets what was answered', () => {
    expect(walk('purpose.want', 'done:letter', 'restart').state).toMatchObject({
      step: 'purpose',
      answers: {},
      ticks: {},
    });
    expect(resumeSecondOpinion(null, GUIDE, NOW)).toEqual(startSecondOpinion(GUIDE, NOW));
  });
});

describe('the checklist', () => {
  test('can be asked for at every step and changes nothing', () => {
    for (let i = 0; i <= STRAIGHT_ON.length; i++) {
      const turn = walk(...STRAIGHT_ON.slice(0, i));
      const asked = stepSecondOpinion(turn.state, 'checklist', GUIDE, turn.state.updatedAtMs);
      expect(asked.show).toMatchObject({ kind: 'checklist', text: GUIDE.says.checklist });
      expect(asked.state).toEqual(turn.state);
    }
  });

  test('is whole from the first step on, with how to get each item', () => {
    expect(idsOf(walk('checklist'))).toEqual(
      GUIDE.checklist.filter((item) => item.id !== 'consent').map((item) => `-${item.id}`),
    );
    for (const item of checklistOf(walk().state, GUIDE)) expect(item.how).not.toBe('');
  });

  test('is ticked and unticked by hand; a newer answer wins', () => {
    expect(idsOf(walk('done:time'))).toContain('+time');
    expect(idsOf(walk('done:time', 'undone:time'))).toContain('-time');
    const unticked = [...STRAIGHT_ON.slice(0, 4), 'undone:letter'];
    expect(idsOf(walk(...unticked))).toContain('-letter');
    expect(idsOf(walk(...unticked, 'documents.ready', 'checklist'))).toContain('+letter');
  });

  test('says when all is done', () => {
    expect(walk(...STRAIGHT_ON, 'done:first-opinion', 'done:time').show).toMatchObject({
      kind: 'checklist',
      text: GUIDE.says.checklist_done,
    });
  });

  test('stays readable while paused, without ending the pause', () => {
    expect(walk('purpose.want', 'pause', 'checklist').state.paused).toBe(true);
    expect(walk('purpose.want', 'pause', 'done:time').state.paused).toBe(true);
    expect(walk('purpose.want', 'pause', 'continue').state.paused).toBe(false);
  });
});

describe('every way through the guide', () => {
  /** All (step, choice) pairs that taps reach, by walking every choice from every place. */
  function reached(): Set<string> {
    const taken = new Set<string>();
    const seen = new Set<string>();
    const queue = [walk()];
    for (const turn of queue) {
      if (turn.show.kind !== 'step' || seen.has(turn.show.step)) continue;
      seen.add(turn.show.step);
      for (const choice of turn.show.choices) {
        taken.add(choice.id);
        queue.push(stepSecondOpinion(turn.state, choice.id, GUIDE, NOW));
      }
    }
    return taken;
  }

  test('every choice of the YAML can be reached', () => {
    expect([...reached()].sort()).toEqual(
      GUIDE.steps.flatMap((step) => step.choices.map((choice) => `${step.id}.${choice.id}`)).sort(),
    );
  });

  const INPUTS = [
    ...GUIDE.steps.flatMap((step) => step.choices.map((choice) => `${step.id}.${choice.id}`)),
    ...Object.keys(GUIDE.controls),
    ...GUIDE.checklist.flatMap((item) => [`done:${item.id}`, `undone:${item.id}`]),
  ];
  const anyInput = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...INPUTS) },
    { weight: 1, arbitrary: fc.string() },
  );

  function expectValid(state: SecondOpinionState) {
    const ids = GUIDE.steps.map((step) => step.id);
    expect(secondOpinionState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect([...ids, GUIDE_END]).toContain(state.step);
    expect(new Set([...state.path, state.step]).size).toBe(state.path.length + 1);
    for (const id of state.path) expect(ids).toContain(id);
    for (const [step, choice] of Object.entries(state.answers)) {
      expect(GUIDE.steps.find((one) => one.id === step)?.choices.map((one) => one.id)).toContain(choice);
    }
  }

  test('any taps, in any order and with any time between them, keep a valid state and show something to do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyInput, fc.nat(100)), { maxLength: 60 }), (taps) => {
        let nowMs = NOW;
        let turn = startSecondOpinion(GUIDE, nowMs);
        for (const [input, days] of taps) {
          nowMs += days * DAY_MS;
          turn = stepSecondOpinion(turn.state, input, GUIDE, nowMs);
          expectValid(turn.state);
          expect(turn.show.controls.length).toBeGreaterThan(0);
          expect(turn.state.updatedAtMs).toBe(nowMs);
          if (turn.show.kind === 'step') {
            expect(turn.show.choices.length).toBeGreaterThan(0);
            expect(turn.show.choices.length + turn.show.controls.length).toBeLessThanOrEqual(13);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('from any place the end is at most eight taps away', () => {
    fc.assert(
      fc.property(fc.array(anyInput, { maxLength: 40 }), (taps) => {
        let turn = stepSecondOpinion(walk(...taps).state, 'continue', GUIDE, NOW + DAY_MS);
        for (let i = 0; turn.show.kind === 'step' && i < GUIDE.steps.length; i++) {
          const { step } = turn.show;
          const on = GUIDE.steps
            .find((one) => one.id === step)
            ?.choices.find((choice) => choice.next !== step);
          turn = stepSecondOpinion(turn.state, `${step}.${on?.id}`, GUIDE, NOW + DAY_MS);
        }
        expect(turn.show.kind).toBe('finished');
      }),
    );
  });
});
