/** The page of the queue: what stays in place while the list below is drawn again. */
import type { Child } from 'hono/jsx';
import { CASE_REASONS } from '../../conversation/decision.ts';
import type { SignedIn } from '../env.ts';
import { REASON_WORDS } from '../kit/case-words.ts';
import { Button, SelectField } from '../kit/forms.tsx';
import { Page } from '../kit/page.tsx';
import { Notice } from '../kit/parts.tsx';
import { type Choice, choiceHref } from './choice.ts';
import { SearchForm } from './search-page.tsx';

/** htmx would put an error page into the list. */
const KEEP_ON_ERROR = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' };

export function QueuePage({
  staff,
  choice,
  version,
  children,
}: {
  readonly staff: SignedIn;
  readonly choice: Choice;
  /** Null: the list is read page by page and not drawn again by itself. */
  readonly version: string | null;
  readonly children: Child;
}) {
  return (
    <Page title="相談の一覧" at="queue" staff={staff}>
      <div class="stack">
        <div class="row row-spread queue-tools">
          <ReasonFilter choice={choice} live={version !== null} />
          <SearchForm words="" />
        </div>
        {version === null ? (
          children
        ) : (
          <>
            <SoundSwitch />
            <p role="status" class="visually-hidden" data-new-cases />
            <StaleNotice />
            <div
              id="queue"
              data-live
              data-version={version}
              hx-get={choiceHref('/console/live', choice)}
              hx-trigger="every 3s"
              hx-swap="innerMorph"
              hx-config='{"timeout":8000}'
              {...KEEP_ON_ERROR}
            >
              {children}
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

/** Shown by console.js while the list cannot be drawn again. */
export function StaleNotice() {
  return (
    <div data-stale hidden>
      <Notice tone="red" title="この画面は、いまの様子ではありません。">
        <p>
          <span data-stale-since />
          から新しくなっていません。通信がつながっているか確かめて、画面を読みこみ直してください。
        </p>
      </Notice>
    </div>
  );
}

function ReasonFilter({ choice, live }: { choice: Choice; live: boolean }) {
  if (!live) return <span />;
  return (
    <form class="filters" method="get" action="/console">
      {choice.view === 'all' ? null : <input type="hidden" name="view" value={choice.view} />}
      <SelectField
        name="reason"
        label="理由"
        none="すべての理由"
        chosen={choice.reason ?? undefined}
        choices={CASE_REASONS.map((id) => ({ id, label: REASON_WORDS[id].label }))}
      />
      <Button>絞りこむ</Button>
    </form>
  );
}

/** Works with console.js alone: a browser makes no sound before somebody asked for it by a button. */
function SoundSwitch() {
  return (
    <div class="row" data-sound hidden>
      <button type="button" class="button button-plain" aria-pressed="false">
        音で知らせる
      </button>
      <span class="muted small" role="status">
        急ぐ相談が届いたとき、音で知らせます。
      </span>
    </div>
  );
}
