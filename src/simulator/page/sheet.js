import { h } from './dom.js';
import { icon } from './icons.js';

/**
 * The sheets that slide up within one phone, one at a time. While one is open the rest of the phone is
 * inert; Escape, the shade and the cross close it, and the focus goes back to where it was.
 *
 * @param {HTMLElement} screen the phone's screen
 * @param {HTMLElement} behind what a sheet covers
 */
export function createSheets(screen, behind) {
  let close = () => {};

  function open(title, ...content) {
    close();
    const before = document.activeElement;
    const heading = h('h3', {}, title);
    const cross = h(
      'button',
      { type: 'button', class: 'icon-button', 'aria-label': '閉じる' },
      icon('close', 20),
    );
    const sheet = h(
      'div',
      {
        class: 'sheet',
        role: 'dialog',
        'aria-modal': 'true',
        'aria-label': title,
        data: { testid: 'sheet' },
      },
      h('div', { class: 'sheet-top' }, heading, cross),
      ...content,
    );
    const shade = h('div', { class: 'shade' }, sheet);
    close = () => {
      shade.remove();
      behind.inert = false;
      close = () => {};
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
    cross.addEventListener('click', () => close());
    shade.addEventListener('click', (event) => event.target === shade && close());
    shade.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    behind.inert = true;
    screen.append(shade);
    const first =
      sheet.querySelector('[data-first], .sheet-list button, input, a.sheet-main, button.sheet-main') ??
      cross;
    first.focus({ preventScroll: true });
    return sheet;
  }

  return { open, close: () => close() };
}

/** A list of things to choose from: `[label, icon name, what to do]`. */
export function choices(sheets, entries) {
  return h(
    'ul',
    { class: 'sheet-list' },
    ...entries.map(([label, iconName, choose, testid]) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            data: testid ? { testid } : {},
            on: {
              click: () => {
                sheets.close();
                choose();
              },
            },
          },
          iconName && icon(iconName, 22),
          h('span', {}, label),
        ),
      ),
    ),
  );
}

/** A short word at the bottom of a phone that goes by itself. */
export function toast(screen, text) {
  const note = h('div', { class: 'toast', role: 'status' }, text);
  screen.append(note);
  setTimeout(() => note.remove(), 2000);
}
