import { eq, sql } from 'drizzle-orm';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUDIT_ACTIONS, type AuditAction, addAudit } from '../../../src/store/audit.ts';
import { audit } from '../../../src/store/schema.ts';
import { openConsole, type SignedInVisitor, type TestConsole } from '../console-app.ts';

/** 2026-11-24 00:00 in Tokyo. */
const MIDNIGHT = Date.UTC(2026, 10, 23, 15);

let world: TestConsole;
let admin: SignedInVisitor;
let n = 0;
beforeEach(async () => {
  world = await openConsole({ now: () => MIDNIGHT + 3_600_000 });
  admin = await world.signIn('admin');
});
afterEach(() => world.close());

async function add(action: AuditAction, atMs: number, more: { staffId?: string; caseId?: string } = {}) {
  const id = `entry-${String(++n).padStart(5, '0')}`;
  await addAudit(world.db, {
    id,
    atMs,
    staffId: more.staffId ?? null,
    action,
    ...(more.caseId ? { caseId: more.caseId } : {}),
  });
  return id;
}

async function page(query = ''): Promise<string> {
  const response = await admin.get(`/console/audit${query}`);
  expect(response.status).toBe(200);
  return response.text();
}

async function csv(query = ''): Promise<{ rows: string[][]; text: string }> {
  const response = await admin.get(`/console/audit.csv${query}`);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { rows: Papa.parse<string[]>(text.slice(1)).data, text };
}

describe('the audit', () => {
  it('has Japanese words for every action', async () => {
    for (const action of AUDIT_ACTIONS) await add(action, MIDNIGHT);
    const table = (await page()).split('<tbody>')[1] ?? '';
    for (const action of AUDIT_ACTIONS) expect(table).not.toContain(action);
    expect(table).toContain('返事のない相談を引き取った');
    expect(table).toContain('2026-11-24 00:00:00');
    expect(table).toContain('（自動）');
  });

  it('is filtered by person, action, case and day in Tokyo', async () => {
    await add('signed_out', MIDNIGHT - 1, { staffId: admin.id });
    await add('signed_out', MIDNIGHT, { staffId: admin.id, caseId: 'case-A' });
    await add('note_added', MIDNIGHT, { staffId: 'x', caseId: 'case-A' });
    const rows = async (query: string) => (await csv(query)).rows.length - 1;
    expect(await rows('?action=signed_out')).toBe(2);
    expect(await rows('?action=signed_out&day=2026-11-24')).toBe(1);
    expect(await rows('?day=2026-11-23')).toBe(1);
    expect(await rows('?case=case-A')).toBe(2);
    expect(await rows('?case=case-A&staff=x')).toBe(1);
    expect(await page('?case=nothing')).toContain('この条件に合う記録はありません。');
  });

  it('loses and doubles no entry from page to page', async () => {
    const wanted = [];
    for (let i = 0; i < 250; i++)
      wanted.push(await add('case_seen', MIDNIGHT - (i % 4), { caseId: `c${i}` }));
    const seen: string[] = [];
    let next: string | undefined = '?action=case_seen';
    let pages = 0;
    while (next !== undefined && pages++ < 10) {
      const html: string = await page(next);
      seen.push(...[...html.matchAll(/\/console\/cases\/(c\d+)"/g)].map((match) => match[1] ?? ''));
      next = /href="\/console\/audit([^"]+)"[^>]*>\s*前の記録を見る/
        .exec(html)?.[1]
        ?.replaceAll('&amp;', '&');
    }
    expect(pages).toBe(3);
    expect(seen).toHaveLength(wanted.length);
    expect(new Set(seen).size).toBe(wanted.length);
  });

  it('writes down its own reading once a page, and its export', async () => {
    await page('?day=2026-11-24');
    await csv();
    const entries = await world.db.select().from(audit);
    expect(entries.map(({ action, staffId, detail }) => ({ action, staffId, detail }))).toEqual([
      { action: 'audit_seen', staffId: admin.id, detail: { rows: 0, filters: 'day' } },
      { action: 'report_exported', staffId: admin.id, detail: { table: 'audit', rows: 1, filters: '' } },
    ]);
  });

  it('exports a file that Excel reads as text: its mark first, no formula', async () => {
    await add('case_seen', MIDNIGHT, { caseId: '=1+1' });
    await add('case_seen', MIDNIGHT, { caseId: '＝HYPERLINK("x")' });
    const { rows, text } = await csv('?action=case_seen');
    expect(text.startsWith('\ufeff日,時刻,人')).toBe(true);
    expect(
      rows
        .slice(1)
        .map((row) => row[4])
        .sort(),
    ).toEqual(["'=1+1", '\'＝HYPERLINK("x")']);
  });

  it('cannot be changed or removed, by the database’s own refusal', async () => {
    const id = await add('case_seen', MIDNIGHT);
    await expect(world.db.update(audit).set({ staffId: 'x' }).where(eq(audit.id, id))).rejects.toThrow();
    await expect(world.db.delete(audit).where(eq(audit.id, id))).rejects.toThrow();
    await expect(
      world.db.run(sql`insert or replace into audit (id, at_ms, action) values (${id}, 1, 'x')`),
    ).rejects.toThrow();
    await expect(
      world.db.run(sql`insert or replace into audit (rowid, id, at_ms, action)
        select rowid, 'another', 1, 'x' from audit where id = ${id}`),
    ).rejects.toThrow();
    const [entry] = await world.db.select().from(audit).where(eq(audit.id, id));
    expect(entry).toMatchObject({ action: 'case_seen', staffId: null, atMs: MIDNIGHT });
  });

  it('is the admins’ alone', async () => {
    const counselor = await world.signIn('counselor');
    for (const path of ['/console/audit', '/console/audit.csv'])
      expect((await counselor.get(path)).status).toBe(403);
  });
});
