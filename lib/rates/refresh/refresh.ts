import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import { FRESH_DAYS } from '../age';
import { dayNumber } from '../dates';
import { Asking, type AskingOptions } from '../fetching/asking';
import { FetchError } from '../fetching/fetchText';
import { OFFICIAL_SOURCES } from '../knownSources';
import { providersOf } from '../providers/catalogue';
import { type Answer, AnswerError, type Provider } from '../providers/provider';
import {
  providerState,
  putProviderState,
  putValidators,
  validatorsOf,
} from '../store/providerStates';
import type { RateStore } from '../store/rateStore';
import { afterRun, isClosed, type Outcome } from './breaker';
import { type RowReport, releaseConfirmed, take } from './take';

/** What came of asking one provider for one currency. */
export interface AskReport {
  readonly provider: string;
  readonly quote: CurrencyCode;
  readonly outcome: 'answered' | 'unchanged' | 'failed' | 'skipped';
  /** Why it failed or was not asked, and what else is to be said. */
  readonly messages: readonly string[];
  readonly rows: readonly RowReport[];
}

export interface RefreshReport {
  /** In the order of the currencies, and of asking. */
  readonly asked: readonly AskReport[];
  /** What had been held back and was confirmed. */
  readonly released: readonly RowReport[];
  /** Whether anything that readers see is another than before. */
  readonly changed: boolean;
  /** Why the store could not be written; null where it could. */
  readonly storeFailure: string | null;
}

export interface RefreshOptions extends Pick<AskingOptions, 'sleep' | 'random' | 'limits'> {
  readonly store: RateStore;
  readonly providers: readonly Provider[];
  /** Currencies whose rate is fixed: only their own bank is asked for them. */
  readonly fixed: ReadonlySet<CurrencyCode>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Asks for the newest rates, each currency of one provider after the other until one gives a fresh
 * figure, and stores what can be believed. Never throws for what providers do, nor for a store that
 * cannot be written: both are in the report, and what was stored before stays.
 */
export function refresh(options: RefreshOptions): Promise<RefreshReport> {
  return new Run(options).complete();
}

class Run {
  readonly #options: RefreshOptions;
  readonly #store: RateStore;
  readonly #asking: Asking;
  readonly #now: number;
  #storeFailure: string | null = null;

  constructor(options: RefreshOptions) {
    this.#options = options;
    this.#store = options.store;
    this.#now = (options.now ?? Date.now)();
    const { sleep, random, limits, store } = options;
    this.#asking = new Asking({
      ...(sleep && { sleep }),
      ...(random && { random }),
      ...(limits && { limits }),
      validatorsOf: (url) => validatorsOf(store, url),
    });
  }

  async complete(): Promise<RefreshReport> {
    const before = this.#store.version;
    const chains = await Promise.all(CURRENCY_CODES.map((quote) => this.#askInTurn(quote)));
    const asked = chains.flat();
    const released = this.#write(() => releaseConfirmed(this.#store, this.#now)) ?? [];
    this.#write(() => this.#noteProviders(asked));
    return {
      asked: asked.map(({ report }) => report),
      released,
      changed: this.#store.version !== before,
      storeFailure: this.#storeFailure,
    };
  }

  async #askInTurn(quote: CurrencyCode): Promise<Asked[]> {
    const asked: Asked[] = [];
    for (const provider of this.#chain(quote)) {
      // Nobody has anything newer than the bank's own figure of today, which is stored already.
      if (provider.kind === 'aggregated' && this.#hasTodays(quote)) break;
      const one = await this.#ask(provider, quote);
      asked.push(one);
      if (one.isFresh) break;
    }
    return asked;
  }

  #chain(quote: CurrencyCode): Provider[] {
    const { providers, fixed } = this.#options;
    const chain = providersOf(providers, quote);
    return fixed.has(quote) ? chain.filter(({ kind }) => kind === 'own') : chain;
  }

  async #ask(provider: Provider, quote: CurrencyCode): Promise<Asked> {
    const state = providerState(this.#store, provider.id);
    if (isClosed(state, this.#now)) {
      const until = new Date(state?.closedUntil ?? 0).toISOString();
      const message = `left alone until ${until}: ${state?.message ?? ''}`;
      return failed(provider, quote, 'skipped', message);
    }
    const conditional: string[] = [];
    try {
      const answer = await provider.ask({
        quote,
        now: new Date(this.#now),
        get: (url, options) => {
          if (options?.conditional) conditional.push(url.href);
          return this.#asking.get(url, options);
        },
        newestStored: (source, before) => this.#store.newest(source, quote, before)?.date,
      });
      return this.#accept(provider, quote, answer, conditional);
    } catch (error) {
      if (!(error instanceof FetchError || error instanceof AnswerError)) throw error;
      const retryAfter = error instanceof FetchError ? error.retryAfter : undefined;
      return { ...failed(provider, quote, 'failed', error.message), retryAfter };
    }
  }

  #accept(
    provider: Provider,
    quote: CurrencyCode,
    answer: Answer,
    conditional: readonly string[],
  ): Asked {
    if (answer.kind === 'unchanged') {
      // Only the banks' own figures are asked for with conditions.
      const source = OFFICIAL_SOURCES[quote];
      const isFresh = this.#isFresh(source, quote);
      if (isFresh) this.#write(() => this.#store.choose(quote, source, this.#now));
      const nothing = { messages: [], rows: [] };
      return { report: { ...naming(provider, quote), outcome: 'unchanged', ...nothing }, isFresh };
    }
    const rows = this.#write(() => {
      const taken = take(this.#store, answer.rates, provider.id, this.#now);
      const isWhole = taken.every(({ fate }) => fate !== 'refused' && fate !== 'held');
      if (isWhole) this.#noteValidators(conditional);
      return taken;
    });
    if (rows === undefined) {
      return failed(provider, quote, 'failed', 'the store could not be written');
    }
    const unbelieved = rows.filter(({ fate }) => fate === 'refused' || fate === 'held');
    const source = answer.rates[0]?.source;
    const newest = answer.rates.reduce((latest, { date }) => (date > latest ? date : latest), '');
    const isFresh =
      source !== undefined &&
      this.#isFresh(source, quote) &&
      !unbelieved.some(({ date }) => date === newest);
    if (isFresh) this.#write(() => this.#store.choose(quote, source, this.#now));
    const messages = [
      ...unbelieved.map(({ date, value, remark }) => `${value} of ${date}: ${remark}`),
      ...answer.notes,
    ];
    return { report: { ...naming(provider, quote), outcome: 'answered', messages, rows }, isFresh };
  }

  #hasTodays(quote: CurrencyCode): boolean {
    const newest = this.#store.newest(OFFICIAL_SOURCES[quote], quote);
    return newest !== undefined && newest.date >= new Date(this.#now).toISOString().slice(0, 10);
  }

  #isFresh(source: string, quote: CurrencyCode): boolean {
    const newest = this.#store.newest(source, quote);
    const today = Math.floor(this.#now / 86_400_000);
    return newest !== undefined && today - dayNumber(newest.date) <= FRESH_DAYS;
  }

  #noteValidators(urls: readonly string[]): void {
    for (const url of urls) {
      const validators = this.#asking.validatorsFrom(url);
      if (validators) putValidators(this.#store, url, validators, this.#now);
    }
  }

  /** A provider did well where it answered for any currency. */
  #noteProviders(asked: readonly Asked[]): void {
    for (const { id } of this.#options.providers) {
      const own = asked.filter(
        ({ report }) => report.provider === id && report.outcome !== 'skipped',
      );
      if (own.length === 0) continue;
      const state = afterRun(providerState(this.#store, id), outcomeOf(own), this.#now);
      putProviderState(this.#store, id, state);
    }
  }

  #write<Result>(work: () => Result): Result | undefined {
    try {
      return this.#store.write(work);
    } catch (error) {
      this.#storeFailure ??= error instanceof Error ? error.message : String(error);
      return undefined;
    }
  }
}

interface Asked {
  readonly report: AskReport;
  /** Whether the currency has a figure of these days from this answer. */
  readonly isFresh: boolean;
  readonly retryAfter?: number | undefined;
}

function outcomeOf(asked: readonly Asked[]): Outcome {
  const quotesOf = new Map<string, string[]>();
  for (const { report } of asked) {
    for (const message of report.messages) {
      quotesOf.set(message, [...(quotesOf.get(message) ?? []), report.quote]);
    }
  }
  const said = [...quotesOf].map(([message, quotes]) => `${quotes.join(', ')}: ${message}`);
  const message = said.length > 0 ? said.join('; ') : null;
  if (asked.some(({ report }) => report.outcome !== 'failed')) return { ok: true, message };
  const waits = asked.map(({ retryAfter }) => retryAfter ?? 0);
  return { ok: false, message: message ?? 'it failed', retryAfter: Math.max(...waits) };
}

function naming({ id }: Provider, quote: CurrencyCode): Pick<AskReport, 'provider' | 'quote'> {
  return { provider: id, quote };
}

function failed(
  provider: Provider,
  quote: CurrencyCode,
  outcome: 'failed' | 'skipped',
  message: string,
): Asked {
  const report = { ...naming(provider, quote), outcome, messages: [message], rows: [] };
  return { report, isFresh: false };
}
