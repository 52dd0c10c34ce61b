/** The audit's page: filters, entries, the way further back and to a file. */
import { AUDIT_ACTIONS } from '../../store/audit.ts';
import { AUDIT_EXPORT, type AuditCursor, type AuditRow } from '../../store/audit-log.ts';
import type { SignedIn } from '../env.ts';
import { Button, LinkButton, SelectField, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Empty, Table } from '../kit/parts.tsx';
import { type AuditQuery, auditHref } from './audit-query.ts';
import { ACTION_WORDS, actionWords, actorWords, factsText, timeText } from './audit-words.ts';

export function AuditPage({
  staff,
  asked,
  rows,
  next,
  further,
  names,
}: {
  readonly staff: SignedIn;
  readonly asked: AuditQuery;
  readonly rows: readonly AuditRow[];
  readonly next: AuditCursor | null;
  /** Whether this is not the first page. */
  readonly further: boolean;
  readonly names: ReadonlyMap<string, string>;
}) {
  return (
    <Page title="操作の記録" at="audit" staff={staff}>
      <div class="stack">
        <p class="lead">
          だれが、いつ、何を見て、答えて、変えて、書き出したか。記録は足されるだけで、だれにも直したり消したりできません。
        </p>
        <Filters asked={asked} names={names} />
        {rows.length === 0 ? (
          <NothingFound filtered={Object.values(asked).some((value) => value !== null)} />
        ) : (
          <Table caption="新しい順" head={['時刻', '人', 'したこと', '相談', 'くわしく']}>
            {rows.map((row) => (
              <tr>
                <td class="nowrap">
                  <time datetime={new Date(row.atMs).toISOString()}>
                    {Object.values(timeText(row.atMs)).join(' ')}
                  </time>
                </td>
                <td>{actorWords(row.staffId, names)}</td>
                <td>{actionWords(row.action)}</td>
                <td>
                  {row.caseId === null ? (
                    '―'
                  ) : (
                    <a href={`/console/cases/${row.caseId}`}>相談 {row.caseId.slice(-6)}</a>
                  )}
                </td>
                <td class="small">{factsText(row.detail, names)}</td>
              </tr>
            ))}
          </Table>
        )}
        <nav class="pager" aria-label="ページと書き出し">
          {further ? (
            <LinkButton href={auditHref('/console/audit', asked, null)}>はじめに戻る</LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={auditHref('/console/audit', asked, next)}>前の記録を見る</LinkButton>
          ) : null}
          {rows.length === 0 ? null : (
            <LinkButton href={auditHref('/console/audit.csv', asked, null)} kind="quiet">
              この条件でファイル（CSV）に書き出す
            </LinkButton>
          )}
        </nav>
        <p class="hint">
          ファイルには新しいほうから{AUDIT_EXPORT.toLocaleString('ja-JP')}
          件まで入ります。それより多いときは、日で分けて書き出してください。
        </p>
      </div>
    </Page>
  );
}

function NothingFound({ filtered }: { filtered: boolean }) {
  if (!filtered) return <Empty title="記録はまだありません。" />;
  return (
    <Empty title="この条件に合う記録はありません。">
      <p>
        <a href="/console/audit">絞りこみを外す</a>
      </p>
    </Empty>
  );
}

function Filters({ asked, names }: { asked: AuditQuery; names: ReadonlyMap<string, string> }) {
  return (
    <form class="filters" method="get" action="/console/audit">
      <SelectField
        name="staff"
        label="人"
        none="全員"
        chosen={asked.staff ?? undefined}
        choices={[...names].map(([id, label]) => ({ id, label }))}
      />
      <SelectField
        name="action"
        label="したこと"
        none="すべて"
        chosen={asked.action ?? undefined}
        choices={AUDIT_ACTIONS.map((id) => ({ id, label: ACTION_WORDS[id] }))}
      />
      <TextField name="day" type="date" label="日" value={asked.day ?? ''} />
      <TextField name="case" label="相談の番号" value={asked.case ?? ''} autocomplete="off" />
      <Button>絞りこむ</Button>
      <LinkButton href="/console/audit" kind="quiet">
        外す
      </LinkButton>
    </form>
  );
}
