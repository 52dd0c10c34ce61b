/** Lines over time as SVG: told apart by dashes, marks and a name at their end, so that grey and paper are enough. */
import { scaleLinear, scalePoint } from 'd3-scale';
import {
  line,
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import type { Point, Series } from './chart.ts';

const SIZE = { width: 960, height: 360 };
const EDGE = { top: 16, right: 270, bottom: 40, left: 56 };
const LABEL_HEIGHT = 18;
const MOST_DAY_LABELS = 10;
/** With more points than this, marks would run into each other. */
const MOST_MARKS = 40;

const LOOKS: readonly { readonly dash: string; readonly mark: SymbolType; readonly width: number }[] = [
  { dash: '', mark: symbolCircle, width: 2.5 },
  { dash: '8 4', mark: symbolSquare, width: 2 },
  { dash: '2 3', mark: symbolTriangle, width: 2 },
  { dash: '10 3 2 3', mark: symbolDiamond, width: 2 },
  { dash: '16 5', mark: symbolWye, width: 1.5 },
];

export function LineChart({ id, title, series }: { id: string; title: string; series: readonly Series[] }) {
  const names = series[0]?.points.map(({ label }) => label) ?? [];
  const shown = series.flatMap(({ points }) => points.filter(isShown).map(({ value }) => value.n));
  const x = scalePoint(names, [EDGE.left, SIZE.width - EDGE.right]);
  const y = scaleLinear([0, Math.max(1, ...shown)], [SIZE.height - EDGE.bottom, EDGE.top]).nice(5);
  const place = (point: Point): [number, number] => [x(point.label) ?? EDGE.left, y(point.value.n)];
  const path = line<Point>()
    .defined(isShown)
    .x((point) => place(point)[0])
    .y((point) => place(point)[1]);
  const labels = labelPlaces(series.map(({ points }) => y(points.findLast(isShown)?.value.n ?? 0)));
  const everyNth = Math.max(1, Math.ceil(names.length / MOST_DAY_LABELS));
  return (
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      class="line-chart"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {`${names[0] ?? ''}から${names.at(-1) ?? ''}まで。${series.map(describe).join('。')}。数は下の表にあります。`}
      </desc>
      {y.ticks(5).map((tick) => (
        <g>
          <line class="grid" x1={EDGE.left} x2={SIZE.width - EDGE.right} y1={y(tick)} y2={y(tick)} />
          <text x={EDGE.left - 8} y={y(tick)} text-anchor="end" dominant-baseline="middle">
            {tick.toLocaleString('ja-JP')}
          </text>
        </g>
      ))}
      {names.map((name, i) =>
        i % everyNth === 0 ? (
          <text x={x(name) ?? 0} y={SIZE.height - EDGE.bottom + 22} text-anchor="middle">
            {shortDay(name)}
          </text>
        ) : null,
      )}
      {series.map(({ name, points }, i) => {
        const look = LOOKS[i % LOOKS.length];
        const last = points.findLast(isShown);
        const marked = points.length <= MOST_MARKS ? points.filter(isShown) : last ? [last] : [];
        const labelY = labels[i] ?? 0;
        return (
          <g class={`series series-${i}`}>
            <path
              class="stroke"
              d={path(points) ?? ''}
              stroke-width={look?.width}
              stroke-dasharray={look?.dash}
            />
            {marked.map((point) => (
              <path
                class="mark"
                d={symbol(look?.mark, 56)() ?? ''}
                transform={`translate(${place(point).join(',')})`}
              />
            ))}
            {last ? (
              <path
                class="leader"
                d={`M${place(last).join(',')}L${SIZE.width - EDGE.right + 14},${labelY}`}
                stroke-width="1"
              />
            ) : null}
            <text x={SIZE.width - EDGE.right + 20} y={labelY} dominant-baseline="middle">
              {last ? name : `${name}（伏せ）`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function isShown({ value }: Point): boolean {
  return value.mark === null;
}

/** Places of the names at the lines' ends, moved apart as far as they need. */
function labelPlaces(wanted: readonly number[]): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const places = [...wanted];
  // From the bottom up, so that lines which end at zero keep their names inside the picture.
  let below = SIZE.height - EDGE.bottom + LABEL_HEIGHT;
  for (const i of order.toReversed()) {
    places[i] = Math.min(wanted[i] ?? 0, below - LABEL_HEIGHT);
    below = places[i] ?? 0;
  }
  return places;
}

/** 2026-11-24 as 11/24, 2026-11 as it is. */
function shortDay(name: string): string {
  const day = /^\d{4}-(\d{2})-(\d{2})/.exec(name);
  return day ? `${Number(day[1])}/${Number(day[2])}` : name;
}

function describe({ name, points }: Series): string {
  const ns = points.filter(isShown).map(({ value }) => value.n);
  if (ns.length === 0) return `${name}は伏せています`;
  return `${name}は${Math.min(...ns).toLocaleString('ja-JP')}から${Math.max(...ns).toLocaleString('ja-JP')}`;
}
