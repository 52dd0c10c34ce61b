import { z } from 'zod';
import { actions } from './actions.ts';
import * as value from './flex-values.ts';
import { httpsUrl } from './lengths.ts';

const tap = actions.tap.optional();
const NON_EMPTY = 'must be non-empty text';

export const span = z.strictObject({
  type: z.literal('span'),
  text: z.string().min(1, NON_EMPTY),
  ...value.textStyle,
});

export const text = z
  .strictObject({
    type: z.literal('text'),
    flex: value.flex,
    text: z.string().min(1, NON_EMPTY).optional(),
    contents: z.array(span).optional(),
    ...value.textStyle,
    ...value.placement,
    align: value.align,
    gravity: value.gravity,
    wrap: z.boolean().optional(),
    lineSpacing: value.lineSpacing,
    maxLines: z.int().min(0, 'must not be negative').optional(),
    adjustMode: z.literal('shrink-to-fit').optional(),
    scaling: z.boolean().optional(),
    action: tap,
  })
  .refine((component) => component.text !== undefined || (component.contents?.length ?? 0) > 0, {
    message: NON_EMPTY,
    path: ['text'],
  });

export const button = z.strictObject({
  type: z.literal('button'),
  action: actions.button,
  flex: value.flex,
  color: value.color,
  style: z.enum(['primary', 'secondary', 'link']).optional(),
  gravity: value.gravity,
  height: z.enum(['md', 'sm']).optional(),
  adjustMode: z.literal('shrink-to-fit').optional(),
  scaling: z.boolean().optional(),
  ...value.placement,
});

export const image = z.strictObject({
  type: z.literal('image'),
  url: httpsUrl,
  flex: value.flex,
  align: value.align,
  gravity: value.gravity,
  size: value.imageSize,
  aspectRatio: value.aspectRatio,
  aspectMode: z.enum(['fit', 'cover']).optional(),
  backgroundColor: value.color,
  action: tap,
  animated: z.boolean().optional(),
  ...value.placement,
});

export const icon = z.strictObject({
  type: z.literal('icon'),
  url: httpsUrl,
  size: value.iconSize,
  aspectRatio: value.aspectRatio,
  scaling: z.boolean().optional(),
  ...value.placement,
});

export const separator = z.strictObject({
  type: z.literal('separator'),
  margin: value.spacing,
  color: value.color,
});

export const filler = z.strictObject({ type: z.literal('filler'), flex: value.flex });

// LINE's reference, "Box": a baseline box lays letters and icons on one line, nothing else.
const children = {
  horizontal: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  vertical: ['box', 'button', 'image', 'text', 'separator', 'filler'],
  baseline: ['icon', 'text', 'filler'],
} as const;

export const box = z
  .strictObject({
    type: z.literal('box'),
    layout: z.enum(['horizontal', 'vertical', 'baseline']),
    // An empty list is allowed: LINE's own templates draw lines and spaces with it.
    contents: z.array(z.lazy((): z.ZodType => anyComponent)),
    flex: value.flex,
    spacing: value.spacing,
    ...value.placement,
    backgroundColor: value.color,
    borderColor: value.color,
    borderWidth: value.borderWidth,
    cornerRadius: value.cornerRadius,
    width: value.extent,
    maxWidth: value.extent,
    height: value.extent,
    maxHeight: value.extent,
    paddingAll: value.padding,
    paddingTop: value.padding,
    paddingBottom: value.padding,
    paddingStart: value.padding,
    paddingEnd: value.padding,
    action: tap,
    justifyContent: z
      .enum(['center', 'flex-start', 'flex-end', 'space-between', 'space-around', 'space-evenly'])
      .optional(),
    alignItems: z.enum(['center', 'flex-start', 'flex-end']).optional(),
    background: value.background,
  })
  .superRefine((component, context) => {
    const allowed: readonly string[] = children[component.layout];
    component.contents.forEach((child, at) => {
      const type = String((child as { type?: unknown }).type);
      if (!allowed.includes(type)) {
        const message = `a ${component.layout} box may hold ${allowed.join(', ')}; not ${type}`;
        context.addIssue({ code: 'custom', path: ['contents', at, 'type'], message });
      }
    });
  });

export const video = z.strictObject({
  type: z.literal('video'),
  url: httpsUrl,
  previewUrl: httpsUrl,
  altContent: z.discriminatedUnion('type', [box, image]),
  aspectRatio: value.aspectRatio,
  action: tap,
});

const anyComponent = z.discriminatedUnion('type', [box, button, image, icon, text, separator, filler]);
