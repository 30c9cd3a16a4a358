import { NO_FIGURE } from '@/lib/rates/format';
import type { TickerQuote } from '@/lib/rates/quote';
import type { ViewContext } from '../context';
import { ChangeFigure } from '../rates/ChangeFigure';
import { Spoken } from '../rates/Spoken';
import { TickerPanel } from './TickerPanel';

interface TickerItemProps {
  readonly quote: TickerQuote;
  readonly context: ViewContext;
}

/** One pair; what is behind the figure unfolds without a script. */
export function TickerItem({ quote, context }: TickerItemProps) {
  if (quote.kind === 'missing') {
    return (
      <li data-pair={quote.pair}>
        <span className="ticker-pair">{quote.pair}</span>{' '}
        <Spoken shown={NO_FIGURE} spoken={context.messages.rates.missing} />
      </li>
    );
  }
  const isOld = quote.kind === 'observed' && quote.age !== 'fresh';
  return (
    <li data-pair={quote.pair} className={isOld ? 'ticker-old' : undefined}>
      <details>
        <summary>
          <span className="ticker-pair">{quote.pair}</span>{' '}
          <span className="ticker-rate">{quote.rate}</span>{' '}
          {quote.kind === 'fixed' ? (
            <span className="ticker-fixed">
              {context.messages.rates.fixedSince}{' '}
              <time dateTime={quote.since}>{quote.since.slice(0, 4)}</time>
            </span>
          ) : (
            <ChangeFigure change={quote.change} context={context} />
          )}
        </summary>
        <TickerPanel quote={quote} context={context} />
      </details>
    </li>
  );
}
