import { h } from './dom.js';
import { clockSeconds } from './time.js';

const eventNames = {
  message: 'メッセージ',
  postback: 'ポストバック',
  follow: '友だち追加',
  unfollow: 'ブロック',
  unsend: '送信取消',
};
const contentNames = {
  text: 'テキスト',
  sticker: 'スタンプ',
  image: '画像',
  video: '動画',
  audio: '音声',
  file: 'ファイル',
  location: '位置情報',
};
const endpointNames = {
  reply: '応答 reply',
  push: 'プッシュ push',
  validateReply: '検査 reply',
  validatePush: '検査 push',
  loading: '入力中 loading',
  markAsRead: '既読',
  profile: 'プロフィール',
  content: 'ファイル取得',
  quota: '上限',
  consumption: '消費数',
  info: 'アカウント',
  webhookEndpoint: 'Webhook設定',
  webhookTest: 'Webhook検査',
  richMenu: 'リッチメニュー',
  unknown: '不明なパス',
};

const eventName = (event) =>
  event.type === 'message' ? contentNames[event.message.type] : eventNames[event.type];

function badge(text, isGood) {
  return h('span', { class: isGood ? 'badge good' : 'badge bad' }, text);
}

/** Shows a record's JSON when it is opened: drawing all of them at once would be slow. */
function record(summary, detail, problems = []) {
  const body = h('div', { class: 'record-body' });
  const whole = h('details', { class: 'record' }, h('summary', {}, ...summary), body);
  whole.addEventListener('toggle', () => {
    if (whole.open && !body.firstChild) body.append(h('pre', {}, JSON.stringify(detail, null, 1)));
  });
  if (problems.length === 0) return whole;
  const list = problems.map(({ message, property }) => h('li', {}, property ? `${property}：` : '', message));
  return h('div', {}, whole, h('ul', { class: 'problems', data: { testid: 'problems' } }, ...list));
}

/** One webhook body: what it held, how it was answered and in how long. */
export function drawDelivery(delivery) {
  const names = delivery.events.map(eventName).join('・');
  const good = delivery.reason === 'OK';
  const summary = [
    h('span', { class: 'way', title: 'Webhook' }, '↑'),
    h('span', { class: 'what' }, names, delivery.isRedelivery && h('small', {}, '再送')),
    badge(delivery.status ?? '応答なし', good),
    h('span', { class: 'ms' }, `${delivery.ms} ms`),
    h('time', {}, clockSeconds(delivery.at)),
  ];
  const problems = good ? [] : [{ property: '', message: delivery.detail }];
  return record(summary, { reason: delivery.reason, events: delivery.events }, problems);
}

/** One call of the Messaging API, with what was wrong with it in red. */
export function drawCall(call) {
  const summary = [
    h('span', { class: 'way down', title: 'Messaging API' }, '↓'),
    h(
      'span',
      { class: 'what' },
      endpointNames[call.endpoint] ?? call.endpoint,
      call.fault && h('small', {}, '故障'),
    ),
    badge(call.status ?? '応答なし', call.status !== null && call.status < 300),
    h('span', { class: 'ms' }),
    h('time', {}, clockSeconds(call.at)),
  ];
  return record(
    summary,
    { path: call.path, retryKey: call.retryKey, body: call.body, answer: call.answer },
    call.problems,
  );
}
