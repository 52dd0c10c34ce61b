import { signBody } from './ids.ts';

/** How a webhook call went, in the words of LINE's webhook statistics. */
export interface WebhookOutcome {
  /** null when no answer came. */
  status: number | null;
  reason: 'OK' | 'COULD_NOT_CONNECT' | 'REQUEST_TIMEOUT' | 'ERROR_STATUS_CODE';
  detail: string;
  ms: number;
}

/** Posts a body to a webhook as LINE does, and says how it went; it never throws. */
export type PostWebhook = (url: string, body: string) => Promise<WebhookOutcome>;

export interface PostWebhookOptions {
  channelSecret: string;
  /** LINE gives a webhook 2 seconds; a test may give it less. */
  timeoutMs?: number;
  fetch?: (request: Request) => Promise<Response> | Response;
  /** A clock for durations that also runs where `now` stands still. */
  clock?: () => number;
}

/** The signed POST that LINE makes: HMAC-SHA256 of the raw body, redirects not followed, 2 seconds. */
export function createPostWebhook(options: PostWebhookOptions): PostWebhook {
  const { channelSecret, timeoutMs = 2000, clock = () => performance.now() } = options;
  const send = options.fetch ?? ((request: Request) => fetch(request));

  return async (url, body) => {
    const startedAt = clock();
    const outcome = (
      status: number | null,
      reason: WebhookOutcome['reason'],
      detail: string,
    ): WebhookOutcome => ({
      status,
      reason,
      detail,
      ms: Math.round(clock() - startedAt),
    });
    const aborter = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), timeoutMs);
    });
    try {
      const request = new Request(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'LineBotWebhook/2.0',
          'x-line-signature': signBody(body, channelSecret),
        },
        body,
        redirect: 'manual',
        signal: aborter.signal,
      });
      const answer = await Promise.race([send(request), late]);
      if (answer === 'late') {
        // The caller has given up; what the bot does with the event goes on, as with LINE.
        aborter.abort();
        return outcome(null, 'REQUEST_TIMEOUT', `no answer within ${timeoutMs} ms`);
      }
      await answer.body?.cancel();
      if (answer.status === 200) return outcome(200, 'OK', '200');
      return outcome(answer.status, 'ERROR_STATUS_CODE', String(answer.status));
    } catch (error) {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      return outcome(null, 'COULD_NOT_CONNECT', `${cause}: is the webhook running at ${url}?`);
    } finally {
      clearTimeout(timer);
    }
  };
}
