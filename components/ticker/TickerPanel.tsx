import type { FixedQuote, ObservedQuote } from '@/lib/rates/quote';
import { longDate } from '@/lib/site/dates';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { TickerDate } from './TickerDate';

interface TickerPanelProps {
  readonly quote: ObservedQuote | FixedQuote;
  readonly context: ViewContext;
}

/** What is behind a figure: the rate the other way round, who says so, of which day. */
export function TickerPanel({ quote, context }: TickerPanelProps) {
  const { rates } = context.messages;
  const { name, url } = quote.source;
  return (
    <div className="ticker-panel">
      <p className="ticker-inverse">{quote.inverse}</p>
      <p>
        <a href={url} rel="noopener">
          {name}
        </a>
        {quote.kind === 'observed' && quote.via ? `, ${rates.via(quote.via)}` : null},{' '}
        {quote.kind === 'observed' ? (
          <TickerDate quote={quote} context={context} />
        ) : (
          <>
            {rates.fixedSince}{' '}
            <time dateTime={quote.since}>
              {longDate(Date.parse(quote.since), {
                language: context.site.language,
                timeZone: 'UTC',
              })}
            </time>
          </>
        )}
      </p>
      <p>
        <a href={routes.rate(quote.code)}>{rates.more(quote.code)}</a>
      </p>
    </div>
  );
}
