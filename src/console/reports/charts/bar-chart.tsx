/** Lying bars as SVG, each with its name and its count in words; a hidden count is a hatched stub of one size. */
import { scaleLinear } from 'd3-scale';
import { type Count, countText } from '../table.ts';
import { type BarGroup, barText } from './chart.ts';

const WIDTH = 560;
const LABEL_WIDTH = 225;
const VALUE_WIDTH = 110;
const LINE_HEIGHT = 28;
const BAR_HEIGHT = 16;
const STUB_WIDTH = 24;

export function BarChart({
  id,
  title,
  groups,
  decimalBelow = 0,
}: {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly BarGroup[];
  readonly decimalBelow?: number;
}) {
  const bars = groups.flatMap((group) => group.bars);
  const most = Math.max(1, ...bars.flatMap(({ value }) => (value.mark === null ? [value.n] : [])));
  const x = scaleLinear([0, most], [0, WIDTH - LABEL_WIDTH - VALUE_WIDTH]);
  const lines = groups.flatMap((group) => [
    ...(group.name ? [{ kind: 'name' as const, name: group.name }] : []),
    ...group.bars.map((bar) => ({ kind: 'bar' as const, bar })),
  ]);
  const height = lines.length * LINE_HEIGHT + 8;
  const widthOf = (value: Count) => (value.mark === null ? x(value.n) : STUB_WIDTH);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      class="bar-chart"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{groups.map((group) => describe(group, decimalBelow)).join('。')}</desc>
      <defs>
        <pattern
          id={`${id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line class="hatch" x1="0" y1="0" x2="0" y2="6" stroke-width="3" />
        </pattern>
      </defs>
      {lines.map((item, i) => {
        const middle = i * LINE_HEIGHT + LINE_HEIGHT / 2 + 4;
        if (item.kind === 'name')
          return (
            <text class="group-name" x="0" y={middle} dominant-baseline="middle">
              {item.name}
            </text>
          );
        const { label, value } = item.bar;
        return (
          <g>
            <text x={LABEL_WIDTH - 10} y={middle} text-anchor="end" dominant-baseline="middle">
              {clip(label)}
            </text>
            <rect
              class="bar"
              x={LABEL_WIDTH}
              y={middle - BAR_HEIGHT / 2}
              width={widthOf(value)}
              height={BAR_HEIGHT}
              {...(value.mark === null ? {} : { fill: `url(#${id}-hatch)`, class: 'bar bar-hidden' })}
            />
            <text x={LABEL_WIDTH + widthOf(value) + 8} y={middle} dominant-baseline="middle">
              {barText(value, countText(value), decimalBelow)}
            </text>
          </g>
        );
      })}
      <line class="axis" x1={LABEL_WIDTH} x2={LABEL_WIDTH} y1="4" y2={height - 4} />
    </svg>
  );
}

/** About as many characters as stand before the bars; the table has the whole name. */
const MOST_CHARACTERS = 18;

function clip(label: string): string {
  const characters = [...label];
  return characters.length <= MOST_CHARACTERS
    ? label
    : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}

function describe({ name, bars }: BarGroup, decimalBelow: number): string {
  const words = bars.map(({ label, value }) => `${label} ${barText(value, countText(value), decimalBelow)}`);
  return `${name ? `${name}：` : ''}${words.join('、')}`;
}
