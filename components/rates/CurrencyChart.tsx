import type { CurrencyHistory } from '@/lib/rates/currencyHistory';
import { formatOfficial } from '@/lib/rates/format';
import type { Observation } from '@/lib/rates/observations';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { HistoryTable } from './HistoryTable';
import { RateChart } from './RateChart';
import { RateDate, rateDay } from './RateDate';

interface CurrencyChartProps {
  readonly code: CurrencyCode;
  readonly history: CurrencyHistory;
  readonly context: ViewContext;
}

/** Three months of a currency: chart, high and low, table, source and files. */
export function CurrencyChart({ code, history, context }: CurrencyChartProps) {
  const { currency } = context.messages.rates;
  const { shown, high, low, source, first, days } = history;
  const day = (observation: Observation | undefined) =>
    observation ? rateDay(observation.date, context) : '';
  const title = currency.chartTitle(code, day(shown[0]), day(shown.at(-1)));
  return (
    <section aria-labelledby="history" className="rate-section">
      <h2 id="history" className="section-heading">
        {currency.history}
      </h2>
      <figure>
        <RateChart
          observations={shown}
          title={title}
          summary={currency.chartSummary(
            formatOfficial(low.rate),
            day(low),
            formatOfficial(high.rate),
            day(high),
          )}
          context={context}
        />
        <figcaption>
          {title}. {currency.chartDirection}
        </figcaption>
      </figure>
      <dl className="rate-extremes">
        <Extreme label={currency.high} observation={high} context={context} />
        <Extreme label={currency.low} observation={low} context={context} />
      </dl>
      <HistoryTable observations={shown} caption={title} context={context} />
      <p className="rates-source">
        <a href={source.url} rel="noopener">
          {source.name}
        </a>
        {'. '}
        {source.kind === 'official' ? currency.official : currency.aggregated}
        {source.licence === undefined ? null : ` ${currency.licence}: ${source.licence}.`}
      </p>
      <p className="rates-source">
        {currency.download(days, day(first))}{' '}
        <a href={routes.rateFile(code, 'csv')} download="">
          CSV
        </a>
        ,{' '}
        <a href={routes.rateFile(code, 'json')} download="">
          JSON
        </a>
      </p>
    </section>
  );
}

interface ExtremeProps {
  readonly label: string;
  readonly observation: Observation;
  readonly context: ViewContext;
}

function Extreme({ label, observation, context }: ExtremeProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{formatOfficial(observation.rate)}</strong>{' '}
        <RateDate date={observation.date} context={context} />
      </dd>
    </div>
  );
}
