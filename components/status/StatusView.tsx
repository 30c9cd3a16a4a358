import type { SiteStatus } from '@/lib/archive/queries/siteStatus';
import { pageCrumbs } from '@/lib/discovery/crumbs';
import type { ServerState } from '@/lib/publishing/serverState';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Facts } from '../text/Facts';
import { LastPublish } from './LastPublish';
import { Moment } from './Moment';
import { ProblemList } from './ProblemList';
import { ProgramFacts } from './ProgramFacts';
import { RateStatus } from './RateStatus';

interface StatusViewProps {
  readonly status: SiteStatus;
  /** Null where something else than this program's server shows the page. */
  readonly state: ServerState | null;
  readonly context: ViewContext;
}

/** How the site is, for people who watch it. */
export function StatusView({ status, state, context }: StatusViewProps) {
  const { messages } = context;
  const words = messages.status;
  const { commit, next, problems } = status;
  return (
    <div className="wrap status">
      <Breadcrumb crumbs={pageCrumbs(messages, words.title)} context={context} />
      <header className="page-head">
        <h1>{words.title}</h1>
        <p className="standfirst">{summary(status, state, context)}</p>
      </header>
      <section>
        <h2 className="section-heading">{words.content.heading}</h2>
        <Facts
          facts={[
            {
              term: words.content.commit,
              text: commit === null ? words.content.folder : <code>{commit}</code>,
            },
            {
              term: words.content.next,
              text:
                next === null ? words.content.nothingNext : <Moment at={next} context={context} />,
            },
          ]}
        />
      </section>
      {state === null ? null : <LastPublish publishing={state.publishing} context={context} />}
      <ProblemList problems={problems} context={context} />
      {state === null ? null : <RateStatus rates={state.rates} context={context} />}
      {state === null ? null : <ProgramFacts state={state} context={context} />}
    </div>
  );
}

function summary(
  { problems }: SiteStatus,
  state: ServerState | null,
  { messages }: ViewContext,
): string {
  const { well, problems: some, unreachable, oldRates } = messages.status.summary;
  if (state?.publishing.hasFailed) return unreachable;
  if (problems.some(({ severity }) => severity === 'error')) return some;
  const isOld = state?.rates.currencies.some(({ age }) => age !== 'fresh' && age !== 'fixed');
  return isOld ? oldRates : well;
}
