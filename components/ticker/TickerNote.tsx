import type { ObservedQuote } from '@/lib/rates/quote';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { TickerDate } from './TickerDate';

interface TickerNoteProps {
  readonly quotes: readonly ObservedQuote[];
  readonly context: ViewContext;
}

/** Of which day the figures are, and whose: said once where they share it. */
export function TickerNote({ quotes, context }: TickerNoteProps) {
  const { rates } = context.messages;
  const [first, ...others] = quotes;
  const shared = others.every(({ source }) => source.id === first?.source.id) ? first : undefined;
  const isOfficial = quotes.every(({ source }) => source.kind === 'official');
  return (
    <p className="ticker-note">
      <Days quotes={quotes} context={context} />
      {shared ? (
        <>
          {rates.source}:{' '}
          <a href={shared.source.url} rel="noopener">
            {shared.source.name}
          </a>
          {'. '}
        </>
      ) : null}
      {first && !shared ? `${rates.sources}: ${isOfficial ? rates.banks : rates.several}. ` : null}
      <span className="ticker-caveat">
        {isOfficial ? rates.officialReference : rates.reference}.{' '}
      </span>
      <a href={routes.rates()}>{rates.all}</a>
    </p>
  );
}

/** Each day once, with the currencies whose newest figure is of it where there are several days. */
function Days({ quotes, context }: TickerNoteProps) {
  const days = quotes.filter(
    ({ date }, index) => quotes.findIndex((quote) => quote.date === date) === index,
  );
  if (days.length === 0) return null;
  return (
    <>
      {context.messages.rates.asOf}{' '}
      {days.map((day, index) => (
        <span key={day.date}>
          {index > 0 ? '; ' : null}
          <TickerDate quote={day} context={context} />
          {days.length > 1
            ? ` (${quotes
                .filter(({ date }) => date === day.date)
                .map(({ code }) => code)
                .join(', ')})`
            : null}
        </span>
      ))}
      {'. '}
    </>
  );
}
