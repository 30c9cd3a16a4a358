import type { ObservedQuote, TickerQuote } from '@/lib/rates/quote';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { TickerDate } from './TickerDate';
import { TickerItem } from './TickerItem';

interface TickerProps {
  readonly quotes: readonly TickerQuote[];
  readonly context: ViewContext;
}

/**
 * The exchange rates: a list that stands still, each item with its details to unfold. On a narrow
 * screen it scrolls sideways.
 */
export function Ticker({ quotes, context }: TickerProps) {
  const { rates } = context.messages;
  const observed = quotes.filter((quote) => quote.kind === 'observed');
  const [first, ...others] = observed;
  // Said once where all share it.
  const day = others.every(({ date }) => date === first?.date) ? first : undefined;
  const source = others.every((quote) => quote.source.id === first?.source.id) ? first : undefined;
  const isOfficial = observed.every((quote) => quote.source.kind === 'official');
  return (
    <section className="ticker" aria-label={rates.heading} data-ticker="">
      <div className="wrap ticker-row">
        <ul className="ticker-scroll" aria-label={rates.heading}>
          {quotes.map((quote) => (
            <TickerItem
              key={quote.pair}
              quote={quote}
              showDate={day === undefined}
              context={context}
            />
          ))}
        </ul>
        <p className="ticker-note">
          {day ? (
            <>
              {rates.asOf} <TickerDate quote={day} context={context} />
              {'. '}
            </>
          ) : null}
          {first ? (
            <>
              {source ? rates.source : rates.sources}:{' '}
              <SourceName quote={source} context={context} />
              {'. '}
            </>
          ) : null}
          <span className="ticker-caveat">
            {isOfficial ? rates.officialReference : rates.reference}.{' '}
          </span>
          <a href={routes.rates()}>{rates.all}</a>
        </p>
      </div>
    </section>
  );
}

interface SourceNameProps {
  readonly quote: ObservedQuote | undefined;
  readonly context: ViewContext;
}

function SourceName({ quote, context }: SourceNameProps) {
  if (!quote) return <>{context.messages.rates.banks}</>;
  return (
    <a href={quote.source.url} rel="noopener">
      {quote.source.name}
    </a>
  );
}
