/** The Messaging API's methods that the stand-in has, as tests and the panel name them. */
export const ENDPOINTS = [
  'reply',
  'push',
  'validateReply',
  'validatePush',
  'loading',
  'markAsRead',
  'profile',
  'content',
  'quota',
  'consumption',
  'info',
  'webhookEndpoint',
  'webhookTest',
  'richMenu',
  'unknown',
] as const;

export type Endpoint = (typeof ENDPOINTS)[number];
