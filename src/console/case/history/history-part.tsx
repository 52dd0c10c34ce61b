/** What was done with the case, and the patient's other cases. */
import type { AuditAction } from '../../../store/audit.ts';
import type { Colleague, HistoryRow, OtherCase } from '../../../store/case-view.ts';
import { REASON_WORDS, reasonOf, STATUS_WORDS } from '../../kit/case-words.ts';
import { Moment, Panel } from '../../kit/parts.tsx';
import { casePath } from '../paths.ts';

/** What can be done with a case; the audit knows more. */
const ACTION_WORDS: Partial<Record<AuditAction, string>> = {
  case_seen: '相談を開きました',
  case_claimed: '担当になりました',
  case_taken_over: '担当を引き受けました',
  case_released: '一覧に戻しました',
  case_returned: '返事が止まっていたので、一覧に戻りました',
  case_transferred: 'ほかの相談員に引き継ぎました',
  case_resolved: '相談を終えました',
  media_seen: '写真やファイルを見ました',
  message_written: '返事を書きました',
  message_undone: '返事を取り消しました',
  message_retried: '返事をもう一度送りました',
  note_added: 'メモを残しました',
  follow_up_set: '次に見る日を決めました',
  record_changed: '記録を直しました',
};

export function HistoryPart({
  rows,
  colleagues,
}: {
  rows: readonly HistoryRow[];
  colleagues: readonly Colleague[];
}) {
  return (
    <Panel title="この相談の経過" id="history">
      {rows.length === 0 ? (
        <p class="muted">まだ何も行われていません。</p>
      ) : (
        <details class="more">
          <summary>新しいものから{rows.length}件</summary>
          <ol class="list">
            {rows.map((row) => (
              <li class="small">
                <Moment ms={row.atMs} /> {row.staffName ?? '自動'}：{historyWords(row, colleagues)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </Panel>
  );
}

export function historyWords(
  { action, detail }: Pick<HistoryRow, 'action' | 'detail'>,
  colleagues: readonly Colleague[],
): string {
  const words = ACTION_WORDS[action as AuditAction] ?? 'ほかの操作をしました';
  const to = colleagues.find(({ id }) => id === detail?.to)?.name;
  const on = typeof detail?.on === 'string' ? detail.on : null;
  if (action === 'case_transferred' && to !== undefined) return `${words}（${to}さん）`;
  if (action === 'follow_up_set') return on === null ? '次に見る日をなくしました' : `${words}（${on}）`;
  return words;
}

export function OtherCasesPart({ cases }: { cases: readonly OtherCase[] }) {
  if (cases.length === 0) return null;
  return (
    <Panel title="同じ患者さんのほかの相談" id="other-cases">
      <ul class="list">
        {cases.map((one) => (
          <li>
            <a class="list-link" href={casePath(one.id)}>
              {REASON_WORDS[reasonOf(one.urgency)].label}（{STATUS_WORDS[one.status].label}）
            </a>{' '}
            <span class="small muted">
              <Moment ms={one.openedAtMs} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
