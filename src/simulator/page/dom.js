/**
 * Makes an element. Text goes in as text nodes only, so that nothing a bot or a patient wrote is markup.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on` holds listeners, `style` CSS properties, `data` data-*; false and undefined are left out
 * @param {...(Node | string | undefined | null | false)} children
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === 'style') {
      for (const [property, text] of Object.entries(value)) {
        if (text !== undefined) element.style.setProperty(property, String(text));
      }
    } else if (name === 'data') {
      for (const [key, text] of Object.entries(value)) element.dataset[key] = String(text);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an SVG element with its attributes and children. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
