/** Which entries an address of the audit asks for: ids, actions and days, no words of anybody. */
import { z } from 'zod';
import { dayFromIso, tokyoTimeMs } from '../../guidance/hours/tokyo-time.ts';
import { AUDIT_ACTIONS } from '../../store/audit.ts';
import type { AuditCursor, AuditFilter } from '../../store/audit-log.ts';

const id = z.string().trim().min(1).max(100).nullable().catch(null);

const query = z.object({
  staff: id,
  action: z.enum(AUDIT_ACTIONS).nullable().catch(null),
  case: id,
  day: z.iso.date().nullable().catch(null),
});
export type AuditQuery = z.infer<typeof query>;

/** Whatever cannot be read filters nothing. */
export function readAuditQuery(parameters: Readonly<Record<string, string>>): AuditQuery {
  const get = (name: string) => parameters[name] ?? null;
  return query.parse({ staff: get('staff'), action: get('action'), case: get('case'), day: get('day') });
}

export function auditFilter({ staff, action, case: caseId, day }: AuditQuery): AuditFilter {
  const first = day === null ? null : dayFromIso(day);
  const period = first === null ? null : { fromMs: tokyoTimeMs(first, 0), toMs: tokyoTimeMs(first + 1, 0) };
  return { staffId: staff, action, caseId, period };
}

/** The address under `path` for the same entries, further down where `after` is given. */
export function auditHref(path: string, asked: AuditQuery, after: AuditCursor | null): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== null) parameters.set(name, value);
  if (after !== null) parameters.set('after', `${after.atMs}_${after.id}`);
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The cursor in an address, or null. */
export function readAuditCursor(text: string | undefined): AuditCursor | null {
  const parts = /^(\d{1,16})_(.+)$/.exec(text ?? '');
  return parts?.[1] && parts[2] ? { atMs: Number(parts[1]), id: parts[2] } : null;
}

/** The filters in use, by name: what the audit writes down of its own reading. */
export function filtersInUse(asked: AuditQuery): string {
  return Object.entries(asked)
    .flatMap(([name, value]) => (value === null ? [] : [name]))
    .join(' ');
}
