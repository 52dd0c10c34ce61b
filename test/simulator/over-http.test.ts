import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createSimulator,
  LINE_API_PATH,
  LINE_DATA_PATH,
  type Simulator,
} from '../../src/simulator/simulator.ts';

describe('the simulator behind a real socket', () => {
  let server: ServerType;
  let simulator: Simulator;
  let base: string;

  beforeEach(async () => {
    const app = new Hono();
    app.post('/webhook', (c) => c.text('ok'));
    await new Promise<void>((resolve) => {
      server = serve(
        { fetch: (request, env) => app.fetch(request, env), port: 0, hostname: '127.0.0.1' },
        () => resolve(),
      );
    });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    simulator = createSimulator({
      channelSecret: 's',
      channelAccessToken: 'token',
      webhookUrl: `${base}/webhook`,
    });
    app.route('/', simulator.app);
  });
  afterEach(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });

  const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
  const push = (to: string, init: RequestInit = {}) =>
    fetch(`${base}${LINE_API_PATH}/v2/bot/message/push`, {
      method: 'POST',
      headers: { ...headers, 'x-line-retry-key': '123e4567-e89b-12d3-a456-426614174000' },
      body: JSON.stringify({ to, messages: [{ type: 'text', text: 'お知らせ' }] }),
      ...init,
    });

  test('a connection that breaks after acceptance: fetch fails, the message is there, the retry is 409', async () => {
    const { userId } = simulator.phones.add('佐藤');
    simulator.standIn.failNext({ method: 'push', kind: 'reset', afterAcceptance: true });
    await expect(push(userId)).rejects.toThrow();
    expect(simulator.phones.received(userId)).toHaveLength(1);
    expect((await push(userId)).status).toBe(409);
  });

  test('an answer that does not come ends when the caller gives up', async () => {
    const { userId } = simulator.phones.add('佐藤');
    simulator.standIn.failNext({ method: 'push', kind: 'timeout' });
    await expect(push(userId, { signal: AbortSignal.timeout(60) })).rejects.toThrow();
    expect(simulator.phones.received(userId)).toEqual([]);
    expect((await push(userId)).status).toBe(200);
  });

  test('the webhook is reached by HTTP, and a dead one is told', async () => {
    const { userId } = simulator.phones.add('佐藤');
    expect(await simulator.phones.say(userId, '質問')).toMatchObject({ status: 200, reason: 'OK' });
    const lonely = createSimulator({
      channelSecret: 's',
      channelAccessToken: 't',
      webhookUrl: 'http://127.0.0.1:9/webhook',
    });
    expect(await lonely.phones.say(lonely.phones.add('鈴木').userId, '質問')).toMatchObject({
      reason: 'COULD_NOT_CONNECT',
    });
  });

  test('a patient’s picture comes from the data host', async () => {
    const { userId } = simulator.phones.add('佐藤');
    await simulator.phones.sendMedia(userId, 'image', {
      bytes: new Uint8Array([1, 2]),
      contentType: 'image/png',
    });
    const [entry] = simulator.phones.get(userId).entries;
    const response = await fetch(`${base}${LINE_DATA_PATH}/v2/bot/message/${entry?.id}/content`, { headers });
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2]);
  });

  test('the page’s files are served with a strict policy, and nothing else of the disk is', async () => {
    const page = await fetch(`${base}/simulator`);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const name of ['..%2fsimulator.ts', 'nothing.js', '%2e%2e%2f%2e%2e%2fpackage.json']) {
      expect((await fetch(`${base}/simulator/page/${name}`)).status).toBe(404);
    }
  });

  test('the page’s actions take JSON alone, so that no other site can send them', async () => {
    const { userId } = simulator.phones.add('佐藤');
    const body = JSON.stringify({ text: '質問' });
    const plain = await fetch(`${base}/simulator/api/patients/${userId}/text`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body,
    });
    expect(plain.status).toBe(415);
    const json = await fetch(`${base}/simulator/api/patients/${userId}/text`, {
      method: 'POST',
      headers,
      body,
    });
    expect(json.status).toBe(200);
    const unknown = await fetch(`${base}/simulator/api/patients/U0/text`, { method: 'POST', headers, body });
    expect(await unknown.json()).toEqual({
      message: 'no phone with userId U0: add the patient with phones.add(name) first',
    });
  });
});
