/** Notes among counselors, and the day on which somebody looks at the case again. */
import type { Colleague } from '../../../store/case-view.ts';
import { Button, ChoiceGroup, TextArea, TextField } from '../../kit/forms.tsx';
import { Moment } from '../../kit/parts.tsx';
import { casePath } from '../paths.ts';
import type { NoteText } from './read-notes.ts';

export const LONGEST_NOTE = 2_000;

export type NoteDraft = {
  readonly text: string;
  readonly chosen: readonly string[];
  readonly error: string | null;
};
export const EMPTY_NOTE: NoteDraft = { text: '', chosen: [], error: null };

type Props = {
  readonly caseId: string;
  readonly notes: readonly NoteText[];
  readonly colleagues: readonly Colleague[];
  readonly draft: NoteDraft;
};

export function NotesPart({ caseId, notes, colleagues, draft }: Props) {
  const path = casePath(caseId, 'notes');
  return (
    <section class="panel" id="notes" aria-label="相談員どうしのメモ">
      <h2>相談員どうしのメモ</h2>
      <p class="muted small">患者さんには見えません。「@名前」と書くと、その人の一覧に知らせが出ます。</p>
      {notes.length === 0 ? (
        <p class="muted">メモはまだありません。</p>
      ) : (
        <ul class="list">
          {notes.map((note) => (
            <li class="case-note">
              <p class="small muted">
                {note.by} <Moment ms={note.atMs} />
              </p>
              <p class="case-note-text">{note.text}</p>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={path} class="form" hx-post={path} hx-target="#notes" hx-swap="outerHTML">
        <TextArea
          name="note"
          label="メモを書く"
          rows={3}
          maxlength={LONGEST_NOTE}
          value={draft.text}
          error={draft.error ?? undefined}
        />
        {colleagues.length === 0 ? null : (
          <details class="more" open={draft.chosen.length > 0}>
            <summary>知らせる人を選ぶ</summary>
            <ChoiceGroup
              name="mention"
              label="知らせる人"
              several
              choices={colleagues.map(({ id, name }) => ({ id, label: `@${name}` }))}
              chosen={draft.chosen}
            />
          </details>
        )}
        <Button>メモを残す</Button>
      </form>
    </section>
  );
}

type FollowUpProps = {
  readonly caseId: string;
  readonly on: string | null;
  readonly saved?: boolean;
  readonly error?: string;
};

export function FollowUpPart({ caseId, on, saved, error }: FollowUpProps) {
  const path = casePath(caseId, 'follow-up');
  return (
    <section class="panel" id="follow-up" aria-label="次に見る日">
      <h2>次に見る日</h2>
      <form
        method="post"
        action={path}
        class="form"
        hx-post={path}
        hx-target="#follow-up"
        hx-swap="outerHTML"
      >
        <TextField
          name="followUp"
          type="date"
          label="この相談をもう一度見る日"
          hint="消すと、予定がなくなります。"
          value={on ?? ''}
          error={error}
        />
        <Button>決める</Button>
        <p role="status" class="small">
          {saved ? (on === null ? '予定をなくしました。' : '日を決めました。') : ''}
        </p>
      </form>
    </section>
  );
}
