import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { RatesEnvironment } from '@/lib/site/environment/rates';
import { cbt } from './cbt';
import { CBU, cbu } from './cbu';
import { FAWAZAHMED0, FAWAZAHMED0_FALLBACK, fawazahmed0 } from './fawazahmed0';
import { FRANKFURTER, frankfurter } from './frankfurter';
import { NBK, nbk } from './nbk';
import { NBKR, nbkr } from './nbkr';
import { NBT, nbt } from './nbt';
import type { Provider } from './provider';

/**
 * The providers in the order in which they are asked: Frankfurter for all, each bank for its own
 * currency, then the aggregated fallback. The Central Bank of Turkmenistan is asked only where an
 * address is given for it: most networks cannot reach it, and its rate is fixed.
 * @param addresses what takes the place of the providers' own
 */
export function providerCatalogue(addresses: RatesEnvironment['addresses']): Provider[] {
  return [
    frankfurter(addresses.frankfurter ?? FRANKFURTER),
    nbkr(addresses.nbkr ?? NBKR),
    nbk(addresses.nbk ?? NBK),
    nbt(addresses.nbt ?? NBT),
    cbu(addresses.cbu ?? CBU),
    ...(addresses.cbt === undefined ? [] : [cbt(addresses.cbt)]),
    fawazahmed0(
      addresses.fawazahmed0 ?? FAWAZAHMED0,
      addresses.fawazahmed0Fallback ?? FAWAZAHMED0_FALLBACK,
    ),
  ];
}

/** The providers of a currency, in the order in which they are asked. */
export function providersOf(providers: readonly Provider[], quote: CurrencyCode): Provider[] {
  return providers.filter(({ quotes }) => quotes.includes(quote));
}
