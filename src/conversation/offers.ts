/** The ways to a person that stand under an answer as quick replies. */
export const OFFERS = ['support_line', 'counselor', 'centre', 'second_opinion'] as const;
export type Offer = (typeof OFFERS)[number];
