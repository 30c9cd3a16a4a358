import { diagnostics } from '@/lib/archive/queries/diagnostics';
import type { Shown } from '@/lib/archive/shown';
import type { SyncReport } from '@/lib/archive/sync/sync';
import type { Diagnostic } from '@/lib/content/diagnostics';
import type { Instant } from '@/lib/site/dates';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Publication } from './publication';

/** What one run of publishing did. */
export interface PublishReport {
  /** The commit that is published now; null where the publication is a plain folder. */
  readonly commit: string | null;
  /** When it was committed, to the second; null too where nothing came of it. */
  readonly committed: Instant | null;
  readonly files: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  };
  readonly articles: {
    /** That readers see and did not see before, and so on. */
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
    /** Whose present version has errors, of those that came now. */
    readonly refused: number;
  };
  /** All errors of the publication, and the warnings of the files that came now. */
  readonly problems: readonly Diagnostic[];
  /** What pages show and is not as it was. */
  readonly shown: readonly Shown[];
  /** The moment that this is true of; what time alone changes after it comes beside it. */
  readonly at: Instant;
  readonly appeared: readonly ArticleSlug[];
  readonly altered: readonly ArticleSlug[];
  /** Articles that nobody may see any more. */
  readonly vanished: readonly ArticleSlug[];
  /** Whether the archive was made anew, so that all of it counts as added. */
  readonly isAnew: boolean;
  /** Spent on getting and reading the content. */
  readonly milliseconds: number;
}

/**
 * Publishes the newest version of the content: all of it in one step, but for files with errors.
 * @throws ContentUnreachableError where the newest version cannot be had; nothing has changed then
 */
export function publish(publication: Publication): Promise<PublishReport> {
  return reportOf(publication, () => publication.sync());
}

/**
 * Makes an archive anew that is damaged or gone.
 * @throws ContentUnreachableError where no version of the content can be had
 */
export function restore(publication: Publication): Promise<PublishReport> {
  return reportOf(publication, () => publication.restore());
}

async function reportOf(
  publication: Publication,
  work: () => Promise<SyncReport>,
): Promise<PublishReport> {
  const start = performance.now();
  const { number } = publication.archive;
  const report = await work();
  const { added, changed, removed, paths, at } = report;
  const { appeared, altered, vanished, shown } = report;
  const problems = problemsAfter(publication, paths);
  const broken = new Set(problems.filter(isError).map(({ file }) => file));
  return {
    commit: publication.commit,
    committed: added + changed + removed === 0 ? null : committedAt(publication),
    files: { added, changed, removed },
    articles: {
      added: appeared.length,
      changed: altered.length,
      removed: vanished.length,
      refused: [...broken].filter((file) => paths.has(file) && isArticle(file)).length,
    },
    problems,
    shown: [...shown],
    appeared,
    altered,
    vanished,
    at,
    isAnew: publication.archive.number !== number,
    milliseconds: performance.now() - start,
  };
}

function committedAt({ commit, source }: Publication): Instant | null {
  if (commit === null) return null;
  const at = source.committed(commit);
  return at?.repository.committedAt(at.commit) ?? null;
}

function problemsAfter({ database }: Publication, paths: ReadonlySet<string>): Diagnostic[] {
  return diagnostics(database).filter((problem) => isError(problem) || paths.has(problem.file));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function isArticle(file: string): boolean {
  return file.startsWith('articles/');
}
