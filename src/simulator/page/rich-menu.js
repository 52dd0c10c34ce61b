import { h } from './dom.js';
import { icon } from './icons.js';

/**
 * The rich menu below the chat: its bar, and the picture whose areas can be tapped.
 *
 * @param {(action: object) => void} perform
 */
export function createRichMenu(perform) {
  const element = h('div', { class: 'rich-menu', hidden: true });
  let shownId;

  function update(menu) {
    if (menu?.richMenuId === shownId) return;
    shownId = menu?.richMenuId;
    element.replaceChildren();
    element.hidden = !menu;
    if (!menu) return;
    const { width, height } = menu.size;
    const percent = (part, whole) => `${(100 * part) / whole}%`;
    const areas = menu.areas.map(({ bounds, action }, at) =>
      h('button', {
        type: 'button',
        class: 'rich-menu-area',
        'aria-label': action.label ?? action.displayText ?? action.text ?? `メニュー${at + 1}`,
        style: {
          left: percent(bounds.x, width),
          top: percent(bounds.y, height),
          width: percent(bounds.width, width),
          height: percent(bounds.height, height),
        },
        on: { click: () => perform(action) },
      }),
    );
    const picture = h('img', { src: `/simulator/api/rich-menu/${menu.richMenuId}`, alt: '' });
    const body = h(
      'div',
      { class: 'rich-menu-body', style: { 'aspect-ratio': `${width} / ${height}` } },
      picture,
      ...areas,
    );
    body.hidden = !menu.selected;
    const bar = h(
      'button',
      {
        type: 'button',
        class: 'rich-menu-bar',
        'aria-expanded': String(menu.selected),
        data: { testid: 'rich-menu-bar' },
      },
      icon('menu', 16),
      menu.chatBarText,
    );
    bar.addEventListener('click', () => {
      body.hidden = !body.hidden;
      bar.setAttribute('aria-expanded', String(!body.hidden));
    });
    element.append(bar, body);
  }

  return { element, update };
}
