import type { TickerQuote } from '@/lib/rates/quote';
import type { ViewContext } from '../context';
import { TickerItem } from './TickerItem';
import { TickerNote } from './TickerNote';

interface TickerProps {
  readonly quotes: readonly TickerQuote[];
  readonly context: ViewContext;
}

/**
 * The exchange rates: a list that stands still, each item with its details to unfold. On a narrow
 * screen it scrolls sideways.
 */
export function Ticker({ quotes, context }: TickerProps) {
  const { heading } = context.messages.rates;
  return (
    <section className="ticker" aria-label={heading} data-ticker="">
      <div className="wrap ticker-row">
        <ul className="ticker-scroll" aria-label={heading}>
          {quotes.map((quote) => (
            <TickerItem key={quote.pair} quote={quote} context={context} />
          ))}
        </ul>
        <TickerNote
          quotes={quotes.filter((quote) => quote.kind === 'observed')}
          context={context}
        />
      </div>
    </section>
  );
}
