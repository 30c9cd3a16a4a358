import type { ViewContext } from '@/components/context';
import { publication } from '@/lib/publishing/publication';
import { noteShown } from '@/lib/publishing/shown';
import { type TickerQuote, tickerQuotes } from '@/lib/rates/quote';

/** The header's five pairs as they stand now. */
export async function tickerModel({ site, now }: ViewContext): Promise<TickerQuote[]> {
  const current = await publication();
  const { rates } = current;
  noteShown(['rates']);
  return tickerQuotes(
    rates.history,
    rates.sources,
    new Date(current.ratesMoment(now)),
    site.ticker.direction,
    site.timeZone,
  );
}
