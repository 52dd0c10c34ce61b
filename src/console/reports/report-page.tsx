/** The reports: what period, and each table with its chart beside it. */
import { isoDay } from '../../guidance/hours/tokyo-time.ts';
import type { SignedIn } from '../env.ts';
import { Button, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Empty, Moment, Panel } from '../kit/parts.tsx';
import { BarChart } from './charts/bar-chart.tsx';
import { questionBars, rankingBars, rowBars, seriesOf } from './charts/chart.ts';
import { LineChart } from './charts/line-chart.tsx';
import { type Period, periodText, usualPeriods } from './period.ts';
import type { Comment, Report, TableId } from './report.ts';
import type { ReportTable } from './table.ts';
import { TableView } from './table-view.tsx';

export type Form = {
  readonly from: string;
  readonly to: string;
  readonly masked: boolean;
  readonly errors: { readonly from?: string; readonly to?: string };
};

type PageProps = {
  readonly staff: SignedIn;
  readonly nowMs: number;
  readonly form: Form;
  /** Null where the form was filled in wrongly. */
  readonly report: Report | null;
};

export function ReportPage({ staff, nowMs, form, report }: PageProps) {
  return (
    <Page title="集計" at="reports" staff={staff}>
      <p class="lead no-print">
        期間を選ぶと、窓口の件数、相談の背景と内容、アンケートを数えます。数字を選ぶと、その相談の一覧が開きます。
      </p>
      <PeriodForm nowMs={nowMs} form={form} />
      {report ? <ReportView report={report} nowMs={nowMs} staff={staff} /> : null}
    </Page>
  );
}

function addressOf(path: string, period: Period, masked: boolean): string {
  const parameters = new URLSearchParams({ from: isoDay(period.from), to: isoDay(period.to) });
  if (masked) parameters.set('mask', '1');
  return `${path}?${parameters}`;
}

function PeriodForm({ nowMs, form }: { nowMs: number; form: Form }) {
  return (
    <div class="report-period no-print">
      <nav class="tabs" aria-label="よく使う期間">
        <ul>
          {usualPeriods(nowMs).map(({ label, period }) => {
            const chosen = isoDay(period.from) === form.from && isoDay(period.to) === form.to;
            return (
              <li>
                <a
                  href={addressOf('/console/reports', period, form.masked)}
                  {...(chosen ? { 'aria-current': 'page' as const } : {})}
                >
                  {label}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
      <form class="filters" method="get" action="/console/reports">
        <TextField
          name="from"
          label="始まりの日"
          type="date"
          value={form.from}
          error={form.errors.from}
          required
        />
        <TextField name="to" label="終わりの日" type="date" value={form.to} error={form.errors.to} required />
        <label class="choice">
          <input type="checkbox" name="mask" value="1" checked={form.masked} />
          <span>5未満を伏せる</span>
        </label>
        <Button kind="primary">集計する</Button>
      </form>
    </div>
  );
}

function ReportView({ report, nowMs, staff }: { report: Report; nowMs: number; staff: SignedIn }) {
  const { period, masked, tables } = report;
  return (
    <div class="stack report">
      <p class="report-when">
        <strong>{periodText(period)}</strong>
        <span class="only-print">
          {' '}
          作成：
          <Moment ms={nowMs} />
          {masked ? '　5未満を伏せています。' : ''}
        </span>
        <span class="muted small no-print">
          　印刷は、ブラウザーの印刷から行えます（A4に合わせてあります）。
        </span>
      </p>
      {report.empty ? (
        <Empty title="この期間には、まだ何も記録されていません。">
          <p>期間を広げて、もう一度お試しください。</p>
        </Empty>
      ) : (
        <>
          <Part report={report} id="daily">
            <figure class="chart">
              <LineChart
                id="chart-daily"
                title={`窓口ごとの件数、${periodText(period)}`}
                series={seriesOf(tables.daily).filter(({ name }) => name !== '窓口の計')}
              />
            </figure>
          </Part>
          <Part report={report} id="background">
            <Bars table={tables.background} groups={questionBars(tables.background)} />
          </Part>
          <Part report={report} id="reasons">
            <Bars table={tables.reasons} groups={rankingBars(tables.reasons)} />
          </Part>
          <Part report={report} id="first-answer" />
          <Part report={report} id="survey">
            <Bars table={tables.survey} groups={rowBars(tables.survey)} />
          </Part>
          {report.comments ? <Comments comments={report.comments} /> : null}
          <Part report={report} id="topics">
            <Bars table={tables.topics} groups={rankingBars(tables.topics)} />
          </Part>
          <Part report={report} id="routes">
            <Bars table={tables.routes} groups={rankingBars(tables.routes)} />
          </Part>
          <Part report={report} id="unanswered">
            {staff.role === 'counselor' ? null : (
              <p class="no-print">
                <a href="/console/editors/questions">質問を読んで、記事を書き始める</a>
              </p>
            )}
          </Part>
        </>
      )}
    </div>
  );
}

function Part({ report, id, children }: { report: Report; id: TableId; children?: unknown }) {
  const table = report.tables[id];
  return (
    <Panel title={table.title} id={id}>
      {children as never}
      <TableView
        table={table}
        csvHref={addressOf(`/console/reports/${id}.csv`, report.period, report.masked)}
      />
    </Panel>
  );
}

function Bars({ table, groups }: { table: ReportTable; groups: ReturnType<typeof rankingBars> }) {
  return (
    <figure class="chart">
      <BarChart
        id={`chart-${table.id}`}
        title={table.title}
        groups={groups}
        decimalBelow={table.decimalBelow ?? 0}
      />
    </figure>
  );
}

function Comments({ comments }: { comments: readonly Comment[] }) {
  return (
    <Panel title="アンケートのひとこと" id="comments">
      {comments.length === 0 ? (
        <Empty title="この期間のひとことはありません。" />
      ) : (
        <ul class="list">
          {comments.map(({ caseId, text, atMs }) => (
            <li class="report-comment">
              <p class="report-words">{text}</p>
              <p class="small muted">
                <Moment ms={atMs} />　
                <a class="no-print" href={`/console/cases/${encodeURIComponent(caseId)}`}>
                  相談を開く
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
