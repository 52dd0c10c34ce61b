import type { WebhookOutcome } from '../webhook-post.ts';
import type { WebhookEvent } from './events.ts';

/** One webhook body that was posted, and how it went. */
export interface Delivery extends WebhookOutcome {
  number: number;
  at: number;
  events: WebhookEvent[];
  isRedelivery: boolean;
}

const KEPT = 500;

/** The last 500 bodies, and every event by its id for redelivery. */
export function createDeliveryLog() {
  const deliveries: Delivery[] = [];
  const events = new Map<string, WebhookEvent>();
  let count = 0;
  let lastEventId: string | undefined;
  return {
    remember(posted: readonly WebhookEvent[]): void {
      for (const event of posted) {
        events.set(event.webhookEventId, event);
        lastEventId = event.webhookEventId;
      }
    },
    /** The event with this id; the last one without an id. */
    event(id: string | undefined): WebhookEvent | undefined {
      const wanted = id ?? lastEventId;
      return wanted === undefined ? undefined : events.get(wanted);
    },
    add(delivery: Omit<Delivery, 'number'>): Delivery {
      count += 1;
      const numbered = { number: count, ...delivery };
      deliveries.push(numbered);
      if (deliveries.length > KEPT) deliveries.shift();
      return numbered;
    },
    all: (): readonly Delivery[] => deliveries,
  };
}
