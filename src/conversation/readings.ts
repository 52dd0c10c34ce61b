/** How a patient can read: as written, with furigana, or in easy Japanese with furigana. */
export const READINGS = ['standard', 'furigana', 'plain'] as const;
export type Reading = (typeof READINGS)[number];
