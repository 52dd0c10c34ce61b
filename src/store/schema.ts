/** The tables. What patients write, and who they are at LINE, is sealed (store/seal.ts); times are epoch ms. */
export * from './schema/cases.ts';
export * from './schema/conversation.ts';
export * from './schema/staff.ts';
