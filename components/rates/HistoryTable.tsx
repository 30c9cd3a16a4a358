import { formatOfficial } from '@/lib/rates/format';
import type { Observation } from '@/lib/rates/observations';
import type { ViewContext } from '../context';
import { RateDate } from './RateDate';

interface HistoryTableProps {
  /** Oldest first. */
  readonly observations: readonly Observation[];
  readonly caption: string;
  readonly context: ViewContext;
}

/** The figures of a chart, the newest first. */
export function HistoryTable({ observations, caption, context }: HistoryTableProps) {
  const { currency } = context.messages.rates;
  return (
    <details className="rate-history">
      <summary>{currency.table}</summary>
      <table className="rates-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{currency.date}</th>
            <th scope="col">{currency.rate}</th>
          </tr>
        </thead>
        <tbody>
          {observations.toReversed().map(({ date, rate }) => (
            <tr key={date}>
              <th scope="row">
                <RateDate date={date} context={context} />
              </th>
              <td>{formatOfficial(rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
