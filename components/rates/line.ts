import { dayNumber } from '@/lib/rates/dates';
import type { Point } from '@/lib/rates/overview';

export interface Scale {
  /** Position across of a day number. */
  readonly x: (day: number) => number;
  /** Position down of a value. */
  readonly y: (value: number) => number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Maps days and values into a box; a single day or value stands in its middle. */
export function scaleOf(points: readonly Point[], box: Box): Scale {
  const days = points.map(({ date }) => dayNumber(date));
  const values = points.map(({ value }) => value);
  const across = mapping(Math.min(...days), Math.max(...days), box.left, box.right);
  const down = mapping(Math.min(...values), Math.max(...values), box.bottom, box.top);
  return { x: across, y: down };
}

function mapping(least: number, most: number, from: number, to: number) {
  if (most <= least) return () => round((from + to) / 2);
  return (value: number) => round(from + ((value - least) / (most - least)) * (to - from));
}

/** Path of a line through points, with as few characters as a picture of this size needs. */
export function linePath(points: readonly Point[], { x, y }: Scale): string {
  return points
    .map(({ date, value }, index) => `${index === 0 ? 'M' : 'L'}${x(dayNumber(date))} ${y(value)}`)
    .join('');
}

function round(position: number): number {
  return Math.round(position * 10) / 10;
}
