import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstAdministratorLink } from '../../src/console/sign-in/first-administrator.ts';
import { RUNTIMES, type Service, startService } from './service.ts';

const PASSWORD = 'みかん と 自転車 と 夕立ち';

/** A browser as far as the console needs one: cookies, forms, redirects left alone. */
function browserOf(url: string) {
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, url), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie, origin: url },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  return {
    get: (path: string) => send(path),
    post: (path: string, fields: Record<string, string>) =>
      send(path, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

const field = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`)
    .exec(html)
    ?.slice(1)
    .find(Boolean) ?? '';

describe.each(RUNTIMES)('the console on %s', (runtime) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(runtime);
  });
  afterAll(() => service.close());

  it('lets the first administrator in by the one-time link, and an answer reaches the phone', async () => {
    const { userId } = service.phones.add('佐藤');
    await service.phones.postback(userId, 'consent=1');
    for (let i = 0; i < 200 && service.openCases().length === 0; i++) await sleep(20);
    const caseId = service.openCases()[0]?.id ?? '';

    const parts = { db: service.operatorDb, now: Date.now, uuid: randomUUID, origin: service.url };
    const link = (await firstAdministratorLink(parts)) ?? '';
    const browser = browserOf(service.url);
    expect((await browser.get('/console')).headers.get('location')).toBe('/console/sign-in');
    expect((await browser.get(link)).status).toBe(200);
    await browser.post(link, { newPassword: PASSWORD, again: PASSWORD });
    const setUp = await (await browser.get('/console/second-factor')).text();
    const secret = (/<p class="copy">([A-Z2-7 ]+)<\/p>/.exec(setUp)?.[1] ?? '').replaceAll(' ', '');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    expect((await browser.post('/console/second-factor', { code })).status).toBe(200);

    const queue = await (await browser.get('/console')).text();
    expect(queue).toContain(`/console/cases/${caseId}`);
    const waiting = await (await browser.get(`/console/cases/${caseId}`)).text();
    const claimed = await browser.post(`/console/cases/${caseId}/claim`, {
      version: field(waiting, 'version'),
    });
    expect(claimed.status).toBe(303);
    const page = await (await browser.get(`/console/cases/${caseId}`)).text();
    const sent = await browser.post(`/console/cases/${caseId}/answers`, {
      version: field(page, 'version'),
      messageId: field(page, 'messageId'),
      kind: 'text',
      text: 'こんにちは。相談員です。',
    });
    expect(sent.status).toBe(303);
    const words = () => service.phones.received(userId).map((m) => (m as { text?: string }).text);
    for (let i = 0; i < 300 && !words().includes('こんにちは。相談員です。'); i++) await sleep(50);
    expect(words()).toContain('こんにちは。相談員です。');
  });

  it('gives its style and scripts, and says who may use nothing without signing in', async () => {
    for (const name of ['console.css', 'console.js', 'htmx.js', 'icon.svg']) {
      const asset = await fetch(`${service.url}/console/assets/${name}`);
      expect(asset.status).toBe(200);
      expect((await asset.text()).length).toBeGreaterThan(100);
    }
    const queue = await fetch(`${service.url}/console`, { redirect: 'manual' });
    expect([queue.status, queue.headers.get('location')]).toEqual([303, '/console/sign-in']);
    expect(queue.headers.get('content-security-policy')).toContain("script-src 'self'");
  });
});
