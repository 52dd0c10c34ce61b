import { drawContent } from './bubble.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { clockTime, dayName } from './time.js';

const notes = { followed: '友だちに追加しました', unfollowed: 'ブロックしました' };

/** The account's picture beside its messages. */
export function avatar(className = 'avatar') {
  return h('span', { class: className, 'aria-hidden': 'true' }, icon('cross', 18));
}

function drawNote(entry) {
  return h('div', { class: 'note' }, h('span', {}, notes[entry.note]));
}

function drawIncoming(entry, isFirst, botName, perform) {
  const name = entry.message.sender?.name ?? botName;
  return h(
    'article',
    { class: isFirst ? 'row in first' : 'row in', data: { testid: 'message-in', via: entry.via } },
    isFirst ? avatar() : h('span', { class: 'avatar-gap' }),
    h(
      'div',
      { class: 'column' },
      isFirst && h('span', { class: 'sender' }, name),
      h(
        'div',
        { class: 'line' },
        drawContent(entry, perform),
        h('span', { class: 'meta' }, h('time', {}, clockTime(entry.at))),
      ),
    ),
  );
}

function drawOutgoing(entry, openMenu, perform) {
  if (entry.unsent) return h('div', { class: 'note' }, h('span', {}, 'メッセージの送信を取り消しました'));
  const more = h(
    'button',
    {
      type: 'button',
      class: 'message-menu',
      'aria-label': 'このメッセージの操作',
      on: { click: () => openMenu(entry) },
    },
    icon('more', 16),
  );
  const meta = h(
    'span',
    { class: 'meta' },
    h('span', { class: 'read', hidden: !entry.read }, '既読'),
    h('time', {}, clockTime(entry.at)),
  );
  const row = h(
    'article',
    { class: 'row out', data: { testid: 'message-out' } },
    h('div', { class: 'line' }, more, meta, drawContent(entry, perform)),
  );
  row.addEventListener('contextmenu', (event) => {
    event.preventDefault();
    openMenu(entry);
  });
  return row;
}

/**
 * The chat itself. Lines that did not change keep their elements, so that focus and scrolling stay and a
 * screen reader is told of new messages only.
 *
 * @param {{ botName: () => string, perform: (action: object) => void, openMenu: (entry: object) => void }} parts
 */
export function createChatLog({ botName, perform, openMenu }) {
  const log = h('div', {
    class: 'log',
    role: 'log',
    'aria-live': 'polite',
    'aria-label': '会話',
    tabindex: '0',
  });
  const drawn = new Map();
  let lastId;

  function draw(entry, before) {
    if (entry.kind === 'note') return drawNote(entry);
    if (entry.from === 'patient') return drawOutgoing(entry, openMenu, perform);
    const isFirst = !(before?.kind === 'message' && before.from === 'bot');
    return drawIncoming(entry, isFirst, botName(), perform);
  }

  function update(entries) {
    const wanted = [];
    let day;
    let before;
    for (const entry of entries) {
      const today = dayName(entry.at);
      if (today !== day)
        wanted.push([`day-${today}`, today, () => h('div', { class: 'day' }, h('span', {}, today))]);
      day = today;
      const previous = before;
      wanted.push([
        entry.id,
        // 既読 comes later and is no new message: it is shown in the line that is there.
        JSON.stringify([{ ...entry, read: undefined }, previous?.kind, previous?.from]),
        () => draw(entry, previous),
      ]);
      before = entry;
    }
    const keep = new Set(wanted.map(([id]) => id));
    for (const [id, { element }] of drawn) {
      if (keep.has(id)) continue;
      element.remove();
      drawn.delete(id);
    }
    const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const lastBefore = lastId;
    lastId = wanted.at(-1)?.[0];
    let place = null;
    for (const [id, signature, make] of wanted.toReversed()) {
      const known = drawn.get(id);
      if (known?.signature !== signature) {
        const element = make();
        if (known) known.element.replaceWith(element);
        else log.insertBefore(element, place);
        drawn.set(id, { element, signature });
      }
      place = drawn.get(id).element;
    }
    for (const entry of entries) {
      const mark = drawn.get(entry.id)?.element.querySelector('.read');
      if (mark) mark.hidden = !entry.read;
    }
    return wasAtEnd || lastId !== lastBefore;
  }

  return {
    element: log,
    /** Draws what changed, and goes to the end when something new came or the end was in view. */
    update(entries) {
      if (update(entries)) requestAnimationFrame(() => log.scrollTo({ top: log.scrollHeight }));
    },
    scrollToEnd: () => requestAnimationFrame(() => log.scrollTo({ top: log.scrollHeight })),
  };
}
