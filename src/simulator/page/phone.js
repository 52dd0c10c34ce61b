import { createPerform } from './actions.js';
import { act, sendPicture } from './api.js';
import { avatar, createChatLog } from './chat-log.js';
import { createComposer } from './composer.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { drawQuickReplies, quickRepliesOf } from './quick-reply.js';
import { createRichMenu } from './rich-menu.js';
import { choices, createSheets, toast } from './sheet.js';
import { openLocationPicker, openStickers } from './sheets.js';
import { clockTime } from './time.js';

/**
 * One patient's phone.
 *
 * @param {string} userId
 * @param {() => { displayName: string }} bot the account as the header names it
 */
export function createPhone(userId, bot) {
  const label = h('h2', { class: 'phone-label', id: `label-${userId}` });
  const time = h('span', {});
  const botName = h('span', { class: 'bot-name' });
  const more = h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'メニュー', data: { testid: 'phone-menu' } },
    icon('more'),
  );
  const chips = h('div', { class: 'chips' });
  const loading = h(
    'div',
    {
      class: 'row in loading',
      role: 'status',
      'aria-label': '入力中',
      hidden: true,
      data: { testid: 'loading' },
    },
    avatar(),
    h('div', { class: 'bubble dots' }, h('i'), h('i'), h('i')),
  );
  const banner = h('div', { class: 'blocked-banner', hidden: true });
  const file = h('input', {
    type: 'file',
    accept: 'image/png,image/jpeg,image/gif,image/webp',
    hidden: true,
    data: { testid: 'file' },
  });
  const behind = h('div', { class: 'behind' });
  const screen = h('div', { class: 'screen' }, behind);
  const element = h(
    'section',
    { class: 'phone', 'aria-labelledby': label.id, data: { testid: 'phone', user: userId } },
    label,
    h('div', { class: 'frame' }, screen),
  );

  const sheets = createSheets(screen, behind);
  const context = { userId, screen, sheets, composer: undefined, pickPicture: () => file.click() };
  const perform = createPerform(context);
  const log = createChatLog({ botName: () => bot().displayName, perform, openMenu: openMessageMenu });
  const composer = createComposer({
    onSend: (text) => act(userId, 'text', { text }).catch(() => composer.fill(text)),
    onAttach: () =>
      sheets.open(
        '送る',
        choices(sheets, [
          ['写真', 'picture', () => file.click(), 'send-picture'],
          ['位置情報', 'pin', () => openLocationPicker(sheets, userId), 'send-location'],
          ['スタンプ', 'smile', () => openStickers(sheets, userId), 'send-sticker'],
        ]),
      ),
    onSticker: () => openStickers(sheets, userId),
  });
  context.composer = composer;
  const richMenu = createRichMenu(perform);

  log.element.append(loading);
  behind.append(
    h(
      'div',
      { class: 'status-bar', 'aria-hidden': 'true' },
      time,
      h('span', { class: 'status-right' }, h('i', { class: 'signal' }), h('i', { class: 'battery' })),
    ),
    h('div', { class: 'chat-header' }, icon('back', 22), h('div', { class: 'chat-title' }, botName), more),
    banner,
    log.element,
    chips,
    composer.element,
    richMenu.element,
    file,
  );

  let phone;
  let hiddenChipsOf;
  let loadingTimer;

  function openMessageMenu(entry) {
    const text = entry.message.text;
    sheets.open(
      'メッセージ',
      choices(sheets, [
        ...(text ? [['コピー', 'file', () => perform({ type: 'clipboard', clipboardText: text })]] : []),
        ['送信取消', 'close', () => act(userId, 'unsend', { messageId: entry.id }).catch(() => {}), 'unsend'],
      ]),
    );
  }

  more.addEventListener('click', () => {
    const toggle = phone.blocked
      ? ['ブロックを解除', 'plus', () => act(userId, 'follow').catch(() => {}), 'follow']
      : ['ブロックする', 'close', () => act(userId, 'unfollow').catch(() => {}), 'unfollow'];
    const copyId = ['userId をコピー', 'file', () => perform({ type: 'clipboard', clipboardText: userId })];
    sheets.open(phone.displayName, choices(sheets, [toggle, copyId]));
  });
  file.addEventListener('change', () => {
    const [picture] = file.files;
    file.value = '';
    if (picture) sendPicture(userId, picture).catch(() => toast(screen, '画像を送れませんでした'));
  });

  function showChips() {
    const quick = phone.blocked ? undefined : quickRepliesOf(phone.entries);
    const shown = quick && quick.messageId !== hiddenChipsOf ? quick : undefined;
    if (chips.dataset.of === (shown?.messageId ?? '')) return;
    chips.dataset.of = shown?.messageId ?? '';
    chips.replaceChildren();
    if (!shown) return;
    chips.append(
      drawQuickReplies(shown.items, (action) => {
        if (!perform(action)) return;
        hiddenChipsOf = shown.messageId;
        showChips();
      }),
    );
  }

  function showLoading(forMs) {
    clearTimeout(loadingTimer);
    loading.hidden = forMs <= 0;
    if (forMs > 0) loadingTimer = setTimeout(() => (loading.hidden = true), Math.min(forMs, 60_000));
  }

  return {
    element,
    update(next) {
      phone = next;
      label.textContent = `${phone.displayName}さん`;
      time.textContent = clockTime(Date.now());
      botName.textContent = bot().displayName;
      banner.hidden = !phone.blocked;
      if (phone.blocked && !banner.firstChild) {
        banner.append(
          'このアカウントをブロックしています。',
          h(
            'button',
            { type: 'button', on: { click: () => act(userId, 'follow').catch(() => {}) } },
            'ブロックを解除',
          ),
        );
      }
      composer.setDisabled(phone.blocked);
      log.update(phone.entries);
      log.element.append(loading);
      showLoading(phone.loadingForMs);
      showChips();
      if (!loading.hidden || chips.firstChild) log.scrollToEnd();
    },
    updateRichMenu: richMenu.update,
    /** Focus for the tab that was chosen. */
    focus: () => element.querySelector('textarea')?.focus({ preventScroll: true }),
  };
}
