import type { Publication } from '@/lib/publishing/publication';
import { providersFor } from '@/lib/publishing/ratesRefresh';
import { formatChange, formatOfficial, NO_FIGURE } from '@/lib/rates/format';
import { rateHealth } from '@/lib/rates/health';
import { type RateOverview, rateOverviews } from '@/lib/rates/overview';
import type { Change } from '@/lib/rates/quote';
import { alignTable } from '../alignTable';

const REVISIONS = 5;

/** Prints what readers see and how it came about; 1 where something is wrong with it. */
export function showRates(publication: Publication): number {
  const { rates, rateBook } = publication;
  const { store } = rateBook;
  const { ticker, timeZone } = publication.read(({ site }) => site);
  const now = new Date();
  const overviews = rateOverviews(rates, now, ticker.direction, timeZone);
  const providers = providersFor(publication);
  const health = rateHealth({ rates, store, providers, remarks: [], now, timeZone });
  print([['', '1 USD', 'day', 'week', 'month', 'as of', 'age', 'source'], ...overviews.map(row)]);
  print([
    ['provider', 'state', 'last success', ''],
    ...health.providers.map(({ id, state, lastSuccess, message }) => [
      id,
      state,
      lastSuccess ?? 'never',
      message ?? '',
    ]),
  ]);
  const stored = store.all();
  const sources = [...new Set(stored.map(({ source }) => source))];
  print([
    ['stored', 'figures', 'from', 'to'],
    ...sources.map((source) => {
      const own = stored.filter((one) => one.source === source).map(({ date }) => date);
      const dates = own.sort();
      return [source, String(own.length), dates[0] ?? '', dates.at(-1) ?? ''];
    }),
  ]);
  for (const { source, quote, date, before, after } of store.revisions(REVISIONS)) {
    console.log(`revised: ${quote} of ${date} by ${source}, ${before} to ${after}`);
  }
  for (const trouble of health.troubles) console.log(`trouble: ${trouble}`);
  return health.status === 'ok' ? 0 : 1;
}

function print(rows: readonly (readonly string[])[]): void {
  console.log(`${alignTable(rows, 'left')}\n`);
}

function row({ code, quote, rate, changes }: RateOverview): string[] {
  return [
    code,
    rate === null ? NO_FIGURE : formatOfficial(rate),
    change(changes.day),
    change(changes.week),
    change(changes.month),
    quote.kind === 'observed' ? quote.date : quote.kind === 'fixed' ? quote.since : NO_FIGURE,
    quote.kind === 'observed' ? quote.age : quote.kind,
    quote.kind === 'missing' ? NO_FIGURE : whose(quote),
  ];
}

function whose(quote: Exclude<RateOverview['quote'], { kind: 'missing' }>): string {
  const { name } = quote.source;
  return quote.kind === 'observed' && quote.via ? `${name}, via ${quote.via}` : name;
}

function change(value: Change): string {
  if (value.kind === 'fixed') return 'fixed';
  return value.kind === 'none' ? NO_FIGURE : formatChange(value.percent);
}
