import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { CalendarDate } from '../dates';
import type { OfficialSourceId } from '../knownSources';

/** Who is asked over the network; whose figures they are is a source. */
export type ProviderId = 'frankfurter' | 'nbk' | 'nbkr' | 'nbt' | 'cbu' | 'cbt' | 'fawazahmed0';

/** Ids of the sources whose figures can be fetched. */
export type FetchedSourceId = OfficialSourceId | 'fawazahmed0';

/** A row of a provider's answer, as it stands there: nothing about it is believed yet. */
export interface RawRate {
  readonly source: FetchedSourceId;
  readonly quote: CurrencyCode;
  /** `YYYY-MM-DD` where the provider's own form could be read, else its text. */
  readonly date: string;
  /** Local units for `nominal` US dollars, in digits with a decimal point. */
  readonly value: string;
  /** How many US dollars the value is for; undefined where the answer does not say. */
  readonly nominal: string | undefined;
}

export type Answer =
  | {
      readonly kind: 'rates';
      readonly rates: readonly RawRate[];
      /** What did not go well but does not matter for the newest rate. */
      readonly notes: readonly string[];
    }
  /** The same as last time. */
  | { readonly kind: 'unchanged' };

export interface GetOptions {
  /** Asks only for what has changed since an answer whose figures were all taken. */
  readonly conditional?: boolean;
  readonly userAgent?: string;
}

/** What a provider may know and use while it is asked. */
export interface Inquiry {
  readonly quote: CurrencyCode;
  readonly now: Date;
  /**
   * Body at an address; an address is asked once in a run. Null where it is the same as last time.
   * @throws FetchError
   */
  readonly get: (url: URL, options?: GetOptions) => Promise<string | null>;
  /** Day of the newest figure of a source in the store, before a day where one is given. */
  readonly newestStored: (
    source: FetchedSourceId,
    before?: CalendarDate,
  ) => CalendarDate | undefined;
}

/** A rate that follows from an answer about something else; good for comparison only. */
export interface CrossRate {
  readonly quote: CurrencyCode;
  readonly date: CalendarDate;
  /** Local units for one US dollar. */
  readonly rate: number;
}

/** One service on the network that knows rates. */
export interface Provider {
  readonly id: ProviderId;
  /** Whether it gives figures of its own, those of the banks, or a blend. */
  readonly kind: 'own' | 'passing-on' | 'aggregated';
  readonly quotes: readonly CurrencyCode[];
  /**
   * Asks for the newest rates of one currency.
   * @throws FetchError, or AnswerError for an answer that is not what it should be
   */
  readonly ask: (inquiry: Inquiry) => Promise<Answer>;
  /** Rates that follow from the provider's other figures. Throws as `ask` does. */
  readonly crossRates?: (get: Inquiry['get']) => Promise<readonly CrossRate[]>;
}

/** Thrown for an answer that cannot be what it should be; nothing of it is used. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}
