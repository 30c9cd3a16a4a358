import { dayNumberIn } from '@/lib/rates/dates';
import { providerCatalogue } from '@/lib/rates/providers/catalogue';
import type { Provider } from '@/lib/rates/providers/provider';
import { pegOf } from '@/lib/rates/quote';
import { type RefreshReport, refresh } from '@/lib/rates/refresh/refresh';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import type { Publication } from './publication';

/** Those whom a publication's rates are fetched from, in the order in which they are asked. */
export function providersFor({ environment }: Publication): Provider[] {
  return providerCatalogue(environment.rates.addresses);
}

/** Fetches the newest rates of a publication, once. */
export function refreshRates(
  publication: Publication,
  providers: readonly Provider[],
): Promise<RefreshReport> {
  const { rates, rateBook } = publication;
  const today = dayNumberIn(new Date(), 'UTC');
  const fixed = new Set(CURRENCY_CODES.filter((code) => pegOf(rates.sources, code, today)));
  return refresh({ store: rateBook.store, providers, fixed });
}
