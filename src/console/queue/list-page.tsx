/** Cases page by page: one's ended ones, those with a day to be looked at again, those behind a report's figure. */
import type { ListedCase } from '../../store/queue.ts';
import { REASON_WORDS, reasonOf, STATUS_WORDS } from '../kit/case-words.ts';
import { LinkButton } from '../kit/forms.tsx';
import { Badge, Moment, spanText, Table } from '../kit/parts.tsx';

export function CaseTable({
  caption,
  rows,
  today,
}: {
  readonly caption: string;
  readonly rows: readonly ListedCase[];
  readonly today: string;
}) {
  return (
    <Table caption={caption} head={['届いた時刻', '理由', '状態', '担当', '最初のお答えまで', '見直す日']}>
      {rows.map((one) => {
        const reason = REASON_WORDS[reasonOf(one.urgency)];
        const status = STATUS_WORDS[one.status];
        return (
          <tr>
            <td>
              <a href={`/console/cases/${one.id}`}>
                <Moment ms={one.openedAtMs} />
              </a>
            </td>
            <td>
              <Badge tone={reason.tone}>{reason.label}</Badge>
            </td>
            <td>
              <Badge tone={status.tone}>{status.label}</Badge>
            </td>
            <td>{one.claimedBy === null ? '―' : (one.holder ?? '名前のないスタッフ')}</td>
            <td>{firstAnswer(one)}</td>
            <td>{followUp(one.followUpOn, today)}</td>
          </tr>
        );
      })}
    </Table>
  );
}

function firstAnswer(one: ListedCase): string {
  if (one.firstAnsweredAtMs === null) return 'まだ';
  const span = spanText(one.firstAnsweredAtMs - one.openedAtMs);
  return one.answeredInTime === false ? `${span}（目安をすぎました）` : span;
}

function followUp(day: string | null, today: string) {
  if (day === null) return '―';
  if (day > today) return day;
  return <Badge tone="amber">{day === today ? 'きょう' : `${day}（すぎています）`}</Badge>;
}

/** The way to the next page; `first` leads back to the newest where one is further down. */
export function Pager({ next, first }: { next: string | null; first: string | null }) {
  if (next === null && first === null) return null;
  return (
    <nav class="pager" aria-label="ページ">
      {first === null ? null : <LinkButton href={first}>はじめに戻る</LinkButton>}
      {next === null ? null : <LinkButton href={next}>つづきを見る</LinkButton>}
    </nav>
  );
}
