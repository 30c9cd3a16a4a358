import type { ViewContext } from '@/components/context';
import type { Observation } from '@/lib/rates/observations';
import { RateHistory } from '@/lib/rates/observations';
import { type TickerQuote, tickerQuotes } from '@/lib/rates/quote';
import { SOURCES } from '@/tests/unit/rates/build';

export { observation } from '@/tests/unit/rates/build';

/** The pairs in the order of the seed page. */
export const PAIRS = ['KGS/USD', 'KZT/USD', 'TJS/USD', 'UZS/USD', 'TMT/USD'] as const;

/** The ticker's items as the layout makes them; the manat is pegged. */
export function quotesOf(
  observations: readonly Observation[],
  { site, now }: ViewContext,
): TickerQuote[] {
  return tickerQuotes(
    new RateHistory(observations),
    SOURCES,
    new Date(now),
    site.ticker.direction,
    site.timeZone,
  );
}
