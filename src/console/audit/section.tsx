/** Who saw, answered, changed and exported what: read by admins, whose reading is written down too. */
import { Hono } from 'hono';
import { isoDay, tokyoDayOf } from '../../guidance/hours/tokyo-time.ts';
import { type AuditAction, addAudit } from '../../store/audit.ts';
import { AUDIT_EXPORT, AUDIT_PAGE, readAudit, readStaffNames } from '../../store/audit-log.ts';
import { ADMINS, type ConsoleEnv, type ConsoleParts, type Section } from '../env.ts';
import { csvResponse } from '../kit/csv.ts';
import { AuditPage } from './audit-page.tsx';
import { auditFilter, filtersInUse, readAuditCursor, readAuditQuery } from './audit-query.ts';
import { actionWords, actorWords, factsText, timeText } from './audit-words.ts';

const HEAD = ['日', '時刻', '人', 'したこと', '相談の番号', 'くわしく', '記録の番号'];

export function auditSection(parts: ConsoleParts): Section {
  const routes = new Hono<ConsoleEnv>();
  const writeDown = (staffId: string, action: AuditAction, detail: Record<string, string | number>) =>
    addAudit(parts.db, { id: parts.uuid(), atMs: parts.now(), staffId, action, detail });

  routes.get('/audit', async (c) => {
    const staff = c.get('staff');
    const asked = readAuditQuery(c.req.query());
    const after = readAuditCursor(c.req.query('after'));
    const [{ rows, next }, names] = await Promise.all([
      readAudit(parts.db, auditFilter(asked), after, AUDIT_PAGE),
      readStaffNames(parts.db),
    ]);
    await writeDown(staff.id, 'audit_seen', { rows: rows.length, filters: filtersInUse(asked) });
    return c.html(
      <AuditPage
        staff={staff}
        asked={asked}
        rows={rows}
        next={next}
        further={after !== null}
        names={names}
      />,
    );
  });

  routes.get('/audit.csv', async (c) => {
    const asked = readAuditQuery(c.req.query());
    const [{ rows, next }, names] = await Promise.all([
      readAudit(parts.db, auditFilter(asked), null, AUDIT_EXPORT),
      readStaffNames(parts.db),
    ]);
    // Written before the file leaves: an export that nobody knows of must not be.
    await writeDown(c.get('staff').id, 'report_exported', {
      table: 'audit',
      rows: rows.length,
      filters: filtersInUse(asked),
    });
    const lines = rows.map((row) => [
      timeText(row.atMs).day,
      timeText(row.atMs).clock,
      actorWords(row.staffId, names),
      actionWords(row.action),
      row.caseId ?? '',
      factsText(row.detail, names),
      row.id,
    ]);
    const rest = next
      ? [['', '', '', `ここより前の記録は入っていません（${AUDIT_EXPORT}件まで）`, '', '', '']]
      : [];
    return csvResponse(`操作の記録_${isoDay(tokyoDayOf(parts.now()))}`, HEAD, [...lines, ...rest]);
  });

  return { routes, access: { 'GET /audit': ADMINS, 'GET /audit.csv': ADMINS } };
}
