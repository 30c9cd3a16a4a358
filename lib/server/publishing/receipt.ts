import type { PublishReport } from '@/lib/publishing/publish';
import { counted } from '@/lib/site/counted';

/** What one run of publishing did, and when. */
export interface Receipt {
  readonly report: PublishReport;
  /** Number of pages that were kept and showed something that changed. */
  readonly pages: number;
  /** When the change was made known, and when readers got it; milliseconds since 1970. */
  readonly received: number;
  readonly live: number;
}

/** Says in the log what was published: one line, and one for each problem. */
export function describeReceipt({ report, pages, received, live }: Receipt): string {
  const { commit, articles, files, problems } = report;
  const { added, changed, removed, refused } = articles;
  const name = commit === null ? '' : ` ${commit.slice(0, 10)}`;
  const total = files.added + files.changed + files.removed;
  const head =
    `Published${name} in ${live - received} ms: ${counted(total, 'file')}; articles: ` +
    `${added} added, ${changed} changed, ${removed} removed, ${refused} refused; ${counted(pages, 'page')} refreshed.`;
  const lines = problems.map(
    ({ file, line, column, severity, rule, message }) =>
      `  ${file}:${line}:${column} ${severity} ${rule} ${message}`,
  );
  return [head, ...lines].join('\n');
}

/** Says in the log why nothing was published. */
export function describeFailure(reason: string): string {
  return `Nothing was published: ${reason} What was published before stays.`;
}
