import type { ServerState } from '@/lib/publishing/serverState';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { RateDate } from '../rates/RateDate';
import { Moment } from './Moment';

interface RateStatusProps {
  readonly rates: ServerState['rates'];
  readonly context: ViewContext;
}

/** How old the rates are that readers see, and how those who give them do. */
export function RateStatus({ rates, context }: RateStatusProps) {
  const words = context.messages.status.rates;
  return (
    <section>
      <h2 className="section-heading">{words.heading}</h2>
      {rates.refresh === 'off' ? <p>{words.off}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys. */}
      <section className="rates-scroll" aria-label={words.caption} tabIndex={0}>
        <table className="rates-table">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.currency}</th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {rates.currencies.map(({ code, age, date, source, via }) => (
              <tr key={code}>
                <th scope="row">
                  <a href={routes.rate(code)}>{code}</a>
                </th>
                <td>{words.states[age]}</td>
                <td>{date === null ? '–' : <RateDate date={date} context={context} />}</td>
                <td>
                  {source ?? '–'} {via === null ? null : context.messages.rates.via(via)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rates.refresh === 'off' ? null : <Providers rates={rates} context={context} />}
    </section>
  );
}

function Providers({ rates, context }: RateStatusProps) {
  const words = context.messages.status.rates;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
    <section className="rates-scroll" aria-label={words.providers} tabIndex={0}>
      <table className="rates-table">
        <caption className="sr-only">{words.providers}</caption>
        <thead>
          <tr>
            <th scope="col">{words.provider}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.answered}</th>
          </tr>
        </thead>
        <tbody>
          {rates.providers.map(({ id, state, lastSuccess }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td>{words.providerStates[state]}</td>
              <td>
                {lastSuccess === null ? (
                  words.never
                ) : (
                  <Moment at={Date.parse(lastSuccess)} context={context} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
