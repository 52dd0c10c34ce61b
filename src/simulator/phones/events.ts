/** The webhook's events that one-to-one chats bring, as LINE's webhook.yml shapes them. */
export type IncomingMessageContent =
  | {
      type: 'text';
      id: string;
      text: string;
      quoteToken: string;
      quotedMessageId?: string;
      markAsReadToken: string;
    }
  | {
      type: 'sticker';
      id: string;
      packageId: string;
      stickerId: string;
      stickerResourceType: 'STATIC';
      keywords: string[];
      quoteToken: string;
      markAsReadToken: string;
    }
  | {
      type: 'image';
      id: string;
      contentProvider: { type: 'line' };
      quoteToken: string;
      markAsReadToken: string;
    }
  | {
      type: 'video';
      id: string;
      duration: number;
      contentProvider: { type: 'line' };
      quoteToken: string;
      markAsReadToken: string;
    }
  | {
      type: 'audio';
      id: string;
      duration: number;
      contentProvider: { type: 'line' };
      markAsReadToken: string;
    }
  | { type: 'file'; id: string; fileName: string; fileSize: number; markAsReadToken: string }
  | {
      type: 'location';
      id: string;
      title?: string;
      address?: string;
      latitude: number;
      longitude: number;
      markAsReadToken: string;
    };

/** What is in every event. */
export interface EventFrame {
  webhookEventId: string;
  timestamp: number;
  mode: 'active' | 'standby';
  source: { type: 'user'; userId: string };
  deliveryContext: { isRedelivery: boolean };
}

export type EventDetail =
  | { type: 'message'; replyToken?: string; message: IncomingMessageContent }
  | { type: 'postback'; replyToken?: string; postback: { data: string; params?: Record<string, string> } }
  | { type: 'follow'; replyToken: string; follow: { isUnblocked: boolean } }
  | { type: 'unfollow' }
  | { type: 'unsend'; unsend: { messageId: string } };

/** One event of a webhook body. */
export type WebhookEvent = EventFrame & EventDetail;

/** The reply token of an event, where it carries one. */
export function replyTokenOf(event: WebhookEvent): string | undefined {
  return 'replyToken' in event ? event.replyToken : undefined;
}
