import { currencyCrumbs } from '@/lib/discovery/crumbs';
import type { CurrencyHistory } from '@/lib/rates/currencyHistory';
import { formatOfficial } from '@/lib/rates/format';
import type { RateOverview } from '@/lib/rates/overview';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { ChangeFigure } from './ChangeFigure';
import { CurrencyChart } from './CurrencyChart';
import { RateDate } from './RateDate';

interface CurrencyViewProps {
  readonly overview: RateOverview;
  /** Null where there is nothing to draw. */
  readonly history: CurrencyHistory | null;
  readonly context: ViewContext;
}

export function CurrencyView({ overview, history, context }: CurrencyViewProps) {
  const { messages } = context;
  const { rates } = messages;
  const { code } = overview;
  return (
    <div className="wrap rates">
      <Breadcrumb crumbs={currencyCrumbs(messages, rates.names[code])} context={context} />
      <header className="page-head">
        <h1>{rates.currency.title(rates.names[code])}</h1>
        <Newest overview={overview} context={context} />
      </header>
      {history ? (
        <CurrencyChart code={code} history={history} context={context} />
      ) : (
        <p className="rates-notes">
          {overview.quote.kind === 'fixed' && overview.rate
            ? rates.currency.fixedHistory(
                `${formatOfficial(overview.rate)} ${code}`,
                rates.issuers[code],
              )
            : rates.currency.missingHistory}
        </p>
      )}
      <p className="rates-notes">{rates.page.provenance}</p>
      <nav aria-label={rates.currency.others} className="rates-others">
        <ul>
          {CURRENCY_CODES.filter((other) => other !== code).map((other) => (
            <li key={other}>
              <a href={routes.rate(other)}>{rates.names[other]}</a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

/** The newest figure in both directions, its day and who says so. */
function Newest({ overview, context }: Omit<CurrencyViewProps, 'history'>) {
  const { rates } = context.messages;
  const { code, quote, rate, changes } = overview;
  if (quote.kind === 'missing' || rate === null) return null;
  const isOld = quote.kind === 'observed' && quote.age !== 'fresh';
  return (
    <div className={isOld ? 'rate-newest rates-old' : 'rate-newest'}>
      <p className="rate-large">{`1 USD = ${formatOfficial(rate)} ${code}`}</p>
      <p>
        <span>{quote.pair}</span> {quote.rate}{' '}
        <ChangeFigure change={changes.day} context={context} />
      </p>
      <p className="rates-source">
        {quote.kind === 'fixed' ? (
          <>
            {rates.fixedSince} <RateDate date={quote.since} context={context} />
          </>
        ) : (
          <>
            {rates.asOf} <RateDate date={quote.date} context={context} />
            {isOld ? <span className="rates-not-current">, {rates.notCurrent}</span> : null}
          </>
        )}
        {'. '}
        {rates.source}:{' '}
        <a href={quote.source.url} rel="noopener">
          {quote.source.name}
        </a>
        {quote.kind === 'observed' && quote.via ? `, ${rates.via(quote.via)}` : null}.
      </p>
    </div>
  );
}
