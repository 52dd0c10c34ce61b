/** Reads a response's body into memory once. */

/**
 * The body's bytes. With a Content-Length they are written straight into one buffer: `arrayBuffer()` would hold
 * a large file twice while it grows, which counts in an isolate of 128 MB.
 */
export async function readWhole(response: Response): Promise<ArrayBuffer> {
  if (!response.ok || !response.body) {
    throw new Error(`A compiled file is missing (${response.status}). Run "npm run build" and deploy again.`);
  }
  const length = Number(response.headers.get('content-length') ?? 0);
  if (length === 0) return response.arrayBuffer();
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes.buffer;
}
