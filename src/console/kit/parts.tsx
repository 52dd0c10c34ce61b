/** Small things that many pages show: badges, notices, tables, times, empty states. */
import type { Child } from 'hono/jsx';

export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'grey';

/** A word with a colour; the word alone says it all. */
export function Badge({ tone, children }: { tone: Tone; children: Child }) {
  return <span class={`badge badge-${tone}`}>{children}</span>;
}

/** What has just happened or must be known; `red` interrupts a screen reader. */
export function Notice({ tone, title, children }: { tone: Tone; title?: string; children?: Child }) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'red' ? 'alert' : 'status'}>
      {title ? <p class="notice-title">{title}</p> : null}
      {children}
    </div>
  );
}

/** Nothing to show: says so, and what to do or why that is well. */
export function Empty({ title, children }: { title: string; children?: Child }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

export function Panel({
  title,
  id,
  children,
}: {
  readonly title: string;
  readonly id?: string;
  readonly children: Child;
}) {
  return (
    <section class="panel" id={id} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A table that scrolls sideways by itself when it must; `caption` is read aloud. */
export function Table({
  caption,
  head,
  numeric = [],
  children,
}: {
  readonly caption: string;
  readonly head: readonly string[];
  /** Places of the columns that hold numbers. */
  readonly numeric?: readonly number[];
  readonly children: Child;
}) {
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section class="table-wrap" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name, i) => (
              <th scope="col" class={numeric.includes(i) ? 'number' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

const DAY_AND_TIME = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** A moment in Japan's time: 11月24日(火) 10:05. */
export function Moment({ ms }: { ms: number }) {
  return <time datetime={new Date(ms).toISOString()}>{DAY_AND_TIME.format(ms)}</time>;
}

/** A length of time in words: 「3分」「2時間5分」「4日」. */
export function spanText(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 60) return `${minutes}分`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours}時間` : `${hours}時間${minutes % 60}分`;
  return `${Math.floor(hours / 24)}日`;
}
