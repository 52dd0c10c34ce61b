/** knowledge/canned-replies.yaml: texts that a counselor can put into an answer and change before it is sent. */
import { z } from 'zod';

/** What a text can leave to be filled in when it is used. */
export const CANNED_BLANKS = ['support_line', 'support_line_now', 'counselors_now'] as const;
export type CannedBlank = (typeof CANNED_BLANKS)[number];

const BLANK = /\{([^{}]*)\}/g;

const reply = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and hyphens'),
  title: z.string().min(1).max(20, 'at most 20 characters: it is a button'),
  text: z
    .string()
    .trim()
    .min(1)
    .max(300, 'keep it within 300 characters: short answers are read')
    .refine(
      (text) => [...text.matchAll(BLANK)].every(([, name]) => CANNED_BLANKS.some((blank) => blank === name)),
      `in { } only these can stand: ${CANNED_BLANKS.join(', ')}`,
    ),
});

export const cannedRepliesFile = z
  .strictObject({
    groups: z.array(z.strictObject({ title: z.string().min(1), replies: z.array(reply).min(1) })).min(1),
  })
  .superRefine(({ groups }, context) => {
    const ids = new Set<string>();
    groups.forEach((group, g) => {
      group.replies.forEach(({ id }, r) => {
        if (ids.has(id)) {
          const path = ['groups', g, 'replies', r, 'id'];
          context.addIssue({ code: 'custom', path, message: 'another reply has this id; choose another' });
        }
        ids.add(id);
      });
    });
  });

export type CannedGroup = z.infer<typeof cannedRepliesFile>['groups'][number];
export type CannedReply = CannedGroup['replies'][number];

/** The text of `reply` with its blanks filled in. */
export function cannedText(reply: CannedReply, blanks: Readonly<Record<CannedBlank, string>>): string {
  return reply.text.replace(BLANK, (_, name: CannedBlank) => blanks[name]);
}
