import { post } from './api.js';
import { h } from './dom.js';
import { drawCall, drawDelivery } from './records.js';

const KEPT = 100;

function section(title, ...content) {
  return h('section', { class: 'panel-part' }, h('h2', {}, title), ...content);
}

function button(label, testid, click) {
  return h('button', { type: 'button', data: { testid }, on: { click } }, label);
}

function select(label, options) {
  return h(
    'select',
    { 'aria-label': label },
    ...options.map(([value, text]) => h('option', { value }, text)),
  );
}

function faultControls() {
  const method = select('失敗させる呼び出し', [
    ['reply', '応答'],
    ['push', 'プッシュ'],
    ['loading', '入力中'],
    ['any', 'どれでも'],
  ]);
  const kind = select('失敗のしかた', [
    ['429', '429 多すぎる'],
    ['403', '403 許されない'],
    ['500', '500 障害'],
    ['timeout', '応答なし'],
    ['reset', '切断'],
  ]);
  const after = h('input', { type: 'checkbox', id: 'after-acceptance' });
  const waiting = h('p', { class: 'waiting', role: 'status' });
  const clear = button('取り消す', 'fault-clear', () => post('/faults/clear').catch(() => {}));
  const order = button('次の1回を失敗させる', 'fault', () =>
    post('/faults', { method: method.value, kind: kind.value, afterAcceptance: after.checked }).catch(
      () => {},
    ),
  );
  const element = section(
    '失敗させる',
    h('div', { class: 'pair' }, method, kind),
    h('label', { class: 'check', for: 'after-acceptance' }, after, '受け付けた後で、応答だけ失う'),
    h('div', { class: 'pair' }, order, clear),
    waiting,
  );
  const update = (faults) => {
    clear.disabled = faults.length === 0;
    waiting.textContent =
      faults.length === 0
        ? ''
        : `待っている失敗：${faults.map((fault) => `${fault.method} ${fault.kind}`).join('、')}`;
  };
  return { element, update };
}

function quotaControls() {
  const meter = h('meter', { min: 0, 'aria-label': '今月のプッシュ' });
  const words = h('span', { class: 'quota-words', data: { testid: 'quota' } });
  let quota = { limit: null, used: 0 };
  const element = section(
    '今月のプッシュ',
    h('div', { class: 'quota' }, meter, words),
    h(
      'div',
      { class: 'pair' },
      button('使い切る', 'quota-spend', () =>
        post('/quota', { used: quota.limit ?? 200, limit: quota.limit ?? 200 }).catch(() => {}),
      ),
      button('0に戻す', 'quota-reset', () => post('/quota', { used: 0 }).catch(() => {})),
    ),
  );
  const update = (next) => {
    quota = next;
    meter.max = quota.limit ?? Math.max(1, quota.used);
    meter.high = meter.max * 0.9;
    meter.value = quota.used;
    words.textContent =
      quota.limit === null ? `${quota.used}通（上限なし）` : `${quota.used} / ${quota.limit}通`;
  };
  return { element, update };
}

/** The testers' panel beside the phones. */
export function createPanel(panel) {
  const faults = faultControls();
  const quota = quotaControls();
  const standby = h('input', { type: 'checkbox', id: 'standby' });
  standby.addEventListener('change', () =>
    post('/mode', { mode: standby.checked ? 'standby' : 'active' }).catch(() => {}),
  );
  const records = h('div', { class: 'records', data: { testid: 'records' } });
  const empty = h('p', { class: 'records-empty' }, 'まだ通信はありません。');

  panel.append(
    section(
      'Webhook',
      h(
        'div',
        { class: 'pair' },
        button('最後のイベントを再送', 'redeliver', () => post('/redeliver').catch(() => {})),
      ),
      h('label', { class: 'check', for: 'standby' }, standby, 'スタンバイで送る（ボットは答えない）'),
    ),
    faults.element,
    quota.element,
    h('section', { class: 'panel-part grows' }, h('h2', {}, '通信記録'), records),
  );
  records.append(empty);

  const add = (element) => {
    empty.remove();
    records.prepend(element);
    while (records.childElementCount > KEPT) records.lastElementChild.remove();
  };

  return {
    settings(settings) {
      faults.update(settings.faults);
      quota.update(settings.quota);
      standby.checked = settings.mode === 'standby';
    },
    delivery: (delivery) => add(drawDelivery(delivery)),
    call: (call) => add(drawCall(call)),
    whole(deliveries, calls) {
      records.replaceChildren(empty);
      const both = [
        ...deliveries.map((delivery) => [delivery.at, () => drawDelivery(delivery)]),
        ...calls.map((call) => [call.at, () => drawCall(call)]),
      ].sort(([a], [b]) => a - b);
      for (const [, draw] of both) add(draw());
    },
  };
}
