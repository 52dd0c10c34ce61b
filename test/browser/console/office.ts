/** The counselors' office beside the patients' phones: one service, one Chromium, a window for each member of staff. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { firstAdministratorLink } from '../../../src/console/sign-in/first-administrator.ts';
import type { LocalServer } from '../../../src/local-server.ts';
import { type StaffRole, staff } from '../../../src/store/schema.ts';
import { inviteAnew, newInvitationToken } from '../../../src/store/staff/invitations.ts';
import { screenshotFile } from '../chromium.ts';
import { type PhoneInHand, pickUpPhone } from '../phone.ts';
import { enrol, type Keys } from './enrol.ts';

export type Screen = { readonly width: number; readonly height: number };
export const DESKTOP: Screen = { width: 1280, height: 800 };

/** A member of staff at their own browser window. */
export type Desk = {
  readonly page: Page;
  readonly name: string;
  /** By which they sign in. */
  readonly keys: Keys;
  /** What Chromium complained of: failing scripts, refused styles, missing files. */
  readonly complaints: readonly string[];
};

export type Office = {
  readonly hand: PhoneInHand;
  readonly server: LocalServer;
  /** Opens a window of its own, signed out. */
  readonly window: (screen?: Screen) => Promise<{ page: Page; complaints: string[] }>;
  /** The link that `npm start` prints while there is no administrator. */
  readonly firstLink: () => Promise<string>;
  /** The one-time link of a new member of staff. */
  readonly invite: (role: StaffRole, name: string) => Promise<string>;
  /** A new member of staff who has gone through their link and is signed in. */
  readonly hire: (role: StaffRole, name: string) => Promise<Desk>;
  readonly picture: (page: Page, name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openOffice(): Promise<Office> {
  const hand = await pickUpPhone();
  const { server } = hand;
  const browser = hand.page.context().browser();
  if (browser === null) throw new Error('the phone has no browser of its own');
  const window: Office['window'] = async (screen = DESKTOP) => {
    const context = await browser.newContext({ viewport: screen, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
    const page = await context.newPage();
    const complaints: string[] = [];
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ target, violatedDirective }) => {
        const at = target instanceof Element ? target.outerHTML.slice(0, 200) : 'the document';
        console.error(`the page’s own rule ${violatedDirective} was broken by ${at}`);
      }),
    );
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      // A refused form or page is an answer in words; Chromium writes it there all the same.
      const refused = /status of 4\d\d/.test(message.text()) && !message.location().url.includes('/assets/');
      if (!refused)
        complaints.push(
          `${message.text()} (${message.location().url}, line ${message.location().lineNumber})`,
        );
    });
    return { page, complaints };
  };
  const invite: Office['invite'] = async (role, name) => {
    const id = randomUUID();
    const token = newInvitationToken();
    const at = new Date();
    await server.db.insert(staff).values({
      id,
      name,
      email: `${id.slice(0, 8)}@hikkei.test`,
      emailVerified: true,
      role,
      createdAt: at,
      updatedAt: at,
    });
    await server.db.batch(await inviteAnew(server.db, id, token, at.getTime()));
    return `${server.url}/console/invitation/${token}`;
  };
  return {
    hand,
    server,
    window,
    async firstLink() {
      const link = await firstAdministratorLink({
        db: server.db,
        now: Date.now,
        uuid: randomUUID,
        origin: server.url,
      });
      if (link === null) throw new Error('there is an administrator already');
      return link;
    },
    invite,
    async hire(role, name) {
      const { page, complaints } = await window();
      return { page, name, complaints, keys: await enrol(page, await invite(role, name)) };
    },
    async picture(page, name) {
      // To hide the caret Playwright would write a style attribute into the page.
      await page.screenshot({ path: screenshotFile(`console-${name}`), fullPage: true, caret: 'initial' });
    },
    close: hand.close,
  };
}
