/** Below a message to the patient: whether it has arrived, and what can be done about it. */
import { Button } from '../../kit/forms.tsx';
import { casePath } from '../paths.ts';
import { Clock } from './clock.tsx';
import type { Delivery } from './delivery.ts';

type Props = {
  readonly delivery: Delivery;
  readonly caseId: string;
  readonly messageId: string;
  /** Whether the person at the screen wrote it: only they can take it back. */
  readonly own: boolean;
};

export function DeliveryPart({ delivery, caseId, messageId, own }: Props) {
  switch (delivery.kind) {
    case 'held':
      return (
        <div class="delivery" data-ends>
          <span>
            送信まで
            <span data-until-ms={String(delivery.untilMs)} data-unit="seconds">
              {delivery.secondsLeft}
            </span>
            秒
          </span>
          {own ? <MessageButton path={casePath(caseId, 'undo')} id={messageId} label="取り消す" /> : null}
        </div>
      );
    case 'sending':
      return (
        <div class="delivery">
          <span>送信中です{delivery.again === null ? '' : `。もう一度試しています：${delivery.again}`}</span>
        </div>
      );
    case 'sent':
      return (
        <div class="delivery">
          <span>
            送信済み
            {delivery.way === null
              ? ''
              : delivery.way === 'reply'
                ? '（返信・無料）'
                : '（プッシュ・有料1通）'}{' '}
            {delivery.atMs === null ? null : <Clock ms={delivery.atMs} />}
          </span>
        </div>
      );
    case 'failed':
      return (
        <div class="delivery">
          <span class="delivery-failed">送れませんでした。{delivery.why}</span>
          <MessageButton path={casePath(caseId, 'retry')} id={messageId} label="もう一度送る" />
        </div>
      );
    case 'undone':
      return (
        <div class="delivery">
          <span>取り消しました。患者さんには届いていません。</span>
        </div>
      );
    default:
      return delivery satisfies never;
  }
}

/** Its answer is the answer form: a message that was taken back stands there again, with what was typed since. */
function MessageButton({ path, id, label }: { path: string; id: string; label: string }) {
  return (
    <form
      method="post"
      action={path}
      hx-post={path}
      hx-target="#answer"
      hx-swap="outerHTML"
      hx-include="#answer-form"
    >
      <input type="hidden" name="message" value={id} />
      <Button attributes={{ class: 'button button-plain button-small', id: `do-${id}` }}>{label}</Button>
    </form>
  );
}
