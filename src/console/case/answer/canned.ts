/** A canned reply as it reads now: telephone and hours are filled in. */
import { counselorHoursText, supportLineText } from '../../../guidance/hours/service-text.ts';
import { cannedText } from '../../../knowledge/canned-replies.ts';
import type { Handbook } from '../../../knowledge/handbook.ts';

/** The text of the reply with this id, or null where there is none. */
export function cannedTextNow(
  id: string,
  { cannedReplies, supportLine, counselorHours }: Handbook,
  nowMs: number,
): string | null {
  const reply = cannedReplies.flatMap((group) => group.replies).find((one) => one.id === id);
  if (!reply) return null;
  return cannedText(reply, {
    support_line: `${supportLine.name} ${supportLine.phone}`,
    support_line_now: supportLineText(supportLine, nowMs).now,
    counselors_now: counselorHoursText(counselorHours, nowMs).now,
  });
}
