/** LINE messages drawn as a patient reads them: the same words in the same order, without LINE's own looks. */
import type { messagingApi } from '@line/bot-sdk';
import type { LineMessage } from '../../line/render/messages.ts';
import { ACCENT, ALERT, QUIET } from '../../line/render/style.ts';

const COLOURS: Readonly<Record<string, string>> = {
  [ACCENT]: 'line-accent',
  [ALERT]: 'line-alert',
  [QUIET]: 'line-quiet',
};

/** The phone's side of the chat; its buttons do nothing here. */
export function LinePreview({ messages }: { messages: readonly LineMessage[] }) {
  return (
    <div class="line-phone">
      {messages.map((message) => (
        <LineMessageView message={message} />
      ))}
    </div>
  );
}

function LineMessageView({ message }: { message: LineMessage }) {
  const replies = (message.quickReply?.items ?? []).map((item) => labelOf(item.action));
  return (
    <>
      {message.type === 'text' ? <p class="line-text">{message.text}</p> : <Flex flex={message.contents} />}
      {replies.length > 0 ? (
        <ul class="line-replies" aria-label="下に並ぶボタン">
          {replies.map((label) => (
            <li class="line-reply">{label}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function Flex({ flex }: { flex: messagingApi.FlexContainer }) {
  if (flex.type === 'carousel') {
    const { contents } = flex as messagingApi.FlexCarousel;
    return (
      <div class="line-carousel">
        {contents.map((bubble) => (
          <Bubble bubble={bubble} />
        ))}
      </div>
    );
  }
  return <Bubble bubble={flex as messagingApi.FlexBubble} />;
}

function Bubble({ bubble }: { bubble: messagingApi.FlexBubble }) {
  return (
    <div class="line-bubble">
      {[bubble.header, bubble.body, bubble.footer].map((box) => (box ? <Component part={box} /> : null))}
    </div>
  );
}

function Component({ part }: { part: messagingApi.FlexComponent }) {
  switch (part.type) {
    case 'text': {
      const { text = '', size, weight, color } = part as messagingApi.FlexText;
      const classes = [
        `line-size-${size ?? 'md'}`,
        weight === 'bold' ? 'line-bold' : '',
        COLOURS[color ?? ''] ?? '',
      ];
      return <p class={classes.filter(Boolean).join(' ')}>{text}</p>;
    }
    case 'button': {
      const { action, style } = part as messagingApi.FlexButton;
      return <p class={`line-button line-button-${style ?? 'link'}`}>{labelOf(action)}</p>;
    }
    case 'separator':
      return <hr class="line-separator" />;
    case 'box': {
      const { layout, contents } = part as messagingApi.FlexBox;
      if (!contents?.some(says)) return null;
      return (
        <div class={`line-box line-box-${layout}`}>
          {contents.map((inner) => (
            <Component part={inner} />
          ))}
        </div>
      );
    }
    default:
      return null;
  }
}

/** A box of nothing but space (the bar of the guide's progress, whose numbers stand above it) says nothing. */
function says(part: messagingApi.FlexComponent): boolean {
  if (part.type === 'box') return ((part as messagingApi.FlexBox).contents ?? []).some(says);
  return part.type !== 'filler';
}

function labelOf(action: messagingApi.Action | undefined): string {
  const label = (action as { readonly label?: unknown } | undefined)?.label;
  return typeof label === 'string' ? label : '';
}
