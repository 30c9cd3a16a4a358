import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import { FRESH_DAYS } from './age';
import { type CalendarDate, dayNumber, dayNumberIn, lastPossibleDay } from './dates';
import { Asking, type AskingOptions } from './fetching/asking';
import { FetchError } from './fetching/fetchText';
import { providersOf } from './providers/catalogue';
import { dateIn } from './providers/days';
import { AnswerError, type Inquiry, type Provider } from './providers/provider';
import { fixedCurrencies, pegOf } from './quote';
import type { KnownRates } from './rateOn';
import { readRow } from './refresh/judge';

/** What one witness says a dollar costs. */
export interface Testimony {
  readonly quote: CurrencyCode;
  /** Provider, or what is stored, or a peg. */
  readonly witness: string;
  readonly date: CalendarDate;
  /** Local units for one US dollar. */
  readonly rate: number;
}

/** Two witnesses that say different things of the same days. */
export interface Disagreement {
  readonly one: Testimony;
  readonly other: Testimony;
  /** Difference in percent of the smaller figure. */
  readonly percent: number;
}

export interface Audit {
  readonly testimonies: readonly Testimony[];
  readonly failures: readonly {
    readonly witness: string;
    readonly quote: CurrencyCode | null;
    readonly message: string;
  }[];
}

/** Sources differ by up to a percent on ordinary days; more than this is told. */
export const TOLERANCE = 2;

interface AuditOptions extends AskingOptions {
  readonly providers: readonly Provider[];
  readonly rates: KnownRates;
  readonly now: Date;
  /** Asks only for what says something about rates that are fixed. */
  readonly pegsOnly?: boolean;
}

/** Asks every provider for everything, and keeps nothing of it. */
export async function audit(options: AuditOptions): Promise<Audit> {
  const { providers, rates, now, pegsOnly = false } = options;
  const asking = new Asking(options);
  const get: Inquiry['get'] = (url, { userAgent } = {}) =>
    asking.get(url, userAgent === undefined ? {} : { userAgent });
  const testimonies = known(rates, now);
  const failures: Audit['failures'][number][] = [];
  const quotes = pegsOnly ? fixedCurrencies(rates.sources, now) : CURRENCY_CODES;

  const attempt = async (
    witness: string,
    quote: CurrencyCode | null,
    work: () => Promise<void>,
  ) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FetchError || error instanceof AnswerError)) throw error;
      failures.push({ witness, quote, message: error.message });
    }
  };
  const asks = quotes.flatMap((quote) =>
    providersOf(providers, quote).map((provider) =>
      attempt(provider.id, quote, async () => {
        const answer = await provider.ask({ quote, now, get, newestStored: () => undefined });
        if (answer.kind === 'unchanged') return;
        for (const row of answer.rates.slice(-1)) {
          const reading = readRow(row, lastPossibleDay(now));
          if (!reading.ok) throw new AnswerError(`${row.value} of ${row.date}: ${reading.reason}`);
          const { date, rate } = reading.reading;
          testimonies.push({ quote, witness: provider.id, date, rate: Number(rate) });
        }
      }),
    ),
  );
  const crossings = providers.map(({ id, crossRates }) =>
    attempt(id, null, async () => {
      for (const { quote, date, rate } of (await crossRates?.(get)) ?? []) {
        if (quotes.includes(quote)) {
          testimonies.push({ quote, witness: `${id} (by way of its own currency)`, date, rate });
        }
      }
    }),
  );
  await Promise.all([...asks, ...crossings]);
  return { testimonies, failures };
}

/** What is shown to readers. */
function known({ history, sources }: KnownRates, now: Date): Testimony[] {
  const today = dayNumberIn(now, 'UTC');
  return CURRENCY_CODES.flatMap((quote): Testimony[] => {
    const peg = pegOf(sources, quote, today);
    if (peg) {
      return [{ quote, witness: 'peg', date: dateIn(now, 'UTC'), rate: Number(peg.rate) }];
    }
    const latest = history.latest(quote);
    return latest
      ? [{ quote, witness: 'stored', date: latest.date, rate: Number(latest.rate) }]
      : [];
  });
}

/** Testimonies about nearly the same day that differ by more than the tolerance. */
export function disagreements({ testimonies }: Audit, tolerance = TOLERANCE): Disagreement[] {
  return testimonies.flatMap((one, index) =>
    testimonies.slice(index + 1).flatMap((other): Disagreement[] => {
      if (one.quote !== other.quote) return [];
      if (Math.abs(dayNumber(one.date) - dayNumber(other.date)) > FRESH_DAYS) return [];
      const percent = Math.abs(one.rate - other.rate) / Math.min(one.rate, other.rate);
      return percent * 100 > tolerance ? [{ one, other, percent: percent * 100 }] : [];
    }),
  );
}

/** A disagreement in words. */
export function describeDisagreement({ one, other, percent }: Disagreement): string {
  const say = ({ witness, rate, date }: Testimony) =>
    `${Number(rate.toPrecision(7))} (${witness}, ${date})`;
  return `${one.quote}: ${say(one)} and ${say(other)} differ by ${percent.toFixed(1)}%`;
}
