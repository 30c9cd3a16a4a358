import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { Age } from './age';
import type { CalendarDate } from './dates';
import { tickerQuotes } from './quote';
import type { Rates } from './rateBook';
import { providerState } from './store/providerStates';
import { quarantined } from './store/quarantine';
import type { RateStore } from './store/rateStore';

export interface CurrencyHealth {
  readonly code: CurrencyCode;
  /** Id of the source that is shown; null where there is no figure. */
  readonly source: string | null;
  readonly via: string | null;
  readonly date: CalendarDate | null;
  readonly age: Age | 'fixed' | 'missing';
}

export interface ProviderHealth {
  readonly id: string;
  /** `closed`: it failed too often, and is left alone for a while. */
  readonly state: 'untried' | 'well' | 'failing' | 'closed';
  readonly failures: number;
  /** ISO 8601. */
  readonly lastSuccess: string | null;
  readonly closedUntil: string | null;
  readonly message: string | null;
}

export interface RateHealth {
  readonly status: 'ok' | 'trouble';
  /** What is wrong, each in a sentence. */
  readonly troubles: readonly string[];
  readonly currencies: readonly CurrencyHealth[];
  readonly providers: readonly ProviderHealth[];
  /** Figures that moved too far to be believed at once. */
  readonly held: readonly {
    readonly source: string;
    readonly code: CurrencyCode;
    readonly date: CalendarDate;
    readonly rate: string;
    readonly since: string;
  }[];
}

interface HealthOptions {
  readonly rates: Rates;
  readonly store: RateStore;
  readonly providers: readonly { readonly id: string }[];
  /** What a refresh said beside: of the store, of pegs. */
  readonly remarks: readonly string[];
  readonly now: Date;
  readonly timeZone: string;
}

/** How the rates are: what readers see of them, and how those who give them do. */
export function rateHealth(options: HealthOptions): RateHealth {
  const { rates, store, now, timeZone } = options;
  const quotes = tickerQuotes(rates.history, rates.sources, now, 'local-usd', timeZone);
  const currencies = quotes.map((quote): CurrencyHealth => {
    const { code } = quote;
    if (quote.kind === 'missing')
      return { code, source: null, via: null, date: null, age: quote.kind };
    const source = quote.source.id;
    if (quote.kind === 'fixed') return { code, source, via: null, date: quote.since, age: 'fixed' };
    return { code, source, via: quote.via, date: quote.date, age: quote.age };
  });
  const providers = options.providers.map(({ id }) => providerHealth(store, id, now.getTime()));
  const held = quarantined(store).map(({ source, quote, date, rate, firstSeen }) => {
    return { source, code: quote, date, rate, since: iso(firstSeen) };
  });
  const troubles = [
    ...currencies.flatMap(currencyTrouble),
    ...providers.flatMap(providerTrouble),
    ...held.map(
      ({ source, code, date, rate }) =>
        `${code}: ${rate} of ${date} by ${source} moved too far and is held until it is confirmed.`,
    ),
    ...options.remarks,
  ];
  const status = troubles.length === 0 ? 'ok' : 'trouble';
  return { status, troubles, currencies, providers, held };
}

function providerHealth(store: RateStore, id: string, now: number): ProviderHealth {
  const state = providerState(store, id);
  if (!state) {
    const nothing = { failures: 0, lastSuccess: null, closedUntil: null, message: null };
    return { id, state: 'untried', ...nothing };
  }
  const { failures, succeededAt, closedUntil, message } = state;
  const isClosed = closedUntil > now;
  return {
    id,
    state: isClosed ? 'closed' : failures > 0 ? 'failing' : 'well',
    failures,
    lastSuccess: succeededAt === null ? null : iso(succeededAt),
    closedUntil: isClosed ? iso(closedUntil) : null,
    message,
  };
}

function currencyTrouble({ code, age, date }: CurrencyHealth): string[] {
  if (age === 'missing') return [`${code}: there is no rate.`];
  if (age === 'fresh' || age === 'fixed') return [];
  return [`${code}: the newest rate is of ${date} and is shown as not current (${age}).`];
}

function providerTrouble({ id, failures, closedUntil, message }: ProviderHealth): string[] {
  const said = message === null ? '' : `: ${message}`;
  if (closedUntil !== null) return [`${id} is left alone until ${closedUntil}${said}`];
  if (failures > 0) return [`${id} failed ${failures === 1 ? 'once' : `${failures} times`}${said}`];
  return message === null ? [] : [`${id} answered in part${said}`];
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
