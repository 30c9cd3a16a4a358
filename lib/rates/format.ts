import type { RatesMessages } from '@/lib/site/messages/ratesTypes';
import type { Decimal } from './decimal';

/**
 * Rates and changes as readers see them. The digits are written the English way whatever the
 * language of the site, so that a figure reads the same on every page and in every copy of it.
 */

/** Stands for a figure that does not exist; an en dash. */
export const NO_FIGURE = '–';

export type ChangeDirection = 'up' | 'down' | 'flat';

const rateFormat = new Intl.NumberFormat('en-US', {
  minimumSignificantDigits: 4,
  maximumSignificantDigits: 4,
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  roundingPriority: 'morePrecision',
});

// exceptZero (ECMA-402) is what keeps a small loss from being printed as -0.00.
const changeFormat = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});

/**
 * A rate with four significant digits or two decimals, whichever says more, never with an
 * exponent: `0.00008236`, `9.337`, `12,194.21`. What is no rate (zero, negative, not finite) is an
 * en dash.
 */
export function formatRate(rate: number): string {
  return Number.isFinite(rate) && rate > 0 ? rateFormat.format(rate) : NO_FIGURE;
}

const officialFormat = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 8,
});

/** A rate with all the digits that its source gave, two decimals at least: `9.3288`, `12,142.10`. */
export function formatOfficial(rate: Decimal): string {
  return officialFormat.format(Number(rate));
}

/**
 * A change in percent with two decimals: `+0.43%`, `−0.14%`, `0.00%`. The minus is U+2212, which
 * is as wide as the plus. What is not finite is an en dash.
 */
export function formatChange(percent: number): string {
  if (!Number.isFinite(percent)) return NO_FIGURE;
  return `${changeFormat.format(percent).replace('-', '\u2212')}%`;
}

/** Which way a change goes as far as its printed digits show: -0.004% is flat. */
export function changeDirection(percent: number): ChangeDirection {
  const printed = formatChange(percent);
  if (printed.startsWith('+')) return 'up';
  return printed.startsWith('\u2212') ? 'down' : 'flat';
}

/** A change in words, for those who hear it: `down 0.14 percent`, `unchanged`. */
export function spokenChange(percent: number, words: RatesMessages['spoken']): string {
  if (!Number.isFinite(percent)) return NO_FIGURE;
  const direction = changeDirection(percent);
  if (direction === 'flat') return words.flat;
  return words[direction](formatChange(percent).slice(1, -1));
}
