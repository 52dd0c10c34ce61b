import { h } from './dom.js';
import { icon } from './icons.js';

const actionIcons = { location: 'pin', camera: 'picture', cameraRoll: 'picture' };

/** The items that a chat shows: those of its very last message, when the bot sent it. */
export function quickRepliesOf(entries) {
  const messages = entries.filter((entry) => entry.kind === 'message');
  const last = messages.at(-1);
  if (last?.from !== 'bot' || last.unsent) return undefined;
  const items = last.message.quickReply?.items;
  return items ? { messageId: last.id, items } : undefined;
}

/** Draws the chips; `choose` is given the action that was tapped. */
export function drawQuickReplies(items, choose) {
  return h(
    'div',
    { class: 'quick-replies', role: 'group', 'aria-label': 'すばやい返信' },
    ...items.map(({ action, imageUrl }) =>
      h(
        'button',
        {
          type: 'button',
          class: 'chip',
          data: { testid: 'quick-reply' },
          on: { click: () => choose(action) },
        },
        imageUrl
          ? h('img', { src: imageUrl, alt: '', referrerpolicy: 'no-referrer' })
          : actionIcons[action.type] && icon(actionIcons[action.type], 17),
        action.label,
      ),
    ),
  );
}
