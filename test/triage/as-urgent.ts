/** Whether a verdict does for the patient at least what a rule asks for. */
import type { TriageRule } from '../../src/knowledge/triage-rules.ts';
import type { Verdict } from '../../src/triage/triage.ts';

/** An attempt under way or a crisis may stand above an emergency, never a wish above a danger. */
export function atLeastAs(rule: TriageRule, verdict: Verdict): boolean {
  switch (rule.kind) {
    case 'emergency':
      return verdict.kind === 'emergency' || verdict.kind === 'crisis';
    case 'crisis':
      return verdict.kind === 'crisis';
    case 'amber':
      return verdict.kind === 'amber' || verdict.kind === 'emergency';
    case 'wish':
      return verdict.kind === 'wish' && verdict.route === rule.route;
    default:
      return rule satisfies never;
  }
}
