import type { Diagnostic } from '@/lib/content/diagnostics';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { ContentRates } from './files';
import { withKnownSources } from './knownSources';
import { type Observation, RateHistory } from './observations';
import type { Source } from './sources';
import { RateStore, type StoredObservation } from './store/rateStore';
import { seed } from './store/seed';

/** What is known of exchange rates at one moment. */
export interface Rates {
  readonly history: RateHistory;
  /** In order of preference. */
  readonly sources: readonly Source[];
  /** Problems of the publication's own tables, sorted by file and place. */
  readonly findings: readonly Diagnostic[];
}

/** The rates of a publication: its own tables and what was fetched, read anew where it changed. */
export class RateBook {
  readonly store: RateStore;
  #content: ContentRates;
  #rates: Rates | undefined;
  #version = 0;

  constructor(store: RateStore, content: ContentRates) {
    this.store = store;
    this.#content = content;
  }

  /** The same object until something changes, in this thread or elsewhere. */
  get current(): Rates {
    const { version } = this.store;
    if (this.#rates && version === this.#version) return this.#rates;
    const sources = withKnownSources(this.#content.sources);
    this.#version = version;
    this.#rates = {
      history: historyOf(this.store, sources),
      sources,
      findings: this.#content.findings,
    };
    return this.#rates;
  }

  /** Takes over what the publication's own tables say now, which another thread has stored. */
  takeOver(content: ContentRates): void {
    this.#content = content;
    this.#rates = undefined;
  }

  /**
   * Takes over what the publication's own tables say now, and stores it.
   * @param now milliseconds since 1970
   * @throws Error where the store cannot be written; what it held stays
   */
  update(content: ContentRates, now: number): void {
    this.takeOver(content);
    seed(this.store, content, now);
  }
}

/**
 * What is known by a publication's own tables and by figures that are stored already, without
 * writing anything down.
 */
export function knownRates(
  content: ContentRates,
  stored: readonly StoredObservation[] = [],
): Rates {
  const store = RateStore.inMemory();
  store.write(() => {
    for (const observation of stored) store.put(observation);
  });
  const book = new RateBook(store, content);
  book.update(content, Date.now());
  const { current } = book;
  store.close();
  return current;
}

/** @param sources in order of preference */
function historyOf(store: RateStore, sources: readonly Source[]): RateHistory {
  const rank = new Map<string, number>(sources.map(({ id }, index) => [id, index]));
  const rankOf = ({ source }: Observation) => rank.get(source) ?? sources.length;
  const observations: Observation[] = store.all().sort((a, b) => rankOf(a) - rankOf(b));
  const chosen = new Map<CurrencyCode, string>();
  for (const [quote, { source }] of store.chosen()) chosen.set(quote, source);
  return new RateHistory(observations, chosen);
}
