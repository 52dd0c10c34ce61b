import { h } from './dom.js';
import { drawFlex } from './flex.js';
import { icon } from './icons.js';
import { drawSticker } from './stickers.js';
import { drawTemplate } from './template.js';

const LINK = /(https?:\/\/[^\s<>"、。」）]+|tel:[0-9+-]+)/g;

/** A text with its links tappable, as LINE does. */
function drawText(text, perform) {
  const bubble = h('div', { class: 'bubble' });
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const [uri] = match;
    bubble.append(text.slice(from, match.index));
    bubble.append(
      h(
        'button',
        { type: 'button', class: 'text-link', on: { click: () => perform({ type: 'uri', uri }) } },
        uri,
      ),
    );
    from = match.index + uri.length;
  }
  bubble.append(text.slice(from));
  return bubble;
}

function drawLocation(message) {
  const { title, address, latitude, longitude } = message;
  return h(
    'div',
    { class: 'bubble location' },
    h('div', { class: 'location-map', 'aria-hidden': 'true' }, icon('pin', 30)),
    h('strong', {}, title ?? '位置情報'),
    address && h('span', {}, address),
    h('small', {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`),
  );
}

function drawPicture(url, label) {
  const image = h('img', { class: 'picture', src: url, alt: label, referrerpolicy: 'no-referrer' });
  image.addEventListener('error', () => image.classList.add('missing'));
  return image;
}

function drawFile(label, messageId) {
  const address = messageId ? `/simulator/api/content/${messageId}` : undefined;
  return h(
    'div',
    { class: 'bubble file' },
    icon('file'),
    address ? h('a', { href: address, target: '_blank' }, label) : label,
  );
}

/**
 * Draws what a message holds, the bot's or the patient's.
 *
 * @param {{ id: string, from: 'patient' | 'bot', message: object, unsent: boolean }} entry
 */
export function drawContent(entry, perform) {
  const { message } = entry;
  const sent = entry.from === 'patient' ? entry.id : undefined;
  switch (message.type) {
    case 'text':
    case 'textV2':
      return drawText(message.text, perform);
    case 'flex':
      return drawFlex(message.contents, message.altText, perform);
    case 'template':
      return drawTemplate(message.template, message.altText, perform);
    case 'sticker':
      return drawSticker(message.packageId, message.stickerId);
    case 'image':
      return drawPicture(sent ? `/simulator/api/content/${sent}` : message.previewImageUrl, '画像');
    case 'location':
      return drawLocation(message);
    case 'video':
      return drawFile('動画', sent);
    case 'audio':
      return drawFile('音声', sent);
    case 'file':
      return drawFile(message.fileName, sent);
    default:
      return h('div', { class: 'bubble' }, `（${message.type}）`);
  }
}
