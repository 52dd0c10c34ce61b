/** Where the counselor who has the case writes; others read who has it, and lose nothing that they typed. */
import type { Handbook } from '../../../knowledge/handbook.ts';
import type { SpokenKey } from '../../../store/case-view/spoken.ts';
import { Button, TextArea } from '../../kit/forms.tsx';
import { Notice } from '../../kit/parts.tsx';
import { ChangedNotice, whoHasIt } from '../acts/changed.tsx';
import { livePath } from '../conversation/conversation.tsx';
import { casePath, keyText } from '../paths.ts';
import type { CaseState } from '../view.ts';
import { type Draft, LONGEST_ANSWER } from './draft.ts';

type Props = {
  readonly state: CaseState;
  readonly draft: Draft;
  readonly cannedReplies: Handbook['cannedReplies'];
  /** Where the open page's live part begins. */
  readonly from: SpokenKey;
  /** Whether it stands in for a form that was just used: the caret goes back into it, the conversation is asked for. */
  readonly again?: boolean;
};

export function AnswerPart(props: Props) {
  const { state, draft, from, again } = props;
  return (
    <section class="panel" id="answer" aria-label="返事">
      <h2>返事</h2>
      <DraftNotice state={state} draft={draft} />
      {state.mine ? <AnswerForm {...props} /> : <NotMine state={state} draft={draft} />}
      {again ? (
        // The newest message comes into view: the answer just written is it.
        <div
          hx-get={livePath(state, { from })}
          hx-trigger="load"
          hx-target="#live"
          hx-swap="innerMorph scroll:bottom scrollTarget:#talk"
        />
      ) : null}
    </section>
  );
}

function NotMine({ state, draft }: { state: CaseState; draft: Draft }) {
  return (
    <>
      <p>
        {whoHasIt(state)}
        {state.case.status === 'waiting' ? '返事をするには、先に「担当になる」を押してください。' : ''}
      </p>
      {draft.text === '' ? null : (
        <TextArea
          name="text"
          label="送られなかった文（写して使えます）"
          value={draft.text}
          attributes={{ readonly: 'readonly' }}
        />
      )}
    </>
  );
}

function AnswerForm({ state, draft, cannedReplies, from, again }: Props) {
  const path = casePath(state.case.id, 'answers');
  return (
    <form
      method="post"
      action={path}
      id="answer-form"
      class="form form-wide"
      autocomplete="off"
      hx-post={path}
      hx-target="#answer"
      hx-swap="outerHTML"
    >
      <AnswerVersion state={state} />
      <input type="hidden" name="messageId" value={draft.messageId} />
      <input type="hidden" name="from" value={keyText(from)} />
      <TextArea
        name="text"
        label="患者さんへの返事"
        hint="送ったあと5秒間は取り消せます。"
        rows={5}
        maxlength={LONGEST_ANSWER}
        value={draft.text}
        error={draft.error}
        attributes={again ? { autofocus: 'autofocus' } : {}}
      />
      <div class="actions">
        <Button kind="primary">送る</Button>
      </div>
      <CannedChoices state={state} cannedReplies={cannedReplies} />
    </form>
  );
}

/** `fresh`: put in place of the one on the page, so that the form acts on what is shown now. */
export function AnswerVersion({ state, fresh }: { state: CaseState; fresh?: boolean }) {
  return (
    <input
      type="hidden"
      id="answer-version"
      name="version"
      value={String(state.case.version)}
      {...(fresh ? { 'hx-swap-oob': 'true' } : {})}
    />
  );
}

function CannedChoices({ state, cannedReplies }: Pick<Props, 'state' | 'cannedReplies'>) {
  const path = casePath(state.case.id, 'canned');
  return (
    <details class="more">
      <summary>定型文を入れる</summary>
      <div class="stack-tight">
        <p class="muted small">選ぶと、上の入力欄に入ります。送る前に直せます。</p>
        {cannedReplies.map((group) => (
          <div class="stack-tight">
            <h3>{group.title}</h3>
            <div class="row">
              {group.replies.map((reply) => (
                <Button
                  name="canned"
                  value={reply.id}
                  attributes={{
                    class: 'button button-plain button-small',
                    formaction: path,
                    'hx-post': path,
                    'hx-target': '#answer',
                    'hx-swap': 'outerHTML',
                  }}
                >
                  {reply.title}
                </Button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </details>
  );
}

function DraftNotice({ state, draft }: { state: CaseState; draft: Draft }) {
  switch (draft.notice) {
    case undefined:
      return null;
    case 'sent':
      return <Notice tone="green" title="返事を受け付けました。まもなく送ります。" />;
    case 'changed':
      return <ChangedNotice state={state} />;
    case 'undone':
      return <Notice tone="blue" title="取り消しました。患者さんには届いていません。" />;
    case 'too_late':
      return <Notice tone="amber" title="もう送ったあとで、取り消せませんでした。" />;
    case 'retried':
      return <Notice tone="green" title="もう一度送っています。" />;
    case 'not_retried':
      return <Notice tone="amber" title="この返事は、もう送り直されています。" />;
    default:
      return draft.notice satisfies never;
  }
}
