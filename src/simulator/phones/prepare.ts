import { randomToken, ulid } from '../ids.ts';
import type { World } from '../stand-in/world.ts';
import { type ChatEntry, findMessage, type Phone } from './chat.ts';
import type { EventDetail, EventFrame, IncomingMessageContent, WebhookEvent } from './events.ts';

/** A file that a patient sends. */
export interface MediaFile {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** For a file. */
  fileName?: string;
  /** For audio and video. */
  durationMs?: number;
}

export interface LocationPin {
  title?: string;
  address?: string;
  latitude: number;
  longitude: number;
}

type WithoutIds<Content> = Content extends unknown
  ? Omit<Content, 'id' | 'markAsReadToken' | 'quoteToken'>
  : never;

/**
 * Makes the events of what patients do and writes them into their chats, without posting them:
 * `phones.post([...])` sends any number, of several patients, in one body.
 */
export function createPreparer(
  world: World,
  mode: () => 'active' | 'standby',
  phoneOf: (userId: string) => Phone,
) {
  const frame = (userId: string): EventFrame => ({
    webhookEventId: ulid(world.now(), world.random),
    timestamp: world.now(),
    mode: mode(),
    source: { type: 'user', userId },
    deliveryContext: { isRedelivery: false },
  });

  // A standby channel must not answer, and gets no reply token for messages and postbacks.
  const replyToken = (userId: string) =>
    mode() === 'standby' ? {} : { replyToken: world.issueReplyToken(userId) };

  const complete = (userId: string, detail: EventDetail): WebhookEvent => ({ ...frame(userId), ...detail });

  function reachable(userId: string): Phone {
    const phone = phoneOf(userId);
    if (phone.blocked)
      throw new Error(`${phone.displayName} has blocked the account: call follow('${userId}') first`);
    return phone;
  }

  function message(
    userId: string,
    content: WithoutIds<IncomingMessageContent>,
    file?: MediaFile,
  ): WebhookEvent {
    const phone = reachable(userId);
    const id = world.nextMessageId();
    if (file) world.keepContent(id, { bytes: file.bytes, contentType: file.contentType });
    // Audio, files and locations cannot be quoted, the others carry a quote token (webhook.yml).
    const quotable = !['audio', 'file', 'location'].includes(content.type);
    const whole = {
      ...content,
      id,
      ...(quotable ? { quoteToken: randomToken(world.random, 24) } : {}),
      markAsReadToken: world.issueReadToken(userId, id),
    } as IncomingMessageContent;
    const event = complete(userId, { type: 'message', ...replyToken(userId), message: whole });
    phone.entries.push({
      kind: 'message',
      id,
      at: world.now(),
      from: 'patient',
      message: whole,
      webhookEventId: event.webhookEventId,
      read: false,
      unsent: false,
    });
    return event;
  }

  const note = (what: 'followed' | 'unfollowed'): ChatEntry => ({
    kind: 'note',
    id: `note-${world.nextMessageId()}`,
    at: world.now(),
    note: what,
  });

  return {
    text(userId: string, text: string, quotedMessageId?: string): WebhookEvent {
      return message(userId, {
        type: 'text',
        text,
        ...(quotedMessageId === undefined ? {} : { quotedMessageId }),
      });
    },
    sticker(userId: string, packageId: string, stickerId: string, keywords: string[] = []): WebhookEvent {
      return message(userId, {
        type: 'sticker',
        packageId,
        stickerId,
        stickerResourceType: 'STATIC',
        keywords,
      });
    },
    location(userId: string, pin: LocationPin): WebhookEvent {
      return message(userId, { type: 'location', ...pin });
    },
    media(userId: string, kind: 'image' | 'video' | 'audio' | 'file', file: MediaFile): WebhookEvent {
      const duration = file.durationMs ?? 1000;
      const contentProvider = { type: 'line' } as const;
      if (kind === 'file') {
        const fileName = file.fileName ?? 'file.bin';
        return message(userId, { type: kind, fileName, fileSize: file.bytes.length }, file);
      }
      if (kind === 'image') return message(userId, { type: kind, contentProvider }, file);
      return message(userId, { type: kind, contentProvider, duration }, file);
    },
    /** `displayText` shows in the chat as if written, but reaches the bot only as the postback's data. */
    postback(
      userId: string,
      data: string,
      params?: Record<string, string>,
      displayText?: string,
    ): WebhookEvent {
      const phone = reachable(userId);
      const postback = { data, ...(params ? { params } : {}) };
      const event = complete(userId, { type: 'postback', ...replyToken(userId), postback });
      if (displayText) {
        phone.entries.push({
          kind: 'message',
          id: world.nextMessageId(),
          at: world.now(),
          from: 'patient',
          message: { type: 'text', text: displayText },
          webhookEventId: event.webhookEventId,
          read: false,
          unsent: false,
        });
      }
      return event;
    },
    follow(userId: string): WebhookEvent {
      const phone = phoneOf(userId);
      const isUnblocked = phone.wasBlocked;
      phone.blocked = false;
      world.setFriend({ userId, displayName: phone.displayName, blocked: false });
      phone.entries.push(note('followed'));
      return complete(userId, {
        type: 'follow',
        replyToken: world.issueReplyToken(userId),
        follow: { isUnblocked },
      });
    },
    unfollow(userId: string): WebhookEvent {
      const phone = reachable(userId);
      phone.blocked = true;
      phone.wasBlocked = true;
      phone.loadingUntilMs = undefined;
      world.setFriend({ userId, displayName: phone.displayName, blocked: true });
      phone.entries.push(note('unfollowed'));
      return complete(userId, { type: 'unfollow' });
    },
    unsend(userId: string, messageId: string): WebhookEvent {
      const entry = findMessage(reachable(userId), messageId);
      if (entry?.from !== 'patient')
        throw new Error(`${messageId} is no message of this patient: nothing to unsend`);
      entry.unsent = true;
      entry.message = { type: 'unsent' };
      world.forgetContent(messageId);
      return complete(userId, { type: 'unsend', unsend: { messageId } });
    },
  };
}
