/** Sends to LINE: the free reply first, the push that counts against the quota only when it must. */
import { HTTPFetchError, messagingApi } from '@line/bot-sdk';
import type { LineMessage } from './render/messages.ts';

/** LINE lets a reply token be used for about a minute after the event. */
export const REPLY_TOKEN_LIFETIME_MS = 60_000;
/** A token this near its end is not tried: the request itself takes time. */
const REPLY_MARGIN_MS = 5_000;
/** LINE answers within a second; a call that hangs longer is taken as failed and tried again. */
const CALL_TIMEOUT_MS = 6_000;
const LOADING_SECONDS = 20;

export type Parcel = {
  readonly lineUserId: string;
  readonly messages: LineMessage[];
  readonly replyToken: string | null;
  readonly replyTokenExpiresAtMs: number;
  /** UUID; the same for every try of one answer. */
  readonly retryKey: string;
  /** Whether an earlier try was begun and its end is not known (the process died). */
  readonly resumed: boolean;
};

export type Sent =
  | { readonly kind: 'sent'; readonly way: 'reply' | 'push' }
  /** LINE will never take it (a message it refuses, a key that is wrong). */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Worth another try, not before `retryAfterMs`. */
  | { readonly kind: 'try-again'; readonly reason: string; readonly retryAfterMs: number };

export interface LineSender {
  /** Sends one answer whole. Never throws. */
  send(parcel: Parcel, nowMs: number): Promise<Sent>;
  /** Shows the loading animation in a one-to-one chat; a failure is of no consequence. */
  showLoading(lineUserId: string): Promise<void>;
}

export type LineApiSettings = { readonly channelAccessToken: string; readonly apiBase: string };

/** A sender over LINE's Messaging API at `apiBase`. */
export function createLineSender({ channelAccessToken, apiBase }: LineApiSettings): LineSender {
  const client = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: apiBase });
  return {
    async send(parcel, nowMs) {
      const reply = await tryReply(client, parcel, nowMs);
      if (reply !== 'no token') return reply;
      const push = await attempt(() =>
        client.pushMessage({ to: parcel.lineUserId, messages: parcel.messages }, parcel.retryKey),
      );
      // 409: an earlier try of the same push was accepted though its answer was lost.
      if (push === 'accepted' || push.status === 409) return { kind: 'sent', way: 'push' };
      return outcomeOf(push);
    },
    async showLoading(lineUserId) {
      await attempt(() =>
        client.showLoadingAnimation({ chatId: lineUserId, loadingSeconds: LOADING_SECONDS }),
      );
    },
  };
}

/**
 * Replies while the token lives. A reply has no retry key: when a try's answer was lost, a second try tells,
 * since LINE refuses a living token only after it was used.
 */
async function tryReply(
  client: messagingApi.MessagingApiClient,
  { replyToken, replyTokenExpiresAtMs, messages, resumed }: Parcel,
  nowMs: number,
): Promise<Sent | 'no token'> {
  if (replyToken === null || nowMs >= replyTokenExpiresAtMs - REPLY_MARGIN_MS) return 'no token';
  let mayHaveArrived = resumed;
  for (let tries = 0; ; tries++) {
    const reply = await attempt(() => client.replyMessage({ replyToken, messages }));
    if (reply === 'accepted') return { kind: 'sent', way: 'reply' };
    if (isSpentToken(reply)) return mayHaveArrived ? { kind: 'sent', way: 'reply' } : 'no token';
    const unknown = reply.status === null || reply.status >= 500;
    if (!unknown || tries > 0) return outcomeOf(reply);
    mayHaveArrived = true;
  }
}

/** A call that was not accepted; `status` is null when no answer came. */
type Failure = { readonly status: number | null; readonly detail: string; readonly retryAfterMs: number };

async function attempt(call: () => Promise<unknown>): Promise<'accepted' | Failure> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${CALL_TIMEOUT_MS} ms`)), CALL_TIMEOUT_MS);
  });
  try {
    await Promise.race([call(), timeout]);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof HTTPFetchError)) {
      return { status: null, detail: error instanceof Error ? error.message : 'unknown', retryAfterMs: 0 };
    }
    const retryAfter = Number(error.headers.get('retry-after') ?? 0);
    return { status: error.status, detail: messageOf(error.body), retryAfterMs: retryAfter * 1000 || 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** LINE's own words for a reply token that was used or is too old. */
function isSpentToken(failure: Failure): boolean {
  return failure.status === 400 && /invalid reply token/i.test(failure.detail);
}

function outcomeOf({ status, detail, retryAfterMs }: Failure): Sent {
  const reason = `${status ?? 'no answer'}: ${detail}`;
  const passing = status === null || status === 429 || status >= 500;
  return passing ? { kind: 'try-again', reason, retryAfterMs } : { kind: 'refused', reason };
}

function messageOf(body: string): string {
  try {
    const message = (JSON.parse(body) as { message?: unknown }).message;
    return typeof message === 'string' ? message : 'no message';
  } catch {
    return 'no message';
  }
}
