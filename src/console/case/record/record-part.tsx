/** The record of a case: categories and outcome, all optional; the same fields stand where a case is ended. */
import { type CaseRecord, RECORD_QUESTIONS, type RecordQuestion } from '../../../store/record-questions.ts';
import { Button, ChoiceGroup } from '../../kit/forms.tsx';
import { casePath } from '../paths.ts';

/** Radio buttons cannot be taken back: this one takes the answer away. */
const LEFT_OPEN = { id: '', label: '書かない' };

export function RecordFields({ record }: { record: CaseRecord }) {
  return (
    <>
      {RECORD_QUESTIONS.map((question: RecordQuestion) => {
        const chosen = record[question.id as keyof CaseRecord] ?? [];
        return (
          <ChoiceGroup
            name={question.id}
            label={question.label}
            several={question.several}
            choices={question.several ? question.answers : [...question.answers, LEFT_OPEN]}
            chosen={question.several || chosen.length > 0 ? chosen : ['']}
            {...(question.several ? { hint: 'いくつでも選べます。' } : {})}
          />
        );
      })}
    </>
  );
}

export function RecordPart({
  caseId,
  record,
  saved,
}: {
  caseId: string;
  record: CaseRecord;
  saved?: boolean;
}) {
  const path = casePath(caseId, 'record');
  return (
    <section class="panel" id="record" aria-label="相談の記録">
      <h2>相談の記録</h2>
      <RecordSummary record={record} />
      <p role="status" class="small">
        {saved ? '記録しました。' : ''}
      </p>
      <details class="more">
        <summary>記録を書く・直す</summary>
        <form method="post" action={path} class="form" hx-post={path} hx-target="#record" hx-swap="outerHTML">
          <p class="muted small">すべて、書かなくてもかまいません。終えたあとでも直せます。</p>
          <RecordFields record={record} />
          <Button>記録する</Button>
        </form>
      </details>
    </section>
  );
}

function RecordSummary({ record }: { record: CaseRecord }) {
  const answered = RECORD_QUESTIONS.filter((question) => (record[question.id] ?? []).length > 0);
  if (answered.length === 0) return <p class="muted">まだ何も記録されていません。</p>;
  return (
    <dl class="facts">
      {answered.map((question: RecordQuestion) => (
        <>
          <dt>{question.label}</dt>
          <dd>
            {(record[question.id as keyof CaseRecord] ?? [])
              .map((id) => question.answers.find((answer) => answer.id === id)?.label ?? id)
              .join('、')}
          </dd>
        </>
      ))}
    </dl>
  );
}
