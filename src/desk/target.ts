/** By when a case is to be answered first. */
import type { CaseReason } from '../conversation/decision.ts';
import { serviceStatus } from '../guidance/hours/service-status.ts';
import type { ServiceHours } from '../knowledge/service-hours.ts';
import type { DeskSettings } from '../store/settings.ts';

const MINUTE_MS = 60_000;

/**
 * The target of a case that was opened at `openedAtMs`, in epoch milliseconds. Crisis and emergency count from
 * that moment whatever the hour; the others from the next moment of service. Null where that is not known
 * (beyond the holiday table).
 */
export function targetMs(
  reason: CaseReason,
  openedAtMs: number,
  settings: DeskSettings,
  hours: ServiceHours,
): number | null {
  switch (reason) {
    case 'crisis':
      return openedAtMs + settings.crisisMinutes * MINUTE_MS;
    case 'emergency':
      return openedAtMs + settings.emergencyMinutes * MINUTE_MS;
    case 'asked':
    case 'unanswered':
    case 'negative': {
      const status = serviceStatus(hours, openedAtMs);
      const fromMs = status.open ? openedAtMs : status.open === false ? status.opensAtMs : null;
      return fromMs === null ? null : fromMs + settings.otherMinutes * MINUTE_MS;
    }
    default:
      return reason satisfies never;
  }
}
