const clock = new Intl.DateTimeFormat('ja-JP', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'Asia/Tokyo',
});
const seconds = new Intl.DateTimeFormat('ja-JP', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Asia/Tokyo',
});
const day = new Intl.DateTimeFormat('ja-JP', {
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  timeZone: 'Asia/Tokyo',
});

/** The patients are in Japan, wherever this computer is. */
export const clockTime = (ms) => clock.format(ms);
export const clockSeconds = (ms) => seconds.format(ms);
export const dayName = (ms) => day.format(ms);
