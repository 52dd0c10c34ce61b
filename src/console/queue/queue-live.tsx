/** The part of the queue that is drawn again every few seconds: notes to oneself, tabs with counts, the open cases. */
import { COUNTED_ENDED } from '../../store/queue.ts';
import { REASON_WORDS, STATUS_WORDS } from '../kit/case-words.ts';
import { Badge, Empty, Moment, Panel, spanText, Table } from '../kit/parts.tsx';
import { type Choice, choiceHref, VIEW_LABELS, VIEWS, type View } from './choice.ts';
import type { MentionRow, QueueRow, QueueView } from './queue-view.ts';

/** `base` is the address of the page itself, so that a poll draws the same links. */
export function QueueLive({ queue, choice }: { queue: QueueView; choice: Choice }) {
  const { rows, counts, mentions, service, nowMs } = queue;
  const total = totalOf(choice, counts);
  return (
    <div class="stack" data-now-ms={String(nowMs)}>
      <Mentions mentions={mentions} />
      <Tabs choice={choice} queue={queue} />
      <p class="muted">{service}</p>
      {rows.length === 0 ? (
        <NothingOpen choice={choice} queue={queue} />
      ) : (
        <Table
          caption={`${VIEW_LABELS[choice.view]}：急ぐものから、待っている時間の長い順`}
          head={['理由と時間', '患者さんの最後のメッセージ', '状態']}
        >
          {rows.map((row) => (
            <Row row={row} nowMs={nowMs} />
          ))}
        </Table>
      )}
      {choice.reason === null && total > rows.length ? (
        <p class="muted">ほかに{total - rows.length}件あります。急ぐものから表示しています。</p>
      ) : null}
    </div>
  );
}

function totalOf({ view }: Choice, { waiting, claimed, mine }: QueueView['counts']): number {
  return view === 'mine' ? mine : view === 'waiting' ? waiting : waiting + claimed;
}

function Mentions({ mentions }: { mentions: readonly MentionRow[] }) {
  if (mentions.length === 0) return null;
  return (
    <Panel title="あなたへのメモ" id="mentions">
      <ul class="list">
        {mentions.map((mention) => (
          <li>
            <a
              class="list-link"
              id={`mention-${mention.noteId}`}
              href={`/console/cases/${mention.caseId}#notes`}
            >
              {mention.author}さんから：{mention.text} <Moment ms={mention.atMs} />
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The ways to look at the queue, each with its count. */
export function Tabs({ choice, queue }: { choice: Choice; queue: Pick<QueueView, 'counts'> }) {
  const { waiting, claimed, mine, due, ended } = queue.counts;
  const words: Readonly<Record<View, string>> = {
    all: String(waiting + claimed),
    mine: String(mine),
    waiting: String(waiting),
    'follow-up': String(due),
    ended: ended >= COUNTED_ENDED ? `${COUNTED_ENDED}以上` : String(ended),
  };
  return (
    <nav class="tabs" aria-label="相談の絞りこみ">
      <ul>
        {VIEWS.map((view) => (
          <li>
            <a
              id={`tab-${view}`}
              href={choiceHref('/console', { view, reason: choice.reason, after: null })}
              {...(view === choice.view ? { 'aria-current': 'page' } : {})}
            >
              {VIEW_LABELS[view]}{' '}
              <span class="count">
                {words[view]}
                <span class="visually-hidden">件{view === 'follow-up' ? '（きょうまで）' : ''}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Row({ row, nowMs }: { row: QueueRow; nowMs: number }) {
  const { one, reason, red, mine } = row;
  const waits = one.status === 'waiting';
  const look = [red && waits ? 'row-red' : '', mine ? 'row-mine' : ''].filter(Boolean).join(' ');
  return (
    <tr class={look} id={`case-${one.id}`} data-case={one.id}>
      <td>
        <div class="stack-tight">
          <Badge tone={REASON_WORDS[reason].tone}>{REASON_WORDS[reason].label}</Badge>
          {row.rule ? <span class="small">{row.rule}</span> : null}
          <Clocks row={row} nowMs={nowMs} />
        </div>
      </td>
      <td>
        <a class="case-open" id={`open-${one.id}`} href={`/console/cases/${one.id}`}>
          {row.unread ? (
            <>
              <span class="dot" />
              <span class="visually-hidden">まだ読んでいません。</span>
            </>
          ) : null}
          {row.excerpt}
        </a>
        {one.lastAtMs === null ? null : (
          <p class="small muted">
            <Moment ms={one.lastAtMs} />
          </p>
        )}
      </td>
      <td>
        <div class="stack-tight">
          <Status row={row} nowMs={nowMs} />
        </div>
      </td>
    </tr>
  );
}

function Clocks({ row, nowMs }: { row: QueueRow; nowMs: number }) {
  const { clock, one } = row;
  return (
    <>
      {clock ? (
        <span
          class={`clock clock-${clock.tone}`}
          {...(clock.untilMs === null ? {} : { 'data-until-ms': String(clock.untilMs) })}
        >
          {clock.words}
        </span>
      ) : null}
      <span class="small muted">
        届いてから<span data-since-ms={String(one.openedAtMs)}>{spanText(nowMs - one.openedAtMs)}</span>
      </span>
    </>
  );
}

function Status({ row, nowMs }: { row: QueueRow; nowMs: number }) {
  const { one, mine } = row;
  const { label, tone } = STATUS_WORDS[one.status];
  return (
    <>
      <Badge tone={tone}>{label}</Badge>
      {one.status === 'claimed' ? (
        <span>{mine ? '自分' : `${one.holder ?? '名前のないスタッフ'}さん`}</span>
      ) : null}
      {row.silentSinceMs === null ? null : (
        <span class={row.silent ? 'clock clock-late' : 'small'}>
          返事がなく
          <span data-since-ms={String(row.silentSinceMs)}>{spanText(nowMs - row.silentSinceMs)}</span>
        </span>
      )}
      {row.followUp && one.followUpOn ? (
        <Badge tone={row.followUp === 'due' ? 'amber' : 'grey'}>
          {row.followUp === 'due' ? '見直す日です：' : '見直す日：'}
          {Number(one.followUpOn.slice(5, 7))}月{Number(one.followUpOn.slice(8))}日
        </Badge>
      ) : null}
      {one.blockedAtMs === null ? null : <Badge tone="grey">ブロックされています</Badge>}
    </>
  );
}

function NothingOpen({ choice, queue }: { choice: Choice; queue: QueueView }) {
  const { counts } = queue;
  if (choice.reason !== null) {
    return (
      <Empty title={`「${REASON_WORDS[choice.reason].label}」の相談は、いまありません。`}>
        <a href={choiceHref('/console', { ...choice, reason: null })}>ほかの理由の相談も見る</a>
      </Empty>
    );
  }
  const sinceMs =
    choice.view === 'waiting' && counts.claimed > 0
      ? counts.lastClaimAtMs
      : later(counts.lastClaimAtMs, counts.lastEndAtMs);
  const title =
    choice.view === 'mine' ? '担当している相談は、いまありません。' : 'いま待っている相談はありません。';
  return (
    <Empty title={title}>
      {sinceMs === null || choice.view === 'mine' ? null : (
        <p>
          <Moment ms={sinceMs} />
          から、お待ちの方はいません。
        </p>
      )}
      <p>新しい相談が届くと、この画面にすぐ出ます。開いたままで大丈夫です。</p>
    </Empty>
  );
}

function later(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}
