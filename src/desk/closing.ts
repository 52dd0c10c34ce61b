/** The end of a case: the bot answers again, and the patient is asked for their view where that is fitting. */
import { sql } from 'drizzle-orm';
import { CASE_REASONS } from '../conversation/decision.ts';
import type { LineMessage } from '../line/render/messages.ts';
import { surveyInvitation } from '../line/render/survey.ts';
import { cases } from '../store/schema.ts';
import { actOnCase } from './act-on-case.ts';
import type { Act, Acted } from './desk.ts';
import type { DeskParts } from './parts.ts';

const CRISIS = CASE_REASONS.indexOf('crisis');

/** Ends one's own case, or one that waits and needs no answer. */
export async function resolve(parts: DeskParts, act: Act): Promise<Acted> {
  const { handbook } = await parts.knowledge();
  return actOnCase(parts, act, (one) => {
    const talked = one.firstAnsweredAtMs !== null;
    // After a crisis nobody is asked whether they were content.
    const asks = talked && one.urgency !== CRISIS && one.surveySentAtMs === null;
    const tell: LineMessage[] = [];
    if (one.claimedAtMs !== null) tell.push({ type: 'text', text: handbook.phrases.counselor_left });
    if (asks) tell.push(surveyInvitation(one.id, handbook.survey));
    return {
      action: 'case_resolved',
      condition: sql`(${cases.status} = 'waiting' or (${cases.status} = 'claimed' and ${cases.claimedBy} = ${act.by}))`,
      set: {
        status: 'resolved',
        claimedBy: act.by,
        resolvedAtMs: parts.now(),
        ...(asks ? { surveySentAtMs: parts.now() } : {}),
      },
      tell,
      detail: { survey: asks },
    };
  });
}
