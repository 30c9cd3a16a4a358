import { dayNumber } from '@/lib/rates/dates';
import type { Observation } from '@/lib/rates/observations';
import type { Point } from '@/lib/rates/overview';
import { shortDate } from '@/lib/site/dates';
import type { ViewContext } from '../context';
import { type Box, linePath, type Scale, scaleOf } from './line';
import { ticksOf } from './ticks';

interface RateChartProps {
  /** Oldest first. */
  readonly observations: readonly Observation[];
  readonly title: string;
  readonly summary: string;
  readonly context: ViewContext;
}

const WIDTH = 360;
const HEIGHT = 200;
const BOX: Box = { left: 4, right: 312, top: 12, bottom: 176 };

/**
 * The run of a rate as a drawing with words: its title and description say what the line shows, and
 * all of its figures stand in a table under it.
 */
export function RateChart({ observations, title, summary, context }: RateChartProps) {
  const points = observations.map(({ date, rate }): Point => ({ date, value: Number(rate) }));
  const scale = scaleOf(points, BOX);
  return (
    <svg
      className="rate-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-labelledby="chart-title chart-summary"
    >
      <title id="chart-title">{title}</title>
      <desc id="chart-summary">{summary}</desc>
      <Rules points={points} scale={scale} />
      <Days points={points} scale={scale} context={context} />
      <path className="rate-line" vectorEffect="non-scaling-stroke" d={linePath(points, scale)} />
      <Newest observation={observations.at(-1)} scale={scale} />
    </svg>
  );
}

interface PartProps {
  readonly points: readonly Point[];
  readonly scale: Scale;
}

/** Lines at round values, with the value at the end. */
function Rules({ points, scale }: PartProps) {
  const values = points.map(({ value }) => value);
  const { values: ticks, digits } = ticksOf(Math.min(...values), Math.max(...values));
  return ticks.map((tick) => (
    <g key={tick}>
      <path
        className="rate-rule"
        vectorEffect="non-scaling-stroke"
        d={`M${BOX.left} ${scale.y(tick)}H${BOX.right}`}
      />
      <text x={BOX.right + 5} y={scale.y(tick)} dy="0.35em">
        {tick.toLocaleString('en-US', {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        })}
      </text>
    </g>
  ));
}

/** The first and the last day. */
function Days({ points, scale, context }: PartProps & Pick<RateChartProps, 'context'>) {
  const ends = [points[0], points.length > 1 ? points.at(-1) : undefined];
  return ends.map((point, index) =>
    point ? (
      <text
        key={point.date}
        x={scale.x(dayNumber(point.date))}
        y={HEIGHT - 6}
        textAnchor={index === 0 ? 'start' : 'end'}
      >
        {shortDate(Date.parse(point.date), {
          language: context.site.language,
          timeZone: 'UTC',
        })}
      </text>
    ) : null,
  );
}

interface NewestProps {
  readonly observation: Observation | undefined;
  readonly scale: Scale;
}

function Newest({ observation, scale }: NewestProps) {
  if (!observation) return null;
  const { date, rate } = observation;
  return (
    <circle className="rate-point" cx={scale.x(dayNumber(date))} cy={scale.y(Number(rate))} r="3" />
  );
}
