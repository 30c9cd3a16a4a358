import type { CurrencyCode } from '../currencyCodes';

/** What the site says of exchange rates. Codes are those of ISO 4217. */
export interface RatesMessages {
  readonly heading: string;
  readonly asOf: string;
  readonly source: string;
  readonly sources: string;
  readonly banks: string;
  readonly several: string;
  readonly via: (provider: string) => string;
  readonly notCurrent: string;
  /** Of figures that are not all a bank's own. */
  readonly reference: string;
  readonly officialReference: string;
  /** What stands before the year since which a rate is fixed. */
  readonly fixedSince: string;
  readonly fixed: string;
  readonly noComparison: string;
  readonly missing: string;
  readonly spoken: {
    /** `percent` has neither sign nor unit. */
    readonly up: (percent: string) => string;
    readonly down: (percent: string) => string;
    readonly flat: string;
  };
  readonly names: Readonly<Record<CurrencyCode | 'USD', string>>;
  readonly issuers: Readonly<Record<CurrencyCode, string>>;
  readonly all: string;
  /** Link from the ticker to a currency's page. */
  readonly more: (code: string) => string;
  readonly page: {
    readonly introduction: string;
    readonly description: string;
    readonly provenance: string;
    readonly table: string;
    readonly currency: string;
    readonly dollarBuys: string;
    readonly unitBuys: string;
    readonly day: string;
    readonly week: string;
    readonly month: string;
    readonly trend: string;
    readonly change: string;
    readonly date: string;
    readonly trendOf: (code: string) => string;
    /** What a plus means, where changes are those of `KZT/USD` or of `USD/KZT`. */
    readonly localSigns: string;
    readonly dollarSigns: string;
    readonly aggregated: string;
    readonly api: string;
  };
  readonly currency: {
    readonly title: (name: string) => string;
    readonly description: (name: string, code: string, issuer: string) => string;
    readonly history: string;
    readonly chartTitle: (code: string, from: string, to: string) => string;
    readonly chartSummary: (low: string, lowDate: string, high: string, highDate: string) => string;
    readonly chartDirection: string;
    readonly high: string;
    readonly low: string;
    readonly table: string;
    readonly date: string;
    readonly rate: string;
    readonly change: string;
    readonly licence: string;
    readonly aggregated: string;
    readonly official: string;
    readonly download: (days: number, from: string) => string;
    readonly fixedHistory: (rate: string, issuer: string) => string;
    readonly missingHistory: string;
    readonly others: string;
  };
  readonly converter: {
    readonly heading: string;
    readonly amount: string;
    readonly from: string;
    readonly to: string;
    readonly submit: string;
    readonly notAnAmount: string;
    /** A currency whose newest figure is too old, with the day of it. */
    readonly expired: (code: string, date: string) => string;
    readonly noRate: (code: string) => string;
    readonly basis: string;
  };
}
