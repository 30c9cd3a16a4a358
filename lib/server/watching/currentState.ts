import type { ServerState } from '@/lib/publishing/serverState';
import type { LivePublishing } from '../publishing/livePublishing';
import type { LiveRates } from '../rates';
import type { ProgramFacts } from './programFacts';

interface StateSources {
  readonly facts: ProgramFacts;
  readonly live: LivePublishing;
  readonly rates: LiveRates;
}

/** How the process is now, for the page that says so. */
export function currentState({ facts, live, rates }: StateSources): ServerState {
  const { last, isWorking, failure } = live;
  return {
    version: facts.version,
    started: facts.started,
    publishing: {
      isWorking,
      hasFailed: failure !== null,
      last: last && {
        commit: last.report.commit,
        files: last.report.files,
        articles: last.report.articles,
        live: last.live,
        milliseconds: last.live - last.received,
        pages: last.pages,
      },
    },
    rates: rates.health,
  };
}
