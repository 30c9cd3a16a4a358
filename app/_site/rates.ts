import type { ViewContext } from '@/components/context';
import { publication } from '@/lib/publishing/publication';
import { noteShown } from '@/lib/publishing/shown';
import { type RateOverview, rateOverviews } from '@/lib/rates/overview';
import type { Rates } from '@/lib/rates/rateBook';

export interface LoadedRates {
  readonly rates: Rates;
  readonly overviews: readonly RateOverview[];
}

/** The rates as a page shows them now. */
export async function loadRates({ site, now }: ViewContext): Promise<LoadedRates> {
  const current = await publication();
  const { rates } = current;
  const moment = new Date(current.ratesMoment(now));
  noteShown(['rates']);
  const { ticker, timeZone } = site;
  return { rates, overviews: rateOverviews(rates, moment, ticker.direction, timeZone) };
}
