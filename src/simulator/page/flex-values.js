// LINE's keywords in CSS pixels, as its own renderer draws them.
const spaces = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
const letters = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, '3xl': 35, '4xl': 48, '5xl': 74 };
const images = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  '3xl': 180,
  '4xl': 200,
  '5xl': 220,
};
const borders = { none: 0, light: 0.5, normal: 1, medium: 2, 'semi-bold': 3, bold: 4 };
export const bubbleWidths = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 340 };

function from(table) {
  return (value) => {
    if (value === undefined) return undefined;
    return value in table ? `${table[value]}px` : value;
  };
}

export const space = from(spaces);
export const radius = from(spaces);
export const letterSize = from(letters);
export const borderWidth = from(borders);
export const imageWidth = (value) => (value === 'full' ? '100%' : from(images)(value));

/** `16:9` as CSS writes it. */
export const ratio = (value) => (value ?? '1:1').replace(':', ' / ');
