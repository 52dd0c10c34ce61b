/** A card looked at before it is sent: what the patient will get, and the button. */
import type { Child } from 'hono/jsx';
import { Button } from '../../kit/forms.tsx';
import { Version } from '../acts/acts-part.tsx';
import { ChangedNotice } from '../acts/changed.tsx';
import { casePath } from '../paths.ts';
import type { CaseState } from '../view.ts';

type Props = {
  readonly state: CaseState;
  readonly name: 'passage' | 'centres';
  readonly value: string;
  readonly messageId: string;
  readonly changed: boolean;
  /** Where the answer to the button stands. */
  readonly target: string;
  readonly children: Child;
};

export function SendCard({ state, name, value, messageId, changed, target, children }: Props) {
  const path = casePath(state.case.id, 'answers');
  return (
    <div class="stack-tight">
      {changed ? <ChangedNotice state={state} /> : null}
      <div class="case-card stack-tight">{children}</div>
      {state.mine ? (
        <form method="post" action={path} hx-post={path} hx-target={target}>
          <Version state={state} />
          <input type="hidden" name="messageId" value={messageId} />
          <input type="hidden" name={name} value={value} />
          <Button kind="primary">このまま送る</Button>
        </form>
      ) : (
        <p class="muted">送れるのは、担当の相談員だけです。</p>
      )}
    </div>
  );
}
