import { existsSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createSimulator, LINE_API_PATH, type Simulator } from '../../src/simulator/simulator.ts';
import * as sample from './sample-messages.ts';

const CHROMIUM = '/usr/bin/chromium';
const SHOTS = new URL('../../.build/screenshots/', import.meta.url);
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

interface BotEvent {
  type: string;
  replyToken?: string;
  source: { userId: string };
  message?: { type: string; text?: string; latitude?: number };
  postback?: { data: string; params?: Record<string, string> };
}

/** What the little bot answers: a sample by its name, else what it was sent. */
function answersTo(event: BotEvent): object[] {
  const samples: Record<string, object> = {
    抗がん剤で髪は抜けますか: sample.passage,
    近くの病院: sample.centres,
    配置: sample.layouts,
    確認: sample.confirm,
    誤り: { type: 'text', text: '' },
  };
  if (event.type === 'follow') return [sample.greeting];
  const echo = event.postback
    ? `postback ${event.postback.data} ${JSON.stringify(event.postback.params ?? {})}`
    : `${event.message?.type} ${event.message?.text ?? event.message?.latitude ?? ''}`;
  return [samples[event.message?.text ?? ''] ?? { type: 'text', text: echo }];
}

// A browser that shares its machine with other tests takes its time.
vi.setConfig({ testTimeout: 30_000 });

describe.skipIf(!existsSync(CHROMIUM))(
  `the simulator’s page in Chromium${existsSync(CHROMIUM) ? '' : ` (skipped: apt-get install chromium for ${CHROMIUM})`}`,
  () => {
    let server: ServerType;
    let simulator: Simulator;
    let browser: Browser;
    let page: Page;
    let phone: Locator;
    let base: string;
    const errors: string[] = [];

    async function call(path: string, body: unknown, host = LINE_API_PATH) {
      const isJson = !(body instanceof Blob);
      return fetch(`${base}${host}${path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer token', 'content-type': isJson ? 'application/json' : body.type },
        body: isJson ? JSON.stringify(body) : body,
      });
    }

    beforeAll(async () => {
      mkdirSync(SHOTS, { recursive: true });
      const app = new Hono();
      app.post('/webhook', async (c) => {
        const { events } = await c.req.json<{ events: BotEvent[] }>();
        const work = events.map(async (event) => {
          if (event.replyToken === undefined || event.message?.text === '待つ') return;
          await call('/v2/bot/message/reply', { replyToken: event.replyToken, messages: answersTo(event) });
        });
        await Promise.all(work);
        return c.text('ok');
      });
      await new Promise<void>((resolve) => {
        server = serve(
          { fetch: (request, env) => app.fetch(request, env), port: 0, hostname: '127.0.0.1' },
          () => resolve(),
        );
      });
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      simulator = createSimulator({
        channelSecret: 'secret',
        channelAccessToken: 'token',
        webhookUrl: `${base}/webhook`,
      });
      app.route('/', simulator.app);

      browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS.split(' ') });
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'ja-JP' });
      page = await context.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      // Pictures of the bot come from outside: here from a drawing.
      const drawing =
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 90"><rect width="200" height="90" fill="#cfe0ea"/><path d="M70 90V40h60v50M92 22h16v10h10v14h-10v10H92V46H82V32h10z" fill="#7fa6bd"/></svg>';
      await context.route('https://example.com/**', (route) =>
        route.fulfill({ contentType: 'image/svg+xml', body: drawing }),
      );
      await page.goto(`${base}/simulator`);
      phone = page.getByTestId('phone').first();
      await phone.getByText('友だち追加ありがとうございます').waitFor();
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      // A page that is gone may still hold its stream of events.
      if (server && 'closeAllConnections' in server) server.closeAllConnections();
      server?.close();
    });

    const shot = async (name: string) => {
      // Past the little movements with which things appear.
      await page.waitForTimeout(350);
      await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, SHOTS)) });
    };
    const send = async (text: string) => {
      await phone.getByTestId('input').fill(text);
      await phone.getByTestId('input').press('Enter');
    };
    const lastIn = () => phone.getByTestId('message-in').last();
    const lastOut = () => phone.getByTestId('message-out').last();

    test('opening it is enough to be a patient who has added the account', async () => {
      expect(await page.getByTestId('phone').count()).toBe(1);
      expect(await phone.getByText('佐藤 花子さん').isVisible()).toBe(true);
      await shot('simulator-open');
    });

    test('the Enter that confirms a conversion does not send; the next one does', async () => {
      const input = phone.getByTestId('input');
      await input.focus();
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Input.imeSetComposition', {
        text: 'こうがんざい',
        selectionStart: 6,
        selectionEnd: 6,
      });
      await devtools.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: 229,
      });
      await devtools.send('Input.imeSetComposition', {
        text: '抗がん剤で髪は抜けますか',
        selectionStart: 12,
        selectionEnd: 12,
      });
      await devtools.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: 13,
      });
      await devtools.send('Input.insertText', { text: '抗がん剤で髪は抜けますか' });
      expect(await phone.getByTestId('message-out').count()).toBe(0);
      expect(await input.inputValue()).toBe('抗がん剤で髪は抜けますか');
      await input.press('Enter');
      await lastOut().getByText('抗がん剤で髪は抜けますか').waitFor();
      expect(await input.inputValue()).toBe('');
    });

    test('a Flex Message is drawn: weights, spans, a separator, buttons side by side', async () => {
      const flex = phone.getByTestId('flex');
      await flex.waitFor();
      expect(await flex.getAttribute('aria-label')).toBe('髪が抜けるのはいつからですか');
      expect(
        await flex
          .getByText('髪が抜けることがあります。')
          .evaluate((span) => getComputedStyle(span).fontWeight),
      ).toBe('700');
      // Both in one frame: the bubble may still be moving to its place.
      const [left, right] = await flex
        .getByRole('button', { name: /^(役に立った|立たなかった)$/ })
        .evaluateAll((buttons) =>
          buttons.map((button) => button.getBoundingClientRect().toJSON() as { y: number; width: number }),
        );
      expect(left?.y).toBe(right?.y);
      expect(Math.abs((left?.width ?? 0) - (right?.width ?? 1))).toBeLessThan(1);
      expect(await flex.getByRole('separator').count()).toBe(1);
      await lastOut().getByText('既読').waitFor();
      await shot('simulator-answer');
    });

    test('a quick reply is sent when tapped, and the chips go with the next message', async () => {
      await phone.getByTestId('quick-reply').filter({ hasText: '相談員と話す' }).click();
      await lastOut().getByText('相談員と話したい').waitFor();
      await lastIn().getByText('postback route=counselor {}').waitFor();
      expect(await phone.getByTestId('quick-reply').count()).toBe(0);
    });

    test('a button of a Flex Message posts back with its display text', async () => {
      await phone.getByTestId('flex').getByRole('button', { name: '役に立った', exact: true }).click();
      await lastIn().getByText('postback useful=1 {}').waitFor();
      await lastOut().getByText('役に立った').waitFor();
    });

    test('Shift+Enter makes a line, the button sends', async () => {
      const input = phone.getByTestId('input');
      await input.fill('一行目');
      await input.press('Shift+Enter');
      await input.pressSequentially('二行目');
      await phone.getByTestId('send').click();
      await lastIn().getByText('text 一行目 二行目').waitFor();
    });

    test('what a patient writes is never markup', async () => {
      await send('<img src=x onerror="alert(1)">&lt;b&gt;');
      await lastIn().getByText('text <img src=x onerror="alert(1)">&lt;b&gt;').waitFor();
      expect(await phone.locator('.log img').count()).toBe(0);
    });

    test('a place is sent from a quick reply’s picker', async () => {
      await send('抗がん剤で髪は抜けますか');
      const chip = phone.getByTestId('quick-reply').filter({ hasText: '近くの相談支援センター' });
      await chip.click();
      await shot('simulator-location');
      await page.keyboard.press('Escape');
      expect(await chip.isVisible()).toBe(true);
      await chip.click();
      await phone.getByTestId('place-那覇空港').click();
      await lastOut().getByText('那覇空港').waitFor();
      await lastIn().getByText('location 26.206433').waitFor();
    });

    test('a sticker is sent', async () => {
      await phone.getByTestId('sticker').click();
      await phone.getByRole('button', { name: 'ふあん' }).click();
      await lastOut().getByRole('img', { name: 'スタンプ：ふあん' }).waitFor();
      await lastIn().getByText('sticker').waitFor();
    });

    test('a picture is sent and shown', async () => {
      const png = Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      );
      await phone.getByTestId('file').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png });
      await lastIn().getByText('image').waitFor();
      const picture = lastOut().getByRole('img', { name: '画像' });
      await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    });

    test('a telephone number is shown and not dialled', async () => {
      await send('近くの病院');
      await phone.getByRole('button', { name: '電話する' }).first().click();
      const sheet = phone.getByTestId('sheet');
      await sheet.getByText('0570-02-3410').waitFor();
      expect(await sheet.getByRole('link').count()).toBe(0);
      await shot('simulator-telephone');
      await sheet.getByRole('button', { name: '閉じる' }).click();
      expect(await phone.getByTestId('sheet').count()).toBe(0);
    });

    test('a date is chosen and posted back', async () => {
      await send('確認');
      await phone.getByRole('button', { name: '日を選ぶ' }).click();
      await phone.getByTestId('sheet').getByRole('button', { name: '決定' }).click();
      await lastIn().getByText('postback visit {"date":"2026-11-30"}').waitFor();
    });

    test('boxes, gradients, numbers in circles and cut lines keep their places', async () => {
      await send('配置');
      const flex = phone.getByTestId('flex').last();
      await flex.getByText('受診までの道のり').waitFor();
      const circle = await flex.getByText('2', { exact: true }).locator('..').boundingBox();
      expect([circle?.width, circle?.height]).toEqual([28, 28]);
      await shot('simulator-layouts');
    });

    test('the dots show until the next message', async () => {
      await send('待つ');
      const userId = await phone.getAttribute('data-user');
      await call('/v2/bot/chat/loading/start', { chatId: userId, loadingSeconds: 30 });
      await phone.getByTestId('loading').waitFor();
      await shot('simulator-loading');
      await call('/v2/bot/message/push', {
        to: userId,
        messages: [{ type: 'text', text: 'お待たせしました' }],
      });
      await lastIn().getByText('お待たせしました').waitFor();
      expect(await phone.getByTestId('loading').isVisible()).toBe(false);
      expect(await page.getByTestId('quota').textContent()).toBe('1 / 200通');
    });

    test('a message is unsent from its menu', async () => {
      await send('取り消すことば');
      await lastOut().getByText('取り消すことば').waitFor();
      await lastOut().click({ button: 'right' });
      await phone.getByTestId('unsend').click();
      await phone.getByText('メッセージの送信を取り消しました').waitFor();
      expect(await phone.getByText('取り消すことば', { exact: true }).count()).toBe(0);
    });

    test('a fault that was asked for, and a message that LINE refuses, are red in the record', async () => {
      await page.getByTestId('fault').click();
      await page.getByText('待っている失敗：reply 429').waitFor();
      await send('誤り');
      await page.getByTestId('problems').getByText('API rate limit').first().waitFor();
      await send('誤り');
      await page.getByTestId('problems').getByText('messages[0].text：May not be empty').waitFor();
      await page.getByTestId('redeliver').click();
      await page.getByTestId('records').getByText('再送').first().waitFor();
    });

    test('blocking stops writing until the patient unblocks', async () => {
      await phone.getByTestId('phone-menu').click();
      await phone.getByTestId('unfollow').click();
      await phone.getByText('このアカウントをブロックしています。').waitFor();
      expect(await phone.getByTestId('input').isDisabled()).toBe(true);
      await shot('simulator-blocked');
      await phone.getByRole('button', { name: 'ブロックを解除' }).click();
      await expect.poll(() => phone.getByTestId('input').isDisabled()).toBe(false);
      const events = simulator.phones.deliveries().flatMap((delivery) => delivery.events);
      expect(events.slice(-2).map((event) => event.type)).toEqual(['unfollow', 'follow']);
    });

    test('a rich menu stands below the chat and its areas can be tapped', async () => {
      const drawing = await page.context().newPage();
      await drawing.setViewportSize({ width: 1250, height: 421 });
      const cells = sample.richMenu.areas.map(({ action }) => `<b>${action.label}</b>`).join('');
      await drawing.setContent(
        `<style>body{margin:0;display:grid;grid-template-columns:repeat(3,1fr);height:100vh;font:46px 'Noto Sans CJK JP'}b{display:grid;place-items:center;background:#e6eef3;border:1px solid #fff;color:#2f5770}</style>${cells}`,
      );
      const image = new Blob([new Uint8Array(await drawing.screenshot())], { type: 'image/png' });
      await drawing.close();
      const { richMenuId } = (await (await call('/v2/bot/richmenu', sample.richMenu)).json()) as {
        richMenuId: string;
      };
      expect(
        (await call(`/v2/bot/richmenu/${richMenuId}/content`, image, '/simulator/line-data')).status,
      ).toBe(200);
      await call(`/v2/bot/user/all/richmenu/${richMenuId}`, {});
      await phone.getByRole('button', { name: '近くの相談先' }).click();
      await lastIn().getByText('text 近くの相談先').waitFor();
      await shot('simulator-rich-menu');
      await phone.getByTestId('rich-menu-bar').click();
      expect(await phone.getByRole('button', { name: '近くの相談先' }).isVisible()).toBe(false);
    });

    test('several patients stand side by side, each with a chat of their own', async () => {
      await page.getByLabel('患者さんを追加').fill('鈴木 一郎');
      await page.getByRole('button', { name: '追加', exact: true }).click();
      const second = page.getByTestId('phone').nth(1);
      await second.getByText('鈴木 一郎さん').waitFor();
      await second.getByTestId('input').fill('近くの病院');
      await second.getByTestId('input').press('Enter');
      await second.getByTestId('flex').waitFor();
      await send('抗がん剤で髪は抜けますか');
      await phone.getByTestId('quick-reply').first().waitFor();
      expect(await second.getByText('抗がん剤で髪は抜けますか').count()).toBe(0);
      await shot('simulator-two-patients');
    });

    test('on a narrow screen one phone fills it and tabs change it', async () => {
      await page.setViewportSize({ width: 390, height: 780 });
      await page.getByRole('button', { name: '佐藤 花子', exact: true }).click();
      expect(await phone.isVisible()).toBe(true);
      expect(await page.getByTestId('phone').nth(1).isVisible()).toBe(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      await shot('simulator-narrow');
      await page.getByRole('button', { name: 'テスト', exact: true }).click();
      expect(await page.getByTestId('records').isVisible()).toBe(true);
      expect(await phone.isVisible()).toBe(false);
      await shot('simulator-narrow-panel');
    });

    test('nothing on the page went wrong on the way', () => expect(errors).toEqual([]));
  },
);
