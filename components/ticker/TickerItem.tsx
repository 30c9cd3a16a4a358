import { NO_FIGURE } from '@/lib/rates/format';
import type { TickerQuote } from '@/lib/rates/quote';
import type { ViewContext } from '../context';
import { ChangeFigure } from '../rates/ChangeFigure';
import { Spoken } from '../rates/Spoken';
import { TickerDate } from './TickerDate';
import { TickerPanel } from './TickerPanel';

interface TickerItemProps {
  readonly quote: TickerQuote;
  /** Whether this item says its own date, where the items do not share one. */
  readonly showDate: boolean;
  readonly context: ViewContext;
}

/** One pair; what is behind the figure unfolds without a script. */
export function TickerItem({ quote, showDate, context }: TickerItemProps) {
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
      <details name="ticker">
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
          {showDate && quote.kind === 'observed' ? (
            <span className="ticker-own">
              {' '}
              <TickerDate quote={quote} isShort context={context} />
            </span>
          ) : null}
        </summary>
        <TickerPanel quote={quote} context={context} />
      </details>
    </li>
  );
}
