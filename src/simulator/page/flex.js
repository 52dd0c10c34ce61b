import { h } from './dom.js';
import { borderWidth, bubbleWidths, imageWidth, letterSize, radius, ratio, space } from './flex-values.js';

const sideOf = { start: 'flex-start', end: 'flex-end', center: 'center' };
const gravityOf = { top: 'flex-start', bottom: 'flex-end', center: 'center' };
const textAlignOf = { start: 'start', end: 'end', center: 'center' };

/** Makes a component tappable, with the keyboard too. */
function tappable(element, action, perform) {
  if (!action) return element;
  element.classList.add('flex-tap');
  element.setAttribute('role', 'button');
  element.setAttribute('tabindex', '0');
  if (action.label) element.setAttribute('aria-label', action.label);
  const tap = (event) => {
    event.stopPropagation();
    perform(action);
  };
  element.addEventListener('click', tap);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      tap(event);
    }
  });
  return element;
}

/** How much of the parent's room a child takes: LINE gives children of a horizontal box one share each. */
function shareOf(component, layout) {
  const natural =
    layout === 'vertical' || component.type === 'icon' || component.type === 'separator' ? 0 : 1;
  const flex = component.flex ?? (component.type === 'filler' ? 1 : component.width ? 0 : natural);
  return flex === 0 ? '0 0 auto' : layout === 'vertical' ? `${flex} 0 auto` : `${flex} 1 0`;
}

function place(element, component, layout, spacing, isFirst) {
  element.style.flex = shareOf(component, layout);
  if (component.position === 'absolute') element.style.position = 'absolute';
  else if (!isFirst) {
    const gap = space(component.margin) ?? spacing;
    if (gap) element.style.setProperty(layout === 'vertical' ? 'margin-top' : 'margin-inline-start', gap);
  }
  const offsets = {
    top: 'offsetTop',
    bottom: 'offsetBottom',
    'inset-inline-start': 'offsetStart',
    'inset-inline-end': 'offsetEnd',
  };
  for (const [property, name] of Object.entries(offsets)) {
    if (component[name] !== undefined) element.style.setProperty(property, space(component[name]));
  }
  if (layout !== 'vertical' && component.gravity) element.style.alignSelf = gravityOf[component.gravity];
  return element;
}

function letters(element, part) {
  const { style } = element;
  if (part.size) style.fontSize = letterSize(part.size);
  if (part.color) style.color = part.color;
  if (part.weight) style.fontWeight = part.weight === 'bold' ? '700' : '400';
  if (part.style) style.fontStyle = part.style;
  if (part.decoration) style.textDecoration = part.decoration;
  return element;
}

function drawText(component, perform) {
  const element = h('div', { class: component.wrap ? 'flex-text wraps' : 'flex-text' });
  const spans = (component.contents ?? []).map((span) => letters(h('span', {}, span.text), span));
  if (spans.length > 0) element.append(...spans);
  else element.append(component.text ?? '');
  letters(element, component);
  if (component.align) element.style.textAlign = textAlignOf[component.align];
  if (component.lineSpacing) element.style.lineHeight = `calc(1.4em + ${component.lineSpacing})`;
  if (component.wrap && component.maxLines > 0) {
    element.classList.add('clamped');
    element.style.setProperty('-webkit-line-clamp', component.maxLines);
  }
  return tappable(element, component.action, perform);
}

function drawButton(component, perform) {
  const style = component.style ?? 'link';
  const colour = style === 'link' ? { color: component.color } : { 'background-color': component.color };
  return h(
    'button',
    {
      type: 'button',
      class: `flex-button ${style} ${component.height === 'sm' ? 'small' : ''}`,
      style: colour,
      on: { click: () => perform(component.action) },
    },
    h('span', {}, component.action.label),
  );
}

function picture(url, className, label = '') {
  const image = h('img', {
    class: className,
    src: url,
    alt: label,
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
  });
  image.addEventListener('error', () => image.classList.add('missing'));
  return image;
}

function drawImage(component, perform) {
  const frame = h(
    'div',
    { class: 'flex-image' },
    picture(component.url, component.aspectMode === 'cover' ? 'covers' : 'fits'),
  );
  frame.style.width = imageWidth(component.size ?? 'md');
  frame.style.aspectRatio = ratio(component.aspectRatio);
  if (component.backgroundColor) frame.style.backgroundColor = component.backgroundColor;
  const line = h('div', { class: 'flex-image-line' }, frame);
  line.style.justifyContent = sideOf[component.align ?? 'center'];
  return tappable(line, component.action, perform);
}

function drawIcon(component) {
  const element = picture(component.url, 'flex-icon');
  element.style.height = letterSize(component.size ?? 'md');
  element.style.aspectRatio = ratio(component.aspectRatio);
  return element;
}

function drawSeparator(component) {
  return h('div', {
    class: 'flex-separator',
    role: 'separator',
    style: { 'background-color': component.color },
  });
}

const boxStyles = {
  backgroundColor: 'background-color',
  borderColor: 'border-color',
  width: 'width',
  maxWidth: 'max-width',
  height: 'height',
  maxHeight: 'max-height',
  justifyContent: 'justify-content',
  alignItems: 'align-items',
};
const paddings = {
  paddingAll: 'padding',
  paddingTop: 'padding-top',
  paddingBottom: 'padding-bottom',
  paddingStart: 'padding-inline-start',
  paddingEnd: 'padding-inline-end',
};

function drawBox(component, perform) {
  const element = h('div', { class: `flex-box ${component.layout}` });
  for (const [name, property] of Object.entries(boxStyles)) {
    if (component[name] !== undefined) element.style.setProperty(property, component[name]);
  }
  for (const [name, property] of Object.entries(paddings)) {
    if (component[name] !== undefined) element.style.setProperty(property, space(component[name]));
  }
  if (component.borderWidth) element.style.borderWidth = borderWidth(component.borderWidth);
  if (component.cornerRadius) element.style.borderRadius = radius(component.cornerRadius);
  const gradient = component.background;
  if (gradient) {
    const middle = gradient.centerColor
      ? `${gradient.centerColor} ${gradient.centerPosition ?? '50%'}, `
      : '';
    element.style.backgroundImage = `linear-gradient(${gradient.angle}, ${gradient.startColor}, ${middle}${gradient.endColor})`;
  }
  let isFirst = true;
  for (const child of component.contents) {
    const drawn = drawComponent(child, perform);
    element.append(place(drawn, child, component.layout, space(component.spacing), isFirst));
    if (child.position !== 'absolute') isFirst = false;
  }
  return tappable(element, component.action, perform);
}

function drawVideo(component) {
  return h('video', {
    class: 'flex-video',
    src: component.url,
    poster: component.previewUrl,
    controls: true,
  });
}

function drawComponent(component, perform) {
  switch (component.type) {
    case 'box':
      return drawBox(component, perform);
    case 'text':
      return drawText(component, perform);
    case 'button':
      return drawButton(component, perform);
    case 'image':
      return drawImage(component, perform);
    case 'icon':
      return drawIcon(component);
    case 'separator':
      return drawSeparator(component);
    case 'video':
      return drawVideo(component);
    default:
      return h('div', { class: 'flex-filler' });
  }
}

function drawBubble(bubble, perform) {
  const size = bubble.size ?? 'mega';
  const element = h('div', { class: `flex-bubble ${size}`, dir: bubble.direction ?? 'ltr' });
  element.style.width = `${bubbleWidths[size]}px`;
  for (const name of ['header', 'hero', 'body', 'footer']) {
    const component = bubble[name];
    if (!component) continue;
    const style = bubble.styles?.[name] ?? {};
    if (style.separator && element.childElementCount > 0)
      element.append(drawSeparator({ color: style.separatorColor }));
    const block = drawComponent(component, perform);
    block.classList.add('flex-block', name);
    if (style.backgroundColor && !block.style.backgroundColor)
      block.style.backgroundColor = style.backgroundColor;
    element.append(block);
  }
  return tappable(element, bubble.action, perform);
}

/**
 * Draws a Flex container.
 *
 * @param contents a bubble or carousel
 * @param {string} altText what screen readers are told
 * @param {(action: object) => void} perform does what a tapped component says
 */
export function drawFlex(contents, altText, perform) {
  const bubbles = contents.type === 'carousel' ? contents.contents : [contents];
  const drawn = bubbles.map((bubble) => drawBubble(bubble, perform));
  const kind = contents.type === 'carousel' ? 'flex carousel' : 'flex';
  return h('div', { class: kind, role: 'group', 'aria-label': altText, data: { testid: 'flex' } }, ...drawn);
}
