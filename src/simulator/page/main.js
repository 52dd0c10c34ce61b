import { failures, post } from './api.js';
import { h } from './dom.js';
import { createPanel } from './panel.js';
import { createPhone } from './phone.js';

const byId = (id) => document.getElementById(id);
const phonesPlace = byId('phones');
const tabs = byId('tabs');
const linkState = byId('link-state');
const panel = createPanel(byId('panel'));

const phones = new Map();
let settings = { bot: { displayName: '' }, richMenu: null };

/** On a narrow screen one phone, or the panel, is in view; on a wide one all of them are and the tabs are hidden. */
function choose(id) {
  for (const tab of tabs.children) tab.setAttribute('aria-pressed', String(tab.dataset.of === id));
  for (const [userId, { view }] of phones) view.element.classList.toggle('chosen', userId === id);
  byId('panel').classList.toggle('chosen', id === 'panel');
}

function tab(id, text) {
  return h(
    'button',
    { type: 'button', data: { of: id }, 'aria-pressed': 'false', on: { click: () => choose(id) } },
    text,
  );
}

function showPhone(phone) {
  let known = phones.get(phone.userId);
  if (!known) {
    const view = createPhone(phone.userId, () => settings.bot);
    known = { view };
    phones.set(phone.userId, known);
    phonesPlace.append(view.element);
    tabs.insertBefore(tab(phone.userId, phone.displayName), tabs.querySelector('[data-of="panel"]'));
    view.updateRichMenu(settings.richMenu);
    choose(phone.userId);
  }
  known.view.update(phone);
}

function showSettings(next) {
  settings = next;
  panel.settings(settings);
  for (const { view } of phones.values()) view.updateRichMenu(settings.richMenu);
}

tabs.append(tab('panel', 'テスト'));

byId('add-patient').addEventListener('submit', (event) => {
  event.preventDefault();
  const input = byId('new-name');
  const name = input.value.trim();
  if (!name) return;
  input.value = '';
  post('/patients', { name })
    .then(({ userId }) => {
      const added = phones.get(userId)?.view;
      added?.element.scrollIntoView({ inline: 'nearest', block: 'nearest' });
      added?.focus();
    })
    .catch(() => {});
});

let clearing;
function say(text, isLasting = false) {
  clearTimeout(clearing);
  linkState.textContent = text;
  if (!isLasting) clearing = setTimeout(() => (linkState.textContent = ''), 5000);
}
failures.addEventListener('failure', ({ detail }) => say(`できませんでした：${detail}`));

const live = new EventSource('/simulator/events');
const on = (name, listener) => live.addEventListener(name, (event) => listener(JSON.parse(event.data)));

on('whole', (whole) => {
  say('');
  showSettings(whole.settings);
  // After a restart of the server its chats are gone: so are they here.
  const alive = new Set(whole.phones.map((phone) => phone.userId));
  for (const [userId, { view }] of phones) {
    if (alive.has(userId)) continue;
    view.element.remove();
    tabs.querySelector(`[data-of="${userId}"]`)?.remove();
    phones.delete(userId);
  }
  for (const phone of whole.phones) showPhone(phone);
  panel.whole(whole.deliveries, whole.calls);
  if (whole.phones.length === 0) post('/patients/first').catch(() => {});
});
on('phone', showPhone);
on('settings', showSettings);
on('delivery', (delivery) => panel.delivery(delivery));
on('call', (call) => panel.call(call));
live.addEventListener('error', () => say('サーバーにつながりません。つながると自動で戻ります。', true));
