import { h } from './dom.js';

function buttons(actions, perform) {
  return actions.map((action) =>
    h(
      'button',
      { type: 'button', class: 'template-button', on: { click: () => perform(action) } },
      action.label ?? '',
    ),
  );
}

function card(column, perform, className = 'template-card') {
  const picture = column.thumbnailImageUrl ?? column.imageUrl;
  const body = h(
    'div',
    { class: 'template-body' },
    column.title && h('strong', {}, column.title),
    column.text && h('p', {}, column.text),
  );
  return h(
    'div',
    { class: className },
    picture && h('img', { src: picture, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' }),
    column.text && body,
    h('div', { class: 'template-actions' }, ...buttons(column.actions ?? [column.action], perform)),
  );
}

/** Draws buttons, confirm and the carousels. */
export function drawTemplate(template, altText, perform) {
  const columns = template.columns ?? [template];
  const className = template.type === 'confirm' ? 'template-card confirm' : 'template-card';
  return h(
    'div',
    { class: columns.length > 1 ? 'template carousel' : 'template', role: 'group', 'aria-label': altText },
    ...columns.map((column) => card(column, perform, className)),
  );
}
