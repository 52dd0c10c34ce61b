import { type Random, randomToken } from '../ids.ts';
import { createListeners } from '../listeners.ts';
import type { ApiCall } from './calls.ts';
import type { RichMenu } from './rich-menu-store.ts';

/** LINE says "within a minute"; a minute is what it keeps to here. */
const REPLY_TOKEN_LIFE_MS = 60_000;

/** A person who has a chat with the account. */
export interface Friend {
  userId: string;
  displayName: string;
  blocked: boolean;
}

/** A message that LINE took from the bot. */
export interface SentMessage {
  id: string;
  quoteToken?: string;
  message: unknown;
}

/** What happens inside LINE and is seen on a phone or in the testers' panel. */
export type WorldEvent =
  | { type: 'delivered'; userId: string; via: 'reply' | 'push'; at: number; messages: SentMessage[] }
  | { type: 'loading'; userId: string; untilMs: number }
  | { type: 'read'; userId: string; messageId: string }
  | { type: 'call'; call: ApiCall }
  | { type: 'richMenu'; menu: RichMenu | null };

interface ReplyToken {
  userId: string;
  expiresAtMs: number;
  used: boolean;
}

/** The bytes of an image, video, audio or file that a patient sent. */
export interface Content {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
}

/** What LINE knows: friends, live tokens, files. The phones write it, the Messaging API reads it. */
export function createWorld({ now, random }: { now: () => number; random: Random }) {
  const friends = new Map<string, Friend>();
  const replyTokens = new Map<string, ReplyToken>();
  const readTokens = new Map<string, { userId: string; messageId: string }>();
  const contents = new Map<string, Content>();
  const listeners = createListeners<WorldEvent>();
  // Message ids are decimal numbers of 18 digits that grow, as text: they do not fit a double.
  let lastMessageId = 560_000_000_000_000_000n + BigInt(Math.floor(random() * 1e9));

  return {
    now,
    random,
    on: listeners.on,
    tell: listeners.tell,

    setFriend(friend: Friend): void {
      friends.set(friend.userId, friend);
    },
    friend(userId: string): Friend | undefined {
      return friends.get(userId);
    },

    nextMessageId(): string {
      lastMessageId += 1n + BigInt(Math.floor(random() * 1000));
      return String(lastMessageId);
    },

    issueReplyToken(userId: string): string {
      const token = randomToken(random, 32);
      replyTokens.set(token, { userId, expiresAtMs: now() + REPLY_TOKEN_LIFE_MS, used: false });
      return token;
    },
    /** A redelivered event carries its first token, good for another minute unless it was used. */
    renewReplyToken(token: string): void {
      const known = replyTokens.get(token);
      if (known) known.expiresAtMs = now() + REPLY_TOKEN_LIFE_MS;
    },
    /** The user whom a token answers, once; undefined when it is unknown, used or a minute old. */
    spendReplyToken(token: string): string | undefined {
      const known = replyTokens.get(token);
      if (!known || known.used || now() >= known.expiresAtMs) return undefined;
      known.used = true;
      return known.userId;
    },

    issueReadToken(userId: string, messageId: string): string {
      const token = randomToken(random, 40);
      readTokens.set(token, { userId, messageId });
      return token;
    },
    readToken(token: string): { userId: string; messageId: string } | undefined {
      return readTokens.get(token);
    },

    keepContent(messageId: string, content: Content): void {
      contents.set(messageId, content);
    },
    content(messageId: string): Content | undefined {
      return contents.get(messageId);
    },
    /** After an unsend the file can no longer be had. */
    forgetContent(messageId: string): void {
      contents.delete(messageId);
    },
  };
}

export type World = ReturnType<typeof createWorld>;
