/** Reports: the page, and each of its tables as a CSV. */
import { type Context, Hono } from 'hono';
import { isoDay } from '../../guidance/hours/tokyo-time.ts';
import { ALL_STAFF, type ConsoleEnv, type ConsoleParts, type Section } from '../env.ts';
import { csvResponse } from '../kit/csv.ts';
import { csvRows } from './csv.ts';
import { type AskedPeriod, readPeriod } from './period.ts';
import { makeReport, TABLES } from './report.ts';
import { type Form, ReportPage } from './report-page.tsx';

export function reportsSection(parts: ConsoleParts): Section {
  const routes = new Hono<ConsoleEnv>();

  routes.get('/reports', async (c) => {
    const nowMs = parts.now();
    const { asked, masked } = readQuery(c, nowMs);
    const form = formOf(c, asked, masked);
    const { staff } = c.var;
    if (asked.kind === 'wrong')
      return c.html(<ReportPage staff={staff} nowMs={nowMs} form={form} report={null} />, 400);
    const report = await makeReport(parts, staff, asked.period, masked);
    return c.html(<ReportPage staff={staff} nowMs={nowMs} form={form} report={report} />);
  });

  /** `:table` with its ending, as daily.csv. */
  routes.get('/reports/:table', async (c) => {
    const id = TABLES.find((table) => `${table}.csv` === c.req.param('table'));
    const { asked, masked } = readQuery(c, parts.now());
    if (id === undefined || asked.kind === 'wrong') return c.notFound();
    const { period, tables } = await makeReport(parts, c.var.staff, asked.period, masked, id);
    const { head, rows } = csvRows(tables[id]);
    const name = `${tables[id].title}_${isoDay(period.from)}_${isoDay(period.to)}`;
    return csvResponse(name, head, rows);
  });

  return { routes, access: { 'GET /reports': ALL_STAFF, 'GET /reports/:table': ALL_STAFF } };
}

function readQuery(c: Context<ConsoleEnv>, nowMs: number): { asked: AskedPeriod; masked: boolean } {
  return {
    asked: readPeriod(c.req.query('from'), c.req.query('to'), nowMs),
    masked: c.req.query('mask') === '1',
  };
}

/** The form as it was sent, or filled with the period that is shown. */
function formOf(c: Context<ConsoleEnv>, asked: AskedPeriod, masked: boolean): Form {
  switch (asked.kind) {
    case 'period':
      return { from: isoDay(asked.period.from), to: isoDay(asked.period.to), masked, errors: {} };
    case 'wrong': {
      const { kind: _, ...errors } = asked;
      return { from: c.req.query('from') ?? '', to: c.req.query('to') ?? '', masked, errors };
    }
    default:
      return asked satisfies never;
  }
}
