import { randomHex } from './ids.ts';
import { createListeners } from './listeners.ts';
import type { MessagingApiStandIn } from './messaging-api.ts';
import { type ChatEntry, findMessage, markReadUpTo, type Phone } from './phones/chat.ts';
import { createDeliveryLog, type Delivery } from './phones/deliveries.ts';
import { replyTokenOf, type WebhookEvent } from './phones/events.ts';
import { createPreparer, type LocationPin, type MediaFile } from './phones/prepare.ts';
import { createPostWebhook } from './webhook-post.ts';

export interface PhonesOptions {
  standIn: MessagingApiStandIn;
  channelSecret: string;
  webhookUrl: string;
  /** How long the webhook may take; LINE gives 2 seconds. */
  timeoutMs?: number;
  /** Reaches the webhook; the global `fetch` when left out. An app's `fetch` runs it in process. */
  fetch?: (request: Request) => Promise<Response> | Response;
}

/** What changed on the patients' side. */
export type PhonesEvent = { type: 'phone'; phone: Phone } | { type: 'delivery'; delivery: Delivery };

/**
 * The patients' phones: what they do goes out as real, signed webhooks; what the bot sends arrives in
 * their chats. Each action posts one body and resolves with how the webhook answered.
 *
 * @example
 * const patient = phones.add('佐藤');
 * await phones.say(patient.userId, '抗がん剤で髪は抜けますか');
 * phones.received(patient.userId); // the message objects that the bot sent
 */
export function createPhones(options: PhonesOptions) {
  const { standIn, channelSecret, webhookUrl, timeoutMs = 2000 } = options;
  const { world, bot } = standIn;
  const phones = new Map<string, Phone>();
  const log = createDeliveryLog();
  const listeners = createListeners<PhonesEvent>();
  const postWebhook = createPostWebhook({
    channelSecret,
    timeoutMs,
    ...(options.fetch ? { fetch: options.fetch } : {}),
  });
  let mode: 'active' | 'standby' = 'active';

  function get(userId: string): Phone {
    const phone = phones.get(userId);
    if (!phone)
      throw new Error(`no phone with userId ${userId}: add the patient with phones.add(name) first`);
    return phone;
  }
  const changed = (phone: Phone) => listeners.tell({ type: 'phone', phone });
  const prepare = createPreparer(world, () => mode, get);

  world.on((event) => {
    if (event.type === 'delivered') {
      const phone = phones.get(event.userId);
      if (!phone) return;
      phone.loadingUntilMs = undefined;
      for (const { id, quoteToken, message } of event.messages) {
        const entry: ChatEntry = {
          kind: 'message',
          id,
          at: event.at,
          from: 'bot',
          message,
          via: event.via,
          read: true,
          unsent: false,
        };
        phone.entries.push(quoteToken === undefined ? entry : { ...entry, quoteToken });
      }
      changed(phone);
    } else if (event.type === 'loading') {
      const phone = phones.get(event.userId);
      if (!phone) return;
      phone.loadingUntilMs = event.untilMs;
      changed(phone);
    } else if (event.type === 'read') {
      const phone = phones.get(event.userId);
      if (!phone) return;
      markReadUpTo(phone, event.messageId);
      changed(phone);
    }
  });

  /** Posts events, of one or several patients, in one body. */
  async function post(events: WebhookEvent[]): Promise<Delivery> {
    log.remember(events);
    for (const phone of new Set(events.map((event) => get(event.source.userId)))) changed(phone);
    const at = world.now();
    const body = JSON.stringify({ destination: bot.userId, events });
    const outcome = await postWebhook(webhookUrl, body);
    const isRedelivery = events.some((event) => event.deliveryContext.isRedelivery);
    const delivery = log.add({ at, events, isRedelivery, ...outcome });
    if (outcome.reason === 'OK' && bot.markAsReadMode === 'auto') {
      for (const event of events) {
        const phone = get(event.source.userId);
        const entry = phone.entries.find(
          (each) => each.kind === 'message' && each.webhookEventId === event.webhookEventId,
        );
        if (!entry) continue;
        markReadUpTo(phone, entry.id);
        changed(phone);
      }
    }
    listeners.tell({ type: 'delivery', delivery });
    return delivery;
  }

  return {
    /** A new patient who is a friend of the account already; `follow` posts the event of becoming one. */
    add(displayName: string): Phone {
      const userId = `U${randomHex(world.random, 32)}`;
      const phone: Phone = {
        userId,
        displayName,
        blocked: false,
        wasBlocked: false,
        loadingUntilMs: undefined,
        entries: [],
      };
      phones.set(userId, phone);
      world.setFriend({ userId, displayName, blocked: false });
      changed(phone);
      return phone;
    },
    get,
    list: (): Phone[] => [...phones.values()],

    /** Makes events without posting them; hand them to `post`. */
    prepare,
    post,

    say: (userId: string, text: string) => post([prepare.text(userId, text)]),
    sendSticker: (userId: string, packageId: string, stickerId: string, keywords?: string[]) =>
      post([prepare.sticker(userId, packageId, stickerId, keywords)]),
    sendLocation: (userId: string, pin: LocationPin) => post([prepare.location(userId, pin)]),
    sendMedia: (userId: string, kind: 'image' | 'video' | 'audio' | 'file', file: MediaFile) =>
      post([prepare.media(userId, kind, file)]),
    postback: (userId: string, data: string, params?: Record<string, string>, displayText?: string) =>
      post([prepare.postback(userId, data, params, displayText)]),
    follow: (userId: string) => post([prepare.follow(userId)]),
    /** The patient blocks the account. */
    unfollow: (userId: string) => post([prepare.unfollow(userId)]),
    unsend: (userId: string, messageId: string) => post([prepare.unsend(userId, messageId)]),

    /** Sends an event again as LINE does: the same id, time and token, `isRedelivery` true; the last one without an id. */
    redeliver(webhookEventId?: string): Promise<Delivery> {
      const event = log.event(webhookEventId);
      if (!event) throw new Error('there is no such event to send again: post one first');
      const token = replyTokenOf(event);
      if (token !== undefined) world.renewReplyToken(token);
      return post([{ ...event, deliveryContext: { isRedelivery: true } }]);
    },

    /** Whether events from now on are for a bot that must answer (`active`) or must not (`standby`). */
    setMode(next: 'active' | 'standby'): void {
      mode = next;
    },

    /** Every webhook body that was posted (the last 500), oldest first. */
    deliveries: log.all,

    /** The bot's message objects in a chat, oldest first. */
    received(userId: string): unknown[] {
      return get(userId).entries.flatMap((entry) =>
        entry.kind === 'message' && entry.from === 'bot' ? [entry.message] : [],
      );
    },
    message: (userId: string, messageId: string) => findMessage(get(userId), messageId),

    /** Hears every change of a chat and every webhook's outcome; returns the way to stop. */
    on: listeners.on,
  };
}

export type Phones = ReturnType<typeof createPhones>;
