/** The list of cases behind a report's figure. */
import type { Survey } from '../../knowledge/survey.ts';
import type { CasePage } from '../../store/case-list.ts';
import type { SignedIn } from '../env.ts';
import { Button, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Empty } from '../kit/parts.tsx';
import { type Behind, behindHref, behindWords } from './behind.ts';
import { cursorText } from './choice.ts';
import { CaseTable, Pager } from './list-page.tsx';

export function CasesPage({
  staff,
  behind,
  page,
  survey,
  today,
  further,
}: {
  readonly staff: SignedIn;
  readonly behind: Behind;
  readonly page: CasePage<number>;
  readonly survey: Survey;
  readonly today: string;
  /** Whether this is not the first page. */
  readonly further: boolean;
}) {
  const words = behindWords(behind, (question, step) => surveyWords(survey, question, step));
  return (
    <Page title="条件に合う相談" at="queue" staff={staff}>
      <div class="stack">
        <p class="breadcrumb">
          <a href="/console">← 相談の一覧</a>
          {'　'}
          <a href="/console/reports">← 集計</a>
        </p>
        <p class="lead">{words.join('、')}</p>
        <form class="filters" method="get" action="/console/cases">
          {Object.entries(behind).map(([name, value]) =>
            value === null || name === 'from' || name === 'to' ? null : (
              <input type="hidden" name={name} value={String(value)} />
            ),
          )}
          <TextField name="from" type="date" label="はじめの日" value={behind.from} required />
          <TextField name="to" type="date" label="おわりの日" value={behind.to} required />
          <Button>この期間を見る</Button>
        </form>
        {page.rows.length === 0 ? (
          <Empty title="この条件に合う相談はありません。">
            <p>期間を広げると、見つかることがあります。</p>
          </Empty>
        ) : (
          <CaseTable caption="新しい順" rows={page.rows} today={today} />
        )}
        <Pager
          next={page.next === null ? null : behindHref(behind, cursorText(page.next))}
          first={further ? behindHref(behind, null) : null}
        />
      </div>
    </Page>
  );
}

/** A link that no report made: nothing is guessed, and a way out is shown. */
export function UnknownCasesPage({ staff, month }: { staff: SignedIn; month: { from: string; to: string } }) {
  return (
    <Page title="条件に合う相談" at="queue" staff={staff}>
      <Empty title="このアドレスの条件は、読みとれませんでした。">
        <p>集計のページから、もう一度開いてください。</p>
        <p>
          <a href="/console/reports">集計へ</a>
          {'　'}
          <a href={`/console/cases?from=${month.from}&to=${month.to}`}>今月の相談を見る</a>
        </p>
      </Empty>
    </Page>
  );
}

function surveyWords(survey: Survey, questionId: string, step: number): string {
  const question = survey.questions.find(({ id }) => id === questionId);
  const label = question?.steps.find((one) => one.step === step)?.report;
  return `利用後の声「${question?.report ?? questionId}」が「${label ?? step}」`;
}
