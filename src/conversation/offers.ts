/** The ways to a person that stand under an answer as quick replies. */
export const OFFERS = ['support_line', 'centre'] as const;
export type Offer = (typeof OFFERS)[number];
