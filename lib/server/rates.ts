import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '@/lib/log/log';
import type { Publication } from '@/lib/publishing/publication';
import { providersFor, refreshRates } from '@/lib/publishing/ratesRefresh';
import { audit, describeDisagreement, disagreements } from '@/lib/rates/audit';
import { type RateHealth, rateHealth } from '@/lib/rates/health';
import type { RefreshReport } from '@/lib/rates/refresh/refresh';
import { RefreshJob } from '@/lib/rates/refresh/refreshJob';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { routes, type SitePath } from '@/lib/site/routes';
import type { PageCache } from './pages/pageCache';
import { SharedRates } from './shared/sharedRates';
import type { SharedStore } from './shared/store';

const DAY = 86_400_000;

/** Pages on which the rates are the news: made anew at once, all others when they are asked for. */
const RATE_PAGES: readonly SitePath[] = [
  routes.front(),
  routes.rates(),
  ...CURRENCY_CODES.map(routes.rate),
];

/** Keeps the rates of a running site new, beside whatever readers ask for. */
export class LiveRates {
  readonly #publication: Publication;
  readonly #pages: PageCache;
  readonly #providers: ReturnType<typeof providersFor>;
  readonly #shared: SharedRates | null;
  #storeFailure: string | null = null;
  #pegs: readonly string[] = [];
  #pegsAudited = Number.NEGATIVE_INFINITY;
  #logged = '';

  /** @param store shared with other instances; null where each refreshes for itself */
  constructor(publication: Publication, pages: PageCache, store: SharedStore | null = null) {
    this.#publication = publication;
    this.#pages = pages;
    this.#providers = providersFor(publication);
    const rates = publication.rateBook.store;
    const providers = this.#providers.map(({ id }) => id);
    this.#shared = store && new SharedRates({ store, rates, providers });
  }

  /** Refreshes now, and from now on; does nothing where the rates are not to be fetched. */
  start(): void {
    const { interval } = this.#publication.environment.rates;
    if (interval === null) return;
    const job = new RefreshJob({
      run: () => this.#refresh(),
      interval,
      onReport: (report) => this.#take(report),
    });
    if (this.#shared === null) job.start();
    else {
      this.#shared.start({
        begin: () => job.start(),
        end: () => job.stop(),
        onTaken: () => this.#show(),
      });
    }
  }

  async stop(): Promise<void> {
    await this.#shared?.stop();
  }

  /** Whether this instance is the one that asks the providers. */
  get isFetching(): boolean {
    return this.#shared?.isFetching ?? this.#publication.environment.rates.interval !== null;
  }

  get health(): RateHealth & { readonly refresh: number | 'off' } {
    const { rates, rateBook, environment } = this.#publication;
    const { interval } = environment.rates;
    const health = rateHealth({
      rates,
      store: rateBook.store,
      providers: this.#providers,
      remarks: [
        ...(this.#storeFailure === null ? [] : [`The store: ${this.#storeFailure}`]),
        ...this.#pegs,
      ],
      now: new Date(),
      timeZone: this.#publication.read(({ site }) => site.timeZone),
    });
    return { ...health, refresh: interval === null ? 'off' : interval / 1000 };
  }

  async #refresh(): Promise<RefreshReport> {
    const report = await refreshRates(this.#publication, this.#providers);
    if (Date.now() - this.#pegsAudited >= DAY) await this.#auditPegs();
    return report;
  }

  /** A peg is believed, and looked at once a day by what others say of the currency. */
  async #auditPegs(): Promise<void> {
    this.#pegsAudited = Date.now();
    const { rates } = this.#publication;
    const found = await audit({
      providers: this.#providers,
      rates,
      now: new Date(),
      pegsOnly: true,
      sleep,
    });
    this.#pegs = disagreements(found).map(describeDisagreement);
  }

  #take(report: RefreshReport): void {
    this.#storeFailure = report.storeFailure;
    if (report.changed) this.#show();
    this.#shared?.share();
    this.#log(report);
  }

  #show(): void {
    this.#pages.expire(['rates']);
    this.#pages.renew(RATE_PAGES);
  }

  /** New figures each time; troubles once, until they are others. */
  #log(report: RefreshReport): void {
    const taken = [...report.asked.flatMap(({ rows }) => rows), ...report.released].filter(
      ({ fate }) => fate === 'new' || fate === 'revised',
    );
    if (taken.length > 0) {
      const quotes = [...new Set(taken.map(({ quote }) => quote))].join(', ');
      log.info(
        `Rates: ${taken.length} new ${taken.length === 1 ? 'figure' : 'figures'} (${quotes})`,
      );
    }
    const troubles = this.health.troubles.map((trouble) => `Rates: ${trouble}`).join('\n');
    // Times within would make every line a new one.
    const same = troubles.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z|\b\d+ times\b|\bonce\b/g, '');
    if (same !== this.#logged && troubles !== '') log.warn(troubles);
    this.#logged = same;
  }
}
