import type { ServerState } from '@/lib/publishing/serverState';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { RateDate } from '../rates/RateDate';
import { Moment } from './Moment';
import { StatusTable } from './StatusTable';

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
      <StatusTable
        caption={words.caption}
        heads={[words.currency, words.state, words.date, words.source]}
      >
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
      </StatusTable>
      {rates.refresh === 'off' ? null : <Providers rates={rates} context={context} />}
    </section>
  );
}

function Providers({ rates, context }: RateStatusProps) {
  const words = context.messages.status.rates;
  return (
    <StatusTable caption={words.providers} heads={[words.provider, words.state, words.answered]}>
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
    </StatusTable>
  );
}
