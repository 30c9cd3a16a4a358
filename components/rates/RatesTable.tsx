import { formatOfficial, formatRate, NO_FIGURE } from '@/lib/rates/format';
import type { RateOverview } from '@/lib/rates/overview';
import type { TickerQuote } from '@/lib/rates/quote';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { ChangeFigure } from './ChangeFigure';
import { RateDate } from './RateDate';
import { Sparkline } from './Sparkline';
import { Spoken } from './Spoken';

interface RatesTableProps {
  readonly overviews: readonly RateOverview[];
  readonly context: ViewContext;
}

const SPANS = ['day', 'week', 'month'] as const;

/** The five currencies. On a narrow screen the table scrolls sideways under its first column. */
export function RatesTable({ overviews, context }: RatesTableProps) {
  const { rates } = context.messages;
  const { page } = rates;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="rates-scroll" aria-label={page.table} tabIndex={0}>
      <table className="rates-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {page.currency}
            </th>
            <th scope="col" rowSpan={2}>
              {page.dollarBuys}
            </th>
            <th scope="col" rowSpan={2}>
              {page.unitBuys}
            </th>
            <th scope="colgroup" colSpan={SPANS.length} className="rates-group">
              {page.change}
            </th>
            <th scope="col" rowSpan={2}>
              {page.trend}
            </th>
            <th scope="col" rowSpan={2}>
              {page.date}
            </th>
          </tr>
          <tr>
            {SPANS.map((span) => (
              <th key={span} scope="col">
                {page[span]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overviews.map((overview) => (
            <RatesRow key={overview.code} overview={overview} context={context} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RatesRowProps {
  readonly overview: RateOverview;
  readonly context: ViewContext;
}

function RatesRow({ overview, context }: RatesRowProps) {
  const { rates } = context.messages;
  const { code, quote, rate, changes, trend } = overview;
  const isOld = quote.kind === 'observed' && quote.age !== 'fresh';
  return (
    <tr className={isOld ? 'rates-old' : undefined}>
      <th scope="row">
        <a href={routes.rate(code)}>
          <span className="rates-code">{code}</span>{' '}
          <span className="rates-name">{rates.names[code]}</span>
        </a>
      </th>
      <td className="rates-figure">
        {rate === null ? (
          <Spoken shown={NO_FIGURE} spoken={rates.missing} />
        ) : (
          `${formatOfficial(rate)} ${code}`
        )}
      </td>
      <td>{formatRate(rate === null ? 0 : 1 / Number(rate))}</td>
      {SPANS.map((span) => (
        <td key={span}>
          <ChangeFigure change={changes[span]} context={context} />
        </td>
      ))}
      <td>
        <Sparkline points={trend} label={rates.page.trendOf(code)} />
      </td>
      <td className="rates-source">
        <Provenance quote={quote} context={context} />
      </td>
    </tr>
  );
}

interface ProvenanceProps {
  readonly quote: TickerQuote;
  readonly context: ViewContext;
}

/** Of which day a figure is, and whose. */
function Provenance({ quote, context }: ProvenanceProps) {
  const { rates } = context.messages;
  if (quote.kind === 'missing') return <>{rates.missing}</>;
  const { source } = quote;
  return (
    <>
      {quote.kind === 'fixed' ? (
        <>
          {rates.fixedSince} <RateDate date={quote.since} context={context} />
        </>
      ) : (
        <>
          <RateDate date={quote.date} context={context} />
          {quote.age === 'fresh' ? null : (
            <span className="rates-not-current">, {rates.notCurrent}</span>
          )}
        </>
      )}
      <br />
      <a href={source.url} rel="noopener">
        {source.name}
      </a>
      {quote.kind === 'observed' && quote.via ? `, ${rates.via(quote.via)}` : null}
      {source.kind === 'aggregated' ? ` (${rates.page.aggregated})` : null}
    </>
  );
}
