/** Pictures, films, sounds and files that a patient sent: LINE keeps them for a while, we keep none. */

/** `gone`: LINE keeps it no more; `preparing`: a film that LINE is still working on. */
export type FetchedContent =
  | { readonly kind: 'content'; readonly type: string; readonly body: ReadableStream<Uint8Array> }
  | { readonly kind: 'gone' }
  | { readonly kind: 'preparing' }
  | { readonly kind: 'failed'; readonly status: number | null };

export interface LineContent {
  /** The content of the message with LINE's id `lineMessageId`. Never throws. */
  fetch(lineMessageId: string): Promise<FetchedContent>;
}

const CALL_TIMEOUT_MS = 10_000;

/** Reads contents from LINE's data API at `dataApiBase` (GET /v2/bot/message/{id}/content). */
export function createLineContent(settings: {
  readonly channelAccessToken: string;
  readonly dataApiBase: string;
}): LineContent {
  return {
    async fetch(lineMessageId) {
      const url = `${settings.dataApiBase}/v2/bot/message/${encodeURIComponent(lineMessageId)}/content`;
      try {
        const response = await fetch(url, {
          headers: { authorization: `Bearer ${settings.channelAccessToken}` },
          signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
        });
        if (response.status === 202) return { kind: 'preparing' };
        if (response.status === 404 || response.status === 410) return { kind: 'gone' };
        if (!response.ok || response.body === null) return { kind: 'failed', status: response.status };
        const type = response.headers.get('content-type') ?? 'application/octet-stream';
        return { kind: 'content', type, body: response.body };
      } catch {
        return { kind: 'failed', status: null };
      }
    },
  };
}
