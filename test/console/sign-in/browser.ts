/** Somebody at a browser that keeps its cookies, who was invited and has a phone with an authenticator app. */
import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { StaffRole } from '../../../src/store/schema.ts';
import { inviteAnew, newInvitationToken } from '../../../src/store/staff/invitations.ts';
import { addPerson } from '../../../src/store/staff.ts';
import { type Fields, ORIGIN, type TestConsole } from '../console-app.ts';

export const PASSWORD = 'みかん と 自転車 と 夕立ち';

export type Browser = {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, fields?: Fields, headers?: Record<string, string>) => Promise<Response>;
  /** What it would send as `cookie`. */
  readonly cookie: () => string;
  /** The Set-Cookie lines that came last. */
  readonly setLines: () => string[];
};

export function openBrowser(console: TestConsole, origin = ORIGIN): Browser {
  const jar = new Map<string, string>();
  let lines: string[] = [];
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (response: Response) => {
    lines = response.headers.getSetCookie();
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (/max-age=0/i.test(line) || value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    cookie,
    setLines: () => lines,
    get: async (path) =>
      keep(await console.app.request(`${origin}${path}`, { headers: { cookie: cookie() } })),
    post: async (path, fields = {}, headers = {}) =>
      keep(
        await console.app.request(`${origin}${path}`, {
          method: 'POST',
          body: new URLSearchParams(fields as Record<string, string>).toString(),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            origin,
            cookie: cookie(),
            ...headers,
          },
        }),
      ),
  };
}

/** Adds a person; gives the path of their one-time link. */
export async function invite(
  { db, parts }: TestConsole,
  email: string,
  role: StaffRole = 'counselor',
): Promise<{ id: string; link: string }> {
  const id = randomUUID();
  const token = newInvitationToken();
  await db.batch([
    addPerson(db, { id, email, name: '相談 花子', role }, parts.now()),
    ...(await inviteAnew(db, id, token, parts.now())),
  ]);
  return { id, link: `/console/invitation/${token}` };
}

/** The app on a phone: its six digits `ms` from now. */
export function authenticator(secret: string) {
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  return (ms = Date.now()) => app.generate({ timestamp: ms });
}

/** The letters for typing, from the page that sets the second factor up. */
export function secretOn(html: string): string {
  return (/<p class="copy">([A-Z2-7 ]+)<\/p>/.exec(html)?.[1] ?? '').replaceAll(' ', '');
}

/** The backup codes on a page. */
export function codesOn(html: string): string[] {
  return [...html.matchAll(/<li class="copy">([a-z0-9-]+)<\/li>/g)].map((match) => match[1] ?? '');
}

export type Enrolled = {
  readonly id: string;
  readonly browser: Browser;
  readonly codeAt: (ms?: number) => string;
  readonly backupCodes: string[];
};

/** Goes the whole way from the invitation to the backup codes. */
export async function enrol(
  console: TestConsole,
  email: string,
  role: StaffRole = 'counselor',
): Promise<Enrolled> {
  const { id, link } = await invite(console, email, role);
  const browser = openBrowser(console);
  await browser.post(link, { newPassword: PASSWORD, again: PASSWORD });
  const codeAt = authenticator(secretOn(await (await browser.get('/console/second-factor')).text()));
  const set = await browser.post('/console/second-factor', { code: codeAt() });
  return { id, browser, codeAt, backupCodes: codesOn(await set.text()) };
}
