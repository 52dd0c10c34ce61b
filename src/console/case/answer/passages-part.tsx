/** 「記事で答える」: the handbook searched as one types, a passage looked at, and sent with its words unchanged. */
import { type Passage, plainText } from '../../../knowledge/passage.ts';
import { Button, TextField } from '../../kit/forms.tsx';
import { Empty, Notice } from '../../kit/parts.tsx';
import { PassageText } from '../passage-text.tsx';
import { casePath } from '../paths.ts';
import type { CaseState } from '../view.ts';
import { SendCard } from './send-card.tsx';

export type PassageSearch =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly query: string; readonly passages: readonly Passage[] }
  | {
      readonly kind: 'chosen';
      readonly passage: Passage;
      readonly messageId: string;
      readonly changed: boolean;
    }
  | { readonly kind: 'sent'; readonly title: string };

export function PassagesPart({ state, search }: { state: CaseState; search: PassageSearch }) {
  const path = casePath(state.case.id, 'passages');
  return (
    <details class="panel case-tool" open={search.kind !== 'none'}>
      <summary>記事で答える</summary>
      <form
        method="post"
        action={path}
        class="form"
        hx-post={path}
        hx-trigger="submit, input delay:300ms"
        hx-target="#passages-found"
        hx-sync="this:replace"
      >
        <TextField
          name="q"
          type="search"
          label="手引きの記事をさがす"
          hint="言葉を入れると、近い記事が下に出ます。"
          value={search.kind === 'found' ? search.query : ''}
          autocomplete="off"
        />
        <Button>さがす</Button>
      </form>
      <div id="passages-found" class="results" aria-live="polite">
        <PassagesFound state={state} search={search} />
      </div>
    </details>
  );
}

export function PassagesFound({ state, search }: { state: CaseState; search: PassageSearch }) {
  switch (search.kind) {
    case 'none':
      return null;
    case 'found':
      if (search.passages.length === 0) {
        return <Empty title="近い記事が見つかりません。">ほかの言葉でさがしてみてください。</Empty>;
      }
      return (
        <ul class="list">
          {search.passages.map((passage) => (
            <li>
              <Choice state={state} passage={passage} />
            </li>
          ))}
        </ul>
      );
    case 'chosen':
      return (
        <SendCard state={state} name="passage" value={search.passage.id} target="#passages-found" {...search}>
          <h3>{search.passage.title}</h3>
          <PassageText passage={search.passage} />
        </SendCard>
      );
    case 'sent':
      return <Notice tone="green" title={`「${search.title}」を受け付けました。まもなく送ります。`} />;
    default:
      return search satisfies never;
  }
}

function Choice({ state, passage }: { state: CaseState; passage: Passage }) {
  const path = casePath(state.case.id, 'passages/preview');
  return (
    <form method="post" action={path} hx-post={path} hx-target="#passages-found">
      <Button name="passage" value={passage.id} attributes={{ class: 'result' }}>
        <b>{passage.title}</b>
        <span class="small muted">{plainText(passage.body).slice(0, 60)}…</span>
      </Button>
    </form>
  );
}
