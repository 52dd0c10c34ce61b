/** Search in one's own cases. The words are posted: they may be a patient's, and no address may hold them. */
import { SEARCHED_CASES } from '../../store/case-search.ts';
import type { SignedIn } from '../env.ts';
import { REASON_WORDS, reasonOf } from '../kit/case-words.ts';
import { Button, TextField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Badge, Empty, Moment } from '../kit/parts.tsx';
import { type Hit, type SearchResult, SHOWN_HITS } from './search.ts';

const BY = { patient: '患者さん', counselor: '相談員', note: 'メモ' } as const;

export function SearchForm({ words, error }: { words: string; error?: string }) {
  return (
    <form class="filters" method="post" action="/console/search">
      <TextField
        name="words"
        type="search"
        label="自分の相談をことばで探す"
        value={words}
        autocomplete="off"
        error={error}
        required
      />
      <Button>探す</Button>
    </form>
  );
}

export function SearchPage({
  staff,
  words,
  result,
  error,
}: {
  readonly staff: SignedIn;
  readonly words: string;
  readonly result: SearchResult | null;
  readonly error?: string;
}) {
  return (
    <Page title="自分の相談を探す" at="queue" staff={staff}>
      <div class="stack">
        <p class="breadcrumb">
          <a href="/console">← 相談の一覧</a>
        </p>
        <p class="lead">
          担当した相談（新しいほうから{SEARCHED_CASES}件まで）の、患者さんと相談員のことば、メモを探します。
          自動のお答えは探しません。全角と半角、大文字と小文字は区別しません。
        </p>
        <SearchForm words={words} {...(error ? { error } : {})} />
        {result ? <Result result={result} /> : null}
      </div>
    </Page>
  );
}

function Result({ result }: { result: SearchResult }) {
  const { hits, total, cases, more } = result;
  const looked = `${cases}件の相談を探しました。${more ? 'それより前の相談は探していません。' : ''}`;
  if (hits.length === 0) {
    return (
      <Empty title="見つかりませんでした。">
        <p>{looked} ことばを短くするか、ほかの書きかた（ひらがな・漢字）でも試してください。</p>
      </Empty>
    );
  }
  return (
    <section class="stack-tight" aria-label="見つかったところ">
      <p role="status">
        {total}か所で見つかりました。{looked}
        {total > SHOWN_HITS ? `新しいほうから${SHOWN_HITS}か所を表示しています。` : ''}
      </p>
      <ul class="list">
        {hits.map((hit) => (
          <HitLine hit={hit} />
        ))}
      </ul>
    </section>
  );
}

function HitLine({ hit }: { hit: Hit }) {
  const reason = REASON_WORDS[reasonOf(hit.urgency)];
  return (
    <li class="hit">
      <a class="list-link" href={`/console/cases/${hit.caseId}`}>
        <span class="small muted">
          <Badge tone={reason.tone}>{reason.label}</Badge> {BY[hit.by]} <Moment ms={hit.atMs} />
        </span>
        <span class="hit-line">
          {hit.found.before}
          <mark>{hit.found.hit}</mark>
          {hit.found.after}
        </span>
      </a>
    </li>
  );
}
