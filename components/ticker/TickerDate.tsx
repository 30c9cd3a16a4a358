import type { ObservedQuote } from '@/lib/rates/quote';
import { longDate } from '@/lib/site/dates';
import type { ViewContext } from '../context';

interface TickerDateProps {
  readonly quote: ObservedQuote;
  readonly context: ViewContext;
}

/** The day of a rate; one that is older than a long weekend is marked as not current. */
export function TickerDate({ quote, context }: TickerDateProps) {
  const { messages, site } = context;
  // A calendar date belongs to no zone: read and written in UTC it stays the same day.
  const day = longDate(Date.parse(quote.date), { language: site.language, timeZone: 'UTC' });
  return (
    <>
      <time dateTime={quote.date}>{day}</time>
      {quote.age === 'fresh' ? null : (
        <span className="not-current">, {messages.rates.notCurrent}</span>
      )}
    </>
  );
}
