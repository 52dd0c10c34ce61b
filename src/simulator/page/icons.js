import { svg } from './dom.js';

// Line drawings on a 24 × 24 field.
const paths = {
  back: ['M15 5l-7 7 7 7'],
  plus: ['M12 5v14', 'M5 12h14'],
  smile: [
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
    'M9 10v.5',
    'M15 10v.5',
    'M8.5 14.5c1 1.3 2.2 2 3.5 2s2.500-.7 3.500-2',
  ],
  send: ['M4 12l16-7-6 16-3-7z', 'M11 14l9-9'],
  more: ['M12 6v.01', 'M12 12v.01', 'M12 18v.01'],
  picture: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 3-3 4 4', 'M15 9v.01'],
  pin: [
    'M12 21s7-6.200 7-11.500A7 7 0 0 0 5 9.500C5 14.800 12 21 12 21z',
    'M12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  ],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  cross: ['M12 4.500v15', 'M4.500 12h15'],
  file: ['M6 3h8l5 5v13H6z', 'M14 3v5h5'],
  menu: ['M5 7h14', 'M5 12h14', 'M5 17h14'],
};

/** A small drawing that screen readers pass over. */
export function icon(name, size = 24) {
  const drawing = svg('svg', {
    viewBox: '0 0 24 24',
    width: size,
    height: size,
    class: 'icon',
    'aria-hidden': 'true',
  });
  for (const d of paths[name]) drawing.append(svg('path', { d }));
  return drawing;
}
