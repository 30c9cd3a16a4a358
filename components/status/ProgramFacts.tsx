import type { ServerState } from '@/lib/publishing/serverState';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Facts } from '../text/Facts';
import { Moment } from './Moment';

interface ProgramFactsProps {
  readonly state: ServerState;
  readonly context: ViewContext;
}

/** What program it is, and since when it runs. */
export function ProgramFacts({ state, context }: ProgramFactsProps) {
  const words = context.messages.status.program;
  return (
    <section>
      <h2 className="section-heading">{words.heading}</h2>
      <Facts
        facts={[
          { term: words.version, text: state.version },
          { term: words.started, text: <Moment at={state.started} context={context} /> },
          {
            term: words.data,
            text: (
              <>
                <a href={routes.publishStatus()}>{routes.publishStatus()}</a>{' '}
                <a href={routes.health()}>{routes.health()}</a>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
