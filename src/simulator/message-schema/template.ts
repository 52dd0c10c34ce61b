import { z } from 'zod';
import { actions } from './actions.ts';
import { clusterText, httpsUrl, unitText } from './lengths.ts';
import { everyMessage } from './quick-reply.ts';

const rgb = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'invalid color');
const imageAspectRatio = z.enum(['rectangle', 'square']).optional();
const imageSize = z.enum(['cover', 'contain']).optional();

const card = {
  thumbnailImageUrl: httpsUrl.optional(),
  imageBackgroundColor: rgb.optional(),
  title: clusterText(1, 40).optional(),
  defaultAction: actions.tap.optional(),
};

/** A card's text is shorter where a title or an image takes its room. */
function fits(plain: number, crowded: number) {
  const short = clusterText(1, crowded);
  return (
    value: { text: string; title?: string | undefined; thumbnailImageUrl?: string | undefined },
    context: z.core.$RefinementCtx,
  ) => {
    const isCrowded = value.title !== undefined || value.thumbnailImageUrl !== undefined;
    if (isCrowded && !short.safeParse(value.text).success) {
      context.addIssue({
        code: 'custom',
        input: value.text,
        path: ['text'],
        message: `Length must be between 1 and ${crowded} (${plain} without title and image)`,
      });
    }
  };
}

function actionList(min: number, max: number) {
  const message = min === max ? `Size must be ${min}` : `Size must be between ${min} and ${max}`;
  return z.array(actions.button).min(min, message).max(max, message);
}

const buttons = z
  .strictObject({
    type: z.literal('buttons'),
    ...card,
    imageAspectRatio,
    imageSize,
    text: clusterText(1, 160),
    actions: actionList(1, 4),
  })
  .superRefine(fits(160, 60));

const confirm = z.strictObject({
  type: z.literal('confirm'),
  text: clusterText(1, 240),
  actions: actionList(2, 2),
});

const column = z
  .strictObject({ ...card, text: clusterText(1, 120), actions: actionList(1, 3) })
  .superRefine(fits(120, 60));

const carousel = z
  .strictObject({
    type: z.literal('carousel'),
    columns: z.array(column).min(1, 'Size must be between 1 and 10').max(10, 'Size must be between 1 and 10'),
    imageAspectRatio,
    imageSize,
  })
  .superRefine((value, context) => {
    const first = value.columns[0];
    value.columns.forEach((each, at) => {
      // LINE: "the number of actions should be consistent for all columns"; the same for title and image.
      if (first === undefined) return;
      const same =
        each.actions.length === first.actions.length &&
        (each.title === undefined) === (first.title === undefined) &&
        (each.thumbnailImageUrl === undefined) === (first.thumbnailImageUrl === undefined);
      if (!same) {
        context.addIssue({
          code: 'custom',
          path: ['columns', at],
          message: 'every column needs the same number of actions, and all or none a title and an image',
        });
      }
    });
  });

const imageCarousel = z.strictObject({
  type: z.literal('image_carousel'),
  columns: z
    .array(z.strictObject({ imageUrl: httpsUrl, action: actions.imageCarousel }))
    .min(1, 'Size must be between 1 and 10')
    .max(10, 'Size must be between 1 and 10'),
});

/** Buttons, confirm and the two carousels. */
export const templateMessage = z.strictObject({
  type: z.literal('template'),
  // 1,500 units since 2025 (400 before); messaging-api.yml states no limit.
  altText: unitText(1, 1500),
  template: z.discriminatedUnion('type', [buttons, confirm, carousel, imageCarousel]),
  ...everyMessage,
});
