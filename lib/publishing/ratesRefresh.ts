import { providerCatalogue } from '@/lib/rates/providers/catalogue';
import type { Provider } from '@/lib/rates/providers/provider';
import { fixedCurrencies } from '@/lib/rates/quote';
import { type RefreshReport, refresh } from '@/lib/rates/refresh/refresh';
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
  const fixed = new Set(fixedCurrencies(rates.sources, new Date()));
  return refresh({ store: rateBook.store, providers, fixed });
}
