import { diagnostics, publicDiagnostics } from '@/lib/archive/queries/diagnostics';
import type { Publication } from '@/lib/publishing/publication';
import type { LivePublishing } from './livePublishing';

/**
 * What is published, what the last run did, and what is wrong with the content.
 * @param isTrusted whether the one who asks may know of drafts and of what is scheduled
 */
export function publishStatus(
  publication: Publication,
  live: LivePublishing,
  isTrusted: boolean,
): object {
  const { database, source, commit } = publication;
  const problems = isTrusted ? diagnostics(database) : publicDiagnostics(database, Date.now());
  const count = (severity: string): number =>
    problems.filter((problem) => problem.severity === severity).length;
  return {
    state: live.isWorking ? 'working' : 'idle',
    commit,
    failure: isTrusted || live.failure === null ? live.failure : 'See the log of the server.',
    last: lastRun(live),
    errors: count('error'),
    warnings: count('warning'),
    diagnostics: problems,
    ...(isTrusted ? { source: source.description, next: iso(live.nextMoment) } : {}),
  };
}

function lastRun({ last }: LivePublishing): object | null {
  if (last === null) return null;
  const { report, pages, received, live } = last;
  const { commit, files, articles } = report;
  const times = { received: iso(received), live: iso(live), milliseconds: live - received };
  return { commit, ...times, files, articles, pages };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
