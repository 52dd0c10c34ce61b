import { z } from 'zod';

const PIXELS = /^\d+(\.\d+)?px$/;
const PERCENT = /^\d+(\.\d+)?%$/;
const steps = ['none', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl'] as const;
const sizes = ['xxs', 'xs', 'sm', 'md', 'lg', 'xl', 'xxl', '3xl', '4xl', '5xl'] as const;

interface Allowed {
  keywords?: readonly string[];
  pixels?: boolean;
  percent?: boolean;
}

/** A Flex measure: a keyword, pixels or a percentage, as far as the property allows them. */
function measure({ keywords = [], pixels = true, percent = false }: Allowed) {
  return z
    .string()
    .refine(
      (text) => keywords.includes(text) || (pixels && PIXELS.test(text)) || (percent && PERCENT.test(text)),
      `invalid property: use ${[...keywords, ...(pixels ? ['10px'] : []), ...(percent ? ['10%'] : [])].join(', ')}`,
    )
    .optional();
}

export const spacing = measure({ keywords: steps });
export const padding = measure({ keywords: steps, percent: true });
export const offset = measure({ keywords: steps, percent: true });
export const cornerRadius = measure({ keywords: steps });
export const borderWidth = measure({ keywords: ['none', 'light', 'normal', 'medium', 'semi-bold', 'bold'] });
export const extent = measure({ percent: true });
export const lineSpacing = measure({});
export const textSize = measure({ keywords: sizes });
export const iconSize = measure({ keywords: sizes, percent: true });
export const imageSize = measure({ keywords: [...sizes, 'full'], percent: true });

/** `#RRGGBB` or `#RRGGBBAA`; LINE knows no colour names. */
export const color = z
  .string()
  .regex(/^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/, 'invalid color')
  .optional();

export const flex = z.int().min(0, 'must not be negative').optional();

/** `{width}:{height}`, each 1–100000, the height at most three times the width. */
export const aspectRatio = z
  .string()
  .refine((text) => {
    const match = /^(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)$/.exec(text);
    const [width, height] = [Number(match?.[1]), Number(match?.[2])];
    return width >= 1 && height >= 1 && width <= 100_000 && height <= 100_000 && height <= 3 * width;
  }, 'invalid aspect ratio')
  .optional();

const degrees = z
  .string()
  .regex(/^(\d|[1-9]\d|[12]\d\d|3[0-5]\d)(\.\d+)?deg$/, 'invalid angle: use 0deg to 359deg');
const place = z.string().regex(/^(100|\d{1,2}(\.\d+)?)%$/, 'invalid position: use 0% to 100%');

export const background = z
  .strictObject({
    type: z.literal('linearGradient'),
    angle: degrees,
    startColor: color.unwrap(),
    endColor: color.unwrap(),
    centerColor: color,
    centerPosition: place.optional(),
  })
  .optional();

/** Where a component stands in its box: shared by most of them. */
export const placement = {
  margin: spacing,
  position: z.enum(['relative', 'absolute']).optional(),
  offsetTop: offset,
  offsetBottom: offset,
  offsetStart: offset,
  offsetEnd: offset,
};

export const gravity = z.enum(['top', 'bottom', 'center']).optional();
export const align = z.enum(['start', 'end', 'center']).optional();

export const textStyle = {
  size: textSize,
  color,
  weight: z.enum(['regular', 'bold']).optional(),
  style: z.enum(['normal', 'italic']).optional(),
  decoration: z.enum(['none', 'underline', 'line-through']).optional(),
};
