/** What a patient is told first. Public: checks and reports from outside read these ids. */
export const ROUTES = [
  'emergency',
  'crisis',
  'support_line',
  'second_opinion',
  'centre',
  'counselor',
  'answer',
  'smalltalk',
  'unclear',
  'out_of_scope',
] as const;

export type Route = (typeof ROUTES)[number];
