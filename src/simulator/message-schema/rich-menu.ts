import { z } from 'zod';
import { actions } from './actions.ts';
import { clusterText } from './lengths.ts';
import { type Problem, problemsOf } from './problem.ts';

const pixels = z.int().min(0, 'must not be negative').max(2_147_483_647, 'is too large');

// LINE's reference, "Rich menu object": 800–2500 wide, at least 250 high, width ÷ height at least 1.45.
const size = z
  .strictObject({
    width: z.int().min(800, 'must be between 800 and 2500').max(2500, 'must be between 800 and 2500'),
    height: z.int().min(250, 'must be at least 250'),
  })
  .refine((value) => value.width / value.height >= 1.45, 'width / height must be at least 1.45');

const richMenu = z
  .strictObject({
    size,
    selected: z.boolean(),
    name: clusterText(1, 300),
    chatBarText: clusterText(1, 14),
    areas: z
      .array(
        z.strictObject({
          bounds: z.strictObject({
            x: pixels,
            y: pixels,
            width: pixels.min(1, 'must be at least 1'),
            height: pixels.min(1, 'must be at least 1'),
          }),
          action: actions.richMenu,
        }),
      )
      .max(20, 'Size must be between 0 and 20'),
  })
  .superRefine((menu, context) => {
    menu.areas.forEach(({ bounds }, at) => {
      if (bounds.x + bounds.width > menu.size.width || bounds.y + bounds.height > menu.size.height) {
        context.addIssue({
          code: 'custom',
          path: ['areas', at, 'bounds'],
          message: 'must lie within the menu',
        });
      }
    });
  });

/** What LINE would find wrong with a rich menu object; empty when it is good. */
export function checkRichMenu(menu: unknown): Problem[] {
  return problemsOf(richMenu, menu, '');
}
