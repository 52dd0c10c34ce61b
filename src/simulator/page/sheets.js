import { act } from './api.js';
import { h } from './dom.js';
import { places } from './places.js';
import { choices } from './sheet.js';
import { drawSticker, stickers } from './stickers.js';

/** A link as a real phone would ask before leaving the chat; a telephone number is shown, never dialled. */
export function openUri(sheets, uri) {
  if (/^tel:/i.test(uri)) {
    const number = uri.slice(4);
    sheets.open(
      '電話をかける',
      h('p', { class: 'sheet-number' }, number),
      h(
        'p',
        { class: 'sheet-note' },
        'シミュレーターからは発信しません。実際のLINEでは電話の画面が開きます。',
      ),
    );
    return;
  }
  const isWeb = /^https?:/i.test(uri);
  sheets.open(
    'リンクを開く',
    h('p', { class: 'sheet-uri' }, uri),
    isWeb
      ? h(
          'a',
          { class: 'sheet-main', href: uri, target: '_blank', rel: 'noopener noreferrer' },
          '新しいタブで開く',
        )
      : h('p', { class: 'sheet-note' }, 'LINEアプリの中の画面が開くリンクです。'),
  );
}

const inputTypes = { date: 'date', time: 'time', datetime: 'datetime-local' };
const pickerValue = (text) => text?.replace('t', 'T');

/** LINE's date and time picker; choosing sends the postback with its `params`. */
export function openDatePicker(sheets, userId, action) {
  const input = h('input', {
    type: inputTypes[action.mode],
    value: pickerValue(action.initial),
    min: pickerValue(action.min),
    max: pickerValue(action.max),
    required: true,
    'aria-label': action.label ?? '日時',
    'data-first': true,
  });
  const form = h(
    'form',
    { class: 'sheet-form' },
    input,
    h('button', { class: 'sheet-main', type: 'submit' }, '決定'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sheets.close();
    act(userId, 'postback', { data: action.data, params: { [action.mode]: input.value } }).catch(() => {});
  });
  sheets.open(action.label || '日時を選ぶ', form);
}

function field(label, attributes) {
  return h('label', { class: 'sheet-field' }, h('span', {}, label), h('input', attributes));
}

/** The place to send: one of a few, or any by its coordinates. */
export function openLocationPicker(sheets, userId) {
  const send = (pin) => act(userId, 'location', pin).catch(() => {});
  const list = choices(
    sheets,
    places.map((place) => [place.title, 'pin', () => send(place), `place-${place.title}`]),
  );
  list.classList.add('two-columns');
  const form = h(
    'form',
    { class: 'sheet-form' },
    h(
      'div',
      { class: 'sheet-pair' },
      field('緯度', {
        name: 'latitude',
        type: 'number',
        step: 'any',
        min: -90,
        max: 90,
        required: true,
        placeholder: '35.68',
      }),
      field('経度', {
        name: 'longitude',
        type: 'number',
        step: 'any',
        min: -180,
        max: 180,
        required: true,
        placeholder: '139.76',
      }),
    ),
    field('住所（なくてもよい）', { name: 'address', maxlength: 100, autocomplete: 'off' }),
    h('button', { class: 'sheet-main', type: 'submit' }, 'この位置を送る'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const address = String(data.get('address') ?? '').trim();
    sheets.close();
    send({
      latitude: Number(data.get('latitude')),
      longitude: Number(data.get('longitude')),
      ...(address ? { address } : {}),
    });
  });
  sheets.open('位置情報を送る', list, form);
}

/** The stickers to choose from. */
export function openStickers(sheets, userId) {
  const grid = h(
    'div',
    { class: 'sticker-grid' },
    ...stickers.map(({ packageId, stickerId, label, keywords }) =>
      h(
        'button',
        {
          type: 'button',
          'aria-label': label,
          data: { testid: 'sticker-choice' },
          on: {
            click: () => {
              sheets.close();
              act(userId, 'sticker', { packageId, stickerId, keywords }).catch(() => {});
            },
          },
        },
        drawSticker(packageId, stickerId, 72),
        h('span', {}, label),
      ),
    ),
  );
  sheets.open('スタンプ', grid);
}
