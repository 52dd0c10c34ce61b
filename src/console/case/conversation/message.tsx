/** One message: who, when, the words, and what stands below them. */
import { Clock } from './clock.tsx';
import { DeliveryPart } from './delivery-part.tsx';
import type { Entry } from './entry.ts';
import { SaidPart } from './said-part.tsx';
import { WhyPart } from './why-part.tsx';

export function Message({ entry, caseId, meId }: { entry: Entry; caseId: string; meId: string }) {
  switch (entry.from) {
    case 'patient':
      return (
        <li class="said said-patient" id={`m-${entry.id}`}>
          <div class="who">
            患者さん <Clock ms={entry.atMs} />
          </div>
          <SaidPart said={entry.said} caseId={caseId} messageId={entry.id} />
        </li>
      );
    case 'bot':
      return (
        <li class="said said-bot" id={`m-${entry.id}`}>
          <div class="who">
            {entry.why === null ? '自動のお知らせ' : '自動のお答え'} <Clock ms={entry.atMs} />
          </div>
          <div class="words">{entry.text ?? '（文は消されています）'}</div>
          {entry.delivery.kind === 'failed' ? (
            <div class="delivery">
              <span class="delivery-failed">届いていません。{entry.delivery.why}</span>
            </div>
          ) : null}
          {entry.why === null ? null : <WhyPart why={entry.why} caseId={caseId} />}
        </li>
      );
    case 'counselor': {
      const undone = entry.delivery.kind === 'undone';
      return (
        <li class={undone ? 'said said-counselor said-undone' : 'said said-counselor'} id={`m-${entry.id}`}>
          <div class="who">
            相談員 {entry.name} <Clock ms={entry.atMs} />
          </div>
          <div class="words">{undone ? '取り消した文' : (entry.text ?? '（文は消されています）')}</div>
          <DeliveryPart
            delivery={entry.delivery}
            caseId={caseId}
            messageId={entry.eventId}
            own={entry.staffId === meId}
          />
        </li>
      );
    }
    default:
      return entry satisfies never;
  }
}
