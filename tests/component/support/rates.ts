import type { ViewContext } from '@/components/context';
import type { ConverterModel } from '@/components/rates/Converter';
import {
  answerQuestion,
  type ConverterQuestion,
  converterCurrencies,
} from '@/lib/rates/conversion';
import { currencyHistory } from '@/lib/rates/currencyHistory';
import type { Observation } from '@/lib/rates/observations';
import { RateHistory } from '@/lib/rates/observations';
import { type RateOverview, rateOverviews } from '@/lib/rates/overview';
import { type TickerQuote, tickerQuotes } from '@/lib/rates/quote';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
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

/** The currencies as the pages of rates show them. */
export function overviewsOf(
  observations: readonly Observation[],
  { site, now }: ViewContext,
  sources = SOURCES,
): RateOverview[] {
  const rates = { history: new RateHistory(observations), sources };
  return rateOverviews(rates, new Date(now), site.ticker.direction, site.timeZone);
}

export function historyOf(
  observations: readonly Observation[],
  code: CurrencyCode,
  sources = SOURCES,
) {
  return currencyHistory({ history: new RateHistory(observations), sources }, code);
}

/** The converter with a question that was asked, or as it is before any. */
export function converterOf(
  overviews: readonly RateOverview[],
  asked?: ConverterQuestion,
): ConverterModel {
  const currencies = converterCurrencies(overviews);
  return {
    currencies,
    question: asked ?? { amount: '100', from: 'USD', to: 'KZT' },
    conversion: asked ? answerQuestion(asked, currencies) : { kind: 'none' },
  };
}
