import type { ObservedQuote, TickerQuote } from '@/lib/rates/quote';
import type { ViewContext } from '../context';
import { TickerDate } from './TickerDate';
import { TickerItem } from './TickerItem';

interface TickerProps {
  readonly quotes: readonly TickerQuote[];
  readonly context: ViewContext;
}

/**
 * The exchange rates: a list that stands still. On a narrow screen it scrolls sideways, and can
 * be reached by keyboard for that.
 */
export function Ticker({ quotes, context }: TickerProps) {
  const { rates } = context.messages;
  const observed = quotes.filter((quote) => quote.kind === 'observed');
  const shared = sharedNote(observed);
  return (
    <section className="ticker" aria-label={rates.heading} data-ticker="">
      <div className="wrap ticker-row">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
        <ul className="ticker-scroll" aria-label={rates.heading} tabIndex={0}>
          {quotes.map((quote) => (
            <TickerItem
              key={quote.pair}
              quote={quote}
              showDate={shared === undefined}
              context={context}
            />
          ))}
        </ul>
        <p className="ticker-note">
          {shared ? (
            <>
              {rates.asOf} <TickerDate quote={shared} context={context} />
              {'. '}
              {rates.source}:{' '}
              <a href={shared.source.url} rel="noopener">
                {shared.source.name}
              </a>
              {'. '}
            </>
          ) : null}
          <span className="ticker-caveat">{rates.reference}.</span>
        </p>
      </div>
    </section>
  );
}

/** One quote that stands for all where they share date and source, so that it is said once. */
function sharedNote(observed: readonly ObservedQuote[]): ObservedQuote | undefined {
  const [first, ...others] = observed;
  const alike = others.every(
    ({ date, source }) => date === first?.date && source.id === first.source.id,
  );
  return alike ? first : undefined;
}
