import { dayNumber } from '@/lib/rates/dates';
import type { Point } from '@/lib/rates/overview';
import { linePath, scaleOf } from './line';

interface SparklineProps {
  readonly points: readonly Point[];
  readonly label: string;
}

const WIDTH = 96;
const HEIGHT = 24;
const BOX = { left: 2, right: WIDTH - 4, top: 3, bottom: HEIGHT - 3 };

/** The run of a month in a line of text; its figures stand beside it. */
export function Sparkline({ points, label }: SparklineProps) {
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const scale = scaleOf(points, BOX);
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <path d={linePath(points, scale)} />
      <circle cx={scale.x(dayNumber(last.date))} cy={scale.y(last.value)} r="2" />
    </svg>
  );
}
