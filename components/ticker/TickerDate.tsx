import type { ObservedQuote } from '@/lib/rates/quote';
import { longDate, shortDate } from '@/lib/site/dates';
import type { ViewContext } from '../context';

interface TickerDateProps {
  readonly quote: ObservedQuote;
  /** Without the year, where the figure is of these days. */
  readonly isShort?: boolean;
  readonly context: ViewContext;
}

/** The day of a rate; one that is older than a long weekend is marked as not current. */
export function TickerDate({ quote, isShort = false, context }: TickerDateProps) {
  const { messages, site } = context;
  const isFresh = quote.age === 'fresh';
  const write = isShort && isFresh ? shortDate : longDate;
  // A calendar date belongs to no zone: read and written in UTC it stays the same day.
  const day = write(Date.parse(quote.date), { language: site.language, timeZone: 'UTC' });
  return (
    <>
      <time dateTime={quote.date}>{day}</time>
      {isFresh ? null : <span className="not-current">, {messages.rates.notCurrent}</span>}
    </>
  );
}
