import { formatChange, NO_FIGURE, spokenChange } from '@/lib/rates/format';
import type { ObservedQuote, TickerQuote } from '@/lib/rates/quote';
import type { ViewContext } from '../context';
import { TickerDate } from './TickerDate';

interface TickerItemProps {
  readonly quote: TickerQuote;
  /** Whether this item says its own date and source, where the items do not share one. */
  readonly showDate: boolean;
  readonly context: ViewContext;
}

export function TickerItem({ quote, showDate, context }: TickerItemProps) {
  const { rates } = context.messages;
  const isOld = quote.kind === 'observed' && quote.age !== 'fresh';
  return (
    <li data-pair={quote.pair} className={isOld ? 'ticker-old' : undefined}>
      <span className="ticker-pair">{quote.pair}</span>{' '}
      {quote.kind === 'missing' ? (
        <Spoken shown={NO_FIGURE} spoken={rates.missing} />
      ) : (
        <>
          <span className="ticker-rate" title={quote.inverse}>
            {quote.rate}
          </span>{' '}
          {quote.kind === 'fixed' ? (
            <a
              className="ticker-fixed"
              href={quote.source.url}
              rel="noopener"
              title={quote.source.name}
            >
              {rates.fixedSince(quote.since.slice(0, 4))}
            </a>
          ) : (
            <Change change={quote.change} context={context} />
          )}
        </>
      )}
      {showDate && quote.kind === 'observed' ? (
        <span className="ticker-own">
          {' '}
          <TickerDate quote={quote} context={context} />,{' '}
          <a href={quote.source.url} rel="noopener">
            {quote.source.name}
          </a>
        </span>
      ) : null}
    </li>
  );
}

interface ChangeProps {
  readonly change: ObservedQuote['change'];
  readonly context: ViewContext;
}

const ARROWS = {
  up: 'M4 0 8 8H0Z',
  down: 'M0 0H8L4 8Z',
  flat: 'M0 3H8V5H0Z',
} as const;

function Change({ change, context }: ChangeProps) {
  if (change.kind === 'none') {
    return <Spoken shown={NO_FIGURE} spoken={context.messages.rates.noComparison} />;
  }
  const { percent, direction } = change;
  return (
    <span className={`ticker-change ticker-${direction}`}>
      <svg viewBox="0 0 8 8" aria-hidden="true" focusable="false">
        <path d={ARROWS[direction]} />
      </svg>
      <Spoken shown={formatChange(percent)} spoken={spokenChange(percent)} />
    </span>
  );
}

/** A figure for the eye, and in words for those who hear it. */
function Spoken({ shown, spoken }: { readonly shown: string; readonly spoken: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{spoken}</span>
    </>
  );
}
