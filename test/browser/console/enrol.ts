/** Going through a one-time link by hand: password, second factor, backup codes. */
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';

/** What a member of staff remembers and carries. */
export type Keys = {
  readonly email: string;
  readonly password: string;
  readonly backupCodes: readonly string[];
  /** What the telephone shows now. */
  readonly code: () => string;
  /** What it shows next: the present one is used up by setting the telephone up. */
  readonly nextCode: () => string;
};

const PASSWORD = 'みどりの傘と木曜日のパン';
const PERIOD_MS = 30_000;

/** Ends on the first page behind the sign-in. `look` is called on each page on the way. */
export async function enrol(
  page: Page,
  link: string,
  look: (name: string) => Promise<void> = async () => undefined,
): Promise<Keys> {
  await page.goto(link);
  const email = (await page.locator('.facts dd').nth(1).textContent()) ?? '';
  await look('invitation');
  await page.getByLabel('新しいパスワード', { exact: true }).fill(PASSWORD);
  await page.getByLabel('新しいパスワード（もう一度）').fill(PASSWORD);
  await page.getByRole('button', { name: 'パスワードを決めて次へ' }).click();
  await page.getByRole('heading', { name: '2つめの鍵の用意' }).waitFor();
  await look('second-factor');
  await page.getByText('読み取れないとき').click();
  const secret = ((await page.locator('.copy').first().textContent()) ?? '').replaceAll(/\s/g, '');
  const telephone = new TOTP({ secret });
  await page.getByLabel('確認コード').fill(telephone.generate());
  await page.getByRole('button', { name: '確かめる' }).click();
  await page.getByRole('heading', { name: '予備コード' }).waitFor();
  await look('backup-codes');
  const backupCodes = await page.locator('.code-grid li').allInnerTexts();
  await page.getByRole('link', { name: '控えました' }).click();
  await page.locator('.topbar').waitFor();
  return {
    email,
    password: PASSWORD,
    backupCodes,
    code: () => telephone.generate(),
    nextCode: () => telephone.generate({ timestamp: Date.now() + PERIOD_MS }),
  };
}

/** The first step of signing in; the page may already be open. */
export async function typePassword(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード').fill(password);
  await page.getByRole('button', { name: '次へ' }).click();
}
