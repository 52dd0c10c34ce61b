/** The time of day, and the day, in Japan. */
const TIME = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const DAY = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
});

export function Clock({ ms }: { ms: number }) {
  return <time datetime={new Date(ms).toISOString()}>{clockText(ms)}</time>;
}

export function clockText(ms: number): string {
  return TIME.format(ms);
}

/** 2026年11月24日(火) */
export function dayText(ms: number): string {
  return DAY.format(ms);
}
