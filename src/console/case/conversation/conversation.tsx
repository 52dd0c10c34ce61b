/** The whole conversation, newest in view; its lower part is asked for again every few seconds. */
import { Empty, Notice } from '../../kit/parts.tsx';
import { casePath, keyText } from '../paths.ts';
import type { CaseState, Talk } from '../view.ts';
import { clockText, dayText } from './clock.tsx';
import type { Entry } from './entry.ts';
import { Message } from './message.tsx';

export function Conversation({ state, talk, whole }: { state: CaseState; talk: Talk; whole: boolean }) {
  const caseId = state.case.id;
  return (
    <div class="stack-tight">
      <h2 class="visually-hidden">やりとり</h2>
      <section class="talk-scroll" id="talk" aria-label="やりとり" tabindex={0}>
        <div class="case-talk">
          <EarlierLink caseId={caseId} talk={talk} />
          {whole ? (
            <div
              id="live"
              data-live
              hx-get={livePath(state, talk)}
              hx-trigger="every 3s"
              hx-swap="innerMorph"
            >
              <LiveTalk state={state} entries={talk.entries} livePath={livePath(state, talk)} />
            </div>
          ) : (
            <TalkList entries={talk.entries} state={state} />
          )}
        </div>
      </section>
      <div data-stale hidden>
        <Notice tone="amber" title="新しいメッセージを受け取れていません">
          <p>
            <span data-stale-since />
            から、つながっていません。通信を確かめてください。つながると、この知らせは消えます。
          </p>
        </Notice>
      </div>
      {whole ? null : (
        <p>
          <a href={casePath(caseId)}>新しいやりとりに戻る</a>
        </p>
      )}
    </div>
  );
}

/** Older messages, put above those that stand there. */
export function Earlier({ state, talk }: { state: CaseState; talk: Talk }) {
  return (
    <>
      <EarlierLink caseId={state.case.id} talk={talk} />
      <TalkList entries={talk.entries} state={state} />
    </>
  );
}

function EarlierLink({ caseId, talk }: { caseId: string; talk: Talk }) {
  if (talk.earlier === null) return null;
  const before = `before=${encodeURIComponent(keyText(talk.earlier))}`;
  return (
    <p class="talk-event">
      <a
        class="button button-plain button-small"
        href={`${casePath(caseId)}?${before}`}
        hx-get={`${casePath(caseId, 'earlier')}?${before}`}
        hx-target="closest p"
        hx-swap="outerHTML"
      >
        前のやりとり
      </a>
    </p>
  );
}

type LiveProps = { readonly state: CaseState; readonly entries: readonly Entry[]; readonly livePath: string };

/** What is asked for again; says in words when the patient has written. */
export function LiveTalk({ state, entries, livePath }: LiveProps) {
  const newest = entries.findLast((entry) => entry.from === 'patient');
  const held = entries.some((entry) => entry.from === 'counselor' && entry.delivery.kind === 'held');
  return (
    <>
      {entries.length === 0 ? <Empty title="まだやりとりはありません。" /> : null}
      <TalkList entries={entries} state={state} />
      <p class="visually-hidden" role="status" id="newest">
        {newest ? `患者さんの新しいメッセージ：${clockText(newest.atMs)}` : ''}
      </p>
      {held ? (
        // A new id each time: htmx takes it for a new element and asks once more after a second.
        <div
          id={`tick-${state.nowMs}`}
          hx-get={livePath}
          hx-trigger="load delay:1s"
          hx-target="#live"
          hx-swap="innerMorph"
        />
      ) : null}
    </>
  );
}

export function TalkList({ entries, state }: { entries: readonly Entry[]; state: CaseState }) {
  return (
    <ol class="talk">
      {entries.map((entry, i) => {
        const day = dayText(entry.atMs);
        const before = entries[i - 1];
        return (
          <>
            {before === undefined || dayText(before.atMs) !== day ? <li class="talk-day">{day}</li> : null}
            <Message entry={entry} caseId={state.case.id} meId={state.me.id} />
          </>
        );
      })}
    </ol>
  );
}

/** `was`: who had the case when the page was made, so that the live part can say that this has changed. */
export function livePath(state: CaseState, talk: Pick<Talk, 'from'>): string {
  const query = new URLSearchParams({ from: keyText(talk.from), was: standing(state) });
  return `${casePath(state.case.id, 'live')}?${query}`;
}

export function standing(state: CaseState): string {
  return `${state.case.status}.${state.case.claimedBy ?? ''}`;
}
