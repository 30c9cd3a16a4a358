import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { CURRENCIES } from './currencies';
import { formatRate } from './format';
import type { RateOverview } from './overview';
import type { Change } from './quote';
import type { KnownRates } from './rateOn';
import type { Source } from './sources';

/** What the data files say of themselves, in the words of the site. */
export interface DocumentWords {
  readonly notice: string;
  readonly names: Readonly<Record<CurrencyCode, string>>;
  /** Absolute address of a currency's page. */
  readonly page: (code: CurrencyCode) => string;
}

/** The newest rates as JSON; docs/rates-api.md describes the fields. */
export function ratesDocument(overviews: readonly RateOverview[], words: DocumentWords): string {
  const document = {
    base: 'USD',
    notice: words.notice,
    rates: overviews.map((overview) => {
      const { code, quote, rate, changes } = overview;
      const observed = quote.kind === 'observed' ? quote : null;
      return {
        code,
        number: CURRENCIES[code].number,
        name: words.names[code],
        kind: quote.kind,
        rate,
        inverse: rate === null ? null : formatRate(1 / Number(rate)),
        date: observed?.date ?? null,
        age: observed?.age ?? null,
        fixedSince: quote.kind === 'fixed' ? quote.since : null,
        pair: quote.pair,
        change: {
          day: percentOf(changes.day),
          week: percentOf(changes.week),
          month: percentOf(changes.month),
        },
        source: quote.kind === 'missing' ? null : sourceFacts(quote.source),
        via: observed?.via ?? null,
        page: words.page(code),
      };
    }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Percent with four decimals: what is compared has no more digits to give. */
function percentOf(change: Change): number | null {
  if (change.kind !== 'moved') return null;
  // Adding zero turns a negative one into zero.
  return Number(change.percent.toFixed(4)) + 0;
}

function sourceFacts({ id, name, url, kind, licence }: Source) {
  return { id, name, url, kind, licence: licence ?? null };
}

/** The history of a currency, oldest first; null where nothing is known of it. */
function historyOf({ history, sources }: KnownRates, { code, quote }: RateOverview) {
  if (quote.kind === 'fixed') {
    const { source, since: date } = quote;
    return { source, rates: [{ date, rate: source.rate }] };
  }
  const series = history.series(code);
  const source = sources.find(({ id }) => id === series[0]?.source);
  return source ? { source, rates: series.map(({ date, rate }) => ({ date, rate })) } : null;
}

/** All figures of a currency from the source that is shown, as JSON. */
export function historyDocument(
  rates: KnownRates,
  overview: RateOverview,
  words: DocumentWords,
): string | null {
  const found = historyOf(rates, overview);
  if (!found) return null;
  const { code } = overview;
  const document = {
    code,
    name: words.names[code],
    base: 'USD',
    notice: words.notice,
    source: sourceFacts(found.source),
    rates: found.rates,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

/** The same as a table, in the form that `npm run rates -- import` reads. */
export function historyTable(rates: KnownRates, overview: RateOverview): string | null {
  const found = historyOf(rates, overview);
  if (!found) return null;
  const lines = found.rates.map(({ date, rate }) => `${date},${rate}\n`);
  return `date,${overview.code}\n${lines.join('')}`;
}
