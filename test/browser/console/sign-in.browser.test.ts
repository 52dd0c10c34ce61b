import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_CHROMIUM } from '../chromium.ts';
import { enrol, type Keys, typePassword } from './enrol.ts';
import { type Desk, type Office, openOffice } from './office.ts';

describe.skipIf(!HAS_CHROMIUM)('coming in to the console, in Chromium', () => {
  let office: Office;
  let admin: Desk;
  let counselor: { page: Desk['page']; keys: Keys; complaints: string[]; link: string };
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office?.close());
  const places = (page: Desk['page']) => page.locator('nav.places a').allTextContents();

  it('goes through the first administrator’s link: password, telephone, backup codes, and in', async () => {
    const link = await office.firstLink();
    const { page, complaints } = await office.window();
    const keys = await enrol(page, link, (name) => office.picture(page, `sign-in-${name}`));
    await page.getByRole('heading', { name: '相談の一覧' }).waitFor();
    expect(await places(page)).toEqual(['相談の一覧', '集計', '編集', 'スタッフ', '設定', '操作の記録']);
    expect(keys.backupCodes).toHaveLength(10);
    admin = { page, name: '', keys, complaints };
  });

  it('adds a counselor, who comes in by the link that is shown once', async () => {
    const { page } = admin;
    await page.getByRole('link', { name: 'スタッフ' }).click();
    await page.getByRole('link', { name: '人を加える' }).click();
    await page.getByLabel('お名前').fill('相談 花子');
    await page.getByLabel('メールアドレス').fill('hanako@hikkei.test');
    await page.getByLabel('役割').selectOption({ label: '相談員' });
    await page.getByRole('button', { name: '招待リンク' }).click();
    const link = (await page.locator('.copy').textContent()) ?? '';
    expect(link).toContain(`${office.server.url}/console/invitation/`);
    await office.picture(page, 'staff-link');
    const window = await office.window();
    const keys = await enrol(window.page, link);
    expect(keys.email).toBe('hanako@hikkei.test');
    expect(await places(window.page)).toEqual(['相談の一覧', '集計']);
    counselor = { ...window, keys, link };
  });

  it('lets nobody use a link twice', async () => {
    const { page } = await office.window();
    await page.goto(counselor.link);
    await page.getByRole('heading', { name: 'このリンクは使えません' }).waitFor();
    await office.picture(page, 'sign-in-link-over');
  });

  it('asks for the password and then for the telephone’s code, and says so when they are wrong', async () => {
    const { page, complaints } = await office.window();
    await page.goto(`${office.server.url}/console`);
    await page.getByRole('heading', { name: 'ログイン' }).waitFor();
    await office.picture(page, 'sign-in');
    await typePassword(page, counselor.keys.email, 'これは違うパスワード');
    await page.getByText('メールアドレスかパスワードが違います').waitFor();
    await typePassword(page, counselor.keys.email, counselor.keys.password);
    await page.getByLabel('確認コード').fill('000000');
    await page.getByRole('button', { name: 'ログイン' }).click();
    await page.getByText('コードが違うか').waitFor();
    await office.picture(page, 'sign-in-code');
    await page.getByLabel('確認コード').fill(counselor.keys.nextCode());
    await page.getByRole('button', { name: 'ログイン' }).click();
    await page.getByRole('heading', { name: '相談の一覧' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('takes a backup code once where the telephone is not at hand', async () => {
    const { page } = await office.window();
    const [code = ''] = counselor.keys.backupCodes;
    const tryIt = async () => {
      await page.goto(`${office.server.url}/console/sign-in`);
      await typePassword(page, counselor.keys.email, counselor.keys.password);
      await page.getByRole('link', { name: 'スマートフォンが手元にないとき' }).click();
      await page.getByLabel('予備コード').fill(code);
      await page.getByRole('button', { name: 'ログイン' }).click();
    };
    await tryIt();
    await page.getByRole('heading', { name: '相談の一覧' }).waitFor();
    await page.goto(`${office.server.url}/console/account`);
    await page.getByRole('button', { name: 'ログアウト' }).first().click();
    await page.getByRole('heading', { name: 'ログイン' }).waitFor();
    await tryIt();
    await page.getByText('コードが違うか').waitFor();
  });

  it('refuses pages of another role in words', async () => {
    await counselor.page.goto(`${office.server.url}/console/settings`);
    await counselor.page.getByRole('heading', { name: 'このページは使えません' }).waitFor();
    await office.picture(counselor.page, 'forbidden');
  });

  it('shuts out at once whom an administrator disables', async () => {
    await counselor.page.goto(`${office.server.url}/console`);
    const { page } = admin;
    await page.goto(`${office.server.url}/console/staff`);
    await office.picture(page, 'staff');
    await page.getByRole('link', { name: '相談 花子' }).click();
    await office.picture(page, 'staff-person');
    await page.getByRole('button', { name: '停止する' }).click();
    await page.getByText('停止しました').waitFor();
    await counselor.page.getByRole('link', { name: '集計' }).click();
    await counselor.page.getByRole('heading', { name: 'ログイン' }).waitFor();
    await typePassword(counselor.page, counselor.keys.email, counselor.keys.password);
    await counselor.page.getByText('メールアドレスかパスワードが違います').waitFor();
  });

  it('makes Chromium complain of nothing', () => {
    expect(admin.complaints).toEqual([]);
    expect(counselor.complaints).toEqual([]);
  });
});
