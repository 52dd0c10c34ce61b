/** 「記事の見直し」: every passage by the day of its next review. */
import type { Handbook } from '../../knowledge/handbook.ts';
import type { Passage } from '../../knowledge/passage.ts';
import type { SignedIn } from '../env.ts';
import { Button, SelectField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Badge, Empty, Table } from '../kit/parts.tsx';
import { oldestSource, REVIEW_STATES, reviewState } from './review-state.ts';
import { EditorsTabs } from './tabs.tsx';

const STATES = [...REVIEW_STATES, { id: 'unreviewed', label: '医療者がまだ確かめていない' }] as const;

/** What to show; an unknown or empty value means all. */
export type PassageFilter = { readonly state: string; readonly topic: string };

type PassagesPageProps = {
  readonly staff: SignedIn;
  readonly handbook: Handbook;
  readonly filter: PassageFilter;
  readonly today: string;
};

export function PassagesPage({ staff, handbook, filter, today }: PassagesPageProps) {
  const { passages, topics } = handbook;
  const shown = passages
    .filter((passage) => fits(passage, filter, handbook, today))
    .sort((a, b) => compare(a.nextReview, b.nextReview) || compare(a.id, b.id));
  const numberOf = (state: string) =>
    passages.filter((passage) => fits(passage, { state, topic: '' }, handbook, today)).length;
  return (
    <Page title="記事の見直し" at="editors" staff={staff}>
      <EditorsTabs at="passages" />
      <form class="filters" method="get" action="/console/editors/passages">
        <SelectField
          name="state"
          label="見直し"
          none={`すべて（${passages.length}）`}
          choices={STATES.map(({ id, label }) => ({ id, label: `${label}（${numberOf(id)}）` }))}
          chosen={filter.state}
        />
        <SelectField
          name="topic"
          label="話題"
          none="すべての話題"
          choices={topics.map(({ id, title }) => ({ id, label: title }))}
          chosen={filter.topic}
        />
        <Button>絞り込む</Button>
      </form>
      {shown.length === 0 ? (
        <Empty title="当てはまる記事がありません">
          <p>
            <a href="/console/editors/passages">すべての記事を見る</a>
          </p>
        </Empty>
      ) : (
        <PassageTable passages={shown} handbook={handbook} today={today} />
      )}
    </Page>
  );
}

function PassageTable({
  passages,
  handbook,
  today,
}: {
  readonly passages: readonly Passage[];
  readonly handbook: Handbook;
  readonly today: string;
}) {
  const topicOf = (id: string) => handbook.topics.find((topic) => topic.id === id)?.title ?? id;
  const head = ['次の見直し', '題名', '話題', '書いた日', '医療者の確認', 'いちばん古い出典'];
  return (
    <Table caption={`次の見直しの早い順に${passages.length}件`} head={head}>
      {passages.map((passage) => (
        <tr>
          <td class="nowrap">
            {passage.nextReview} <StateBadge passage={passage} today={today} />
          </td>
          <th scope="row">
            <a href={`/console/editors/passages/${passage.id}`}>{passage.title}</a>
          </th>
          <td>{topicOf(passage.topic)}</td>
          <td class="nowrap">{passage.writtenOn}</td>
          <td>{passage.reviewed ? `${passage.reviewed.on}（${passage.reviewed.by}）` : 'まだ'}</td>
          <td class="nowrap">{oldestSource(passage)}</td>
        </tr>
      ))}
    </Table>
  );
}

/** The state in a word; one that is far off needs none. */
export function StateBadge({ passage, today }: { passage: Passage; today: string }) {
  const state = reviewState(passage, today);
  if (state === 'later') return null;
  return state === 'overdue' ? <Badge tone="red">過ぎた</Badge> : <Badge tone="amber">近い</Badge>;
}

function fits(passage: Passage, { state, topic }: PassageFilter, { topics }: Handbook, today: string) {
  if (topics.some((t) => t.id === topic) && passage.topic !== topic) return false;
  if (state === 'unreviewed') return passage.reviewed === null;
  return !REVIEW_STATES.some(({ id }) => id === state) || reviewState(passage, today) === state;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
