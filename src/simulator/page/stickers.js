import { svg } from './dom.js';

/** The stickers that a patient can send here; the ids are of LINE's free set, the drawings our own. */
export const stickers = [
  { packageId: '446', stickerId: '1988', label: 'にっこり', keywords: ['smile', 'happy'], face: 'smile' },
  { packageId: '446', stickerId: '1989', label: 'ありがとう', keywords: ['thank you'], face: 'thanks' },
  { packageId: '446', stickerId: '1990', label: 'かなしい', keywords: ['sad', 'cry'], face: 'sad' },
  { packageId: '446', stickerId: '1991', label: 'ふあん', keywords: ['worry', 'anxious'], face: 'worry' },
  {
    packageId: '446',
    stickerId: '1992',
    label: 'おやすみ',
    keywords: ['sleep', 'good night'],
    face: 'sleep',
  },
  { packageId: '446', stickerId: '1993', label: 'つらい', keywords: ['tired', 'pain'], face: 'tired' },
];

const line = { fill: 'none', stroke: '#5a4632', 'stroke-width': 5, 'stroke-linecap': 'round' };

const faces = {
  smile: ['#ffd976', 'M36 52q6-8 12 0', 'M72 52q6-8 12 0', 'M42 70q18 20 36 0'],
  thanks: ['#ffc9b3', 'M36 54q6-8 12 0', 'M72 54q6-8 12 0', 'M48 74q12 10 24 0'],
  sad: ['#b9d6f2', 'M42 50v4', 'M78 50v4', 'M44 80q16-14 32 0', 'M84 62q6 10 0 14'],
  worry: ['#d8e3b5', 'M40 54v2', 'M80 54v2', 'M34 42l12-5', 'M86 42l-12-5', 'M46 76q7-7 14 0t14 0'],
  sleep: ['#cfc6ec', 'M36 54q6 6 12 0', 'M72 54q6 6 12 0', 'M54 76q6 5 12 0', 'M92 30h12l-12 12h12'],
  tired: ['#e2d3c4', 'M36 48l10 6-10 6', 'M84 48l-10 6 10 6', 'M46 80q14-10 28 0'],
};

/** Draws a sticker; one that is not ours is drawn as a plain face. */
export function drawSticker(packageId, stickerId, size = 130) {
  const known = stickers.find((each) => each.packageId === packageId && each.stickerId === stickerId);
  const label = known ? `スタンプ：${known.label}` : `スタンプ ${packageId}-${stickerId}`;
  const [colour, ...strokes] = faces[known?.face ?? 'smile'];
  return svg(
    'svg',
    { viewBox: '0 0 120 120', width: size, height: size, role: 'img', 'aria-label': label, class: 'sticker' },
    svg('circle', { cx: 60, cy: 62, r: 50, fill: colour }),
    svg('ellipse', { cx: 32, cy: 70, rx: 8, ry: 5, fill: '#f19a86', opacity: 0.45 }),
    svg('ellipse', { cx: 88, cy: 70, rx: 8, ry: 5, fill: '#f19a86', opacity: 0.45 }),
    ...strokes.map((d) => svg('path', { d, ...line })),
  );
}
