import type { Reader } from '@/lib/archive/reader';
import { routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import type { PlanSources } from './sources';

/** Slugs of articles, one a line. */
type Slugs = string;

export interface ArticleNames {
  /** Those that are published, the newest first. */
  readonly published: Slugs;
  /** Of these and of others, those that have a history. */
  readonly withHistory: Slugs;
}

export function articleNames({ database, now, site }: Reader): ArticleNames {
  const slugs = (query: string, ...values: number[]): Slugs =>
    database.text(`SELECT group_concat(slug, char(10)) AS text FROM (${query})`, ...values) ?? '';
  return {
    published: slugs(
      `SELECT slug FROM listing WHERE kind = 'all' AND value = '' AND published <= ?
       ORDER BY published DESC, slug`,
      now,
    ),
    // As `hasHistory` has it, but for all at once.
    withHistory: site.history
      ? slugs(
          `SELECT article.slug FROM file JOIN article ON article.file = file.path
           WHERE file.kind = 'article' AND file.shown LIKE 'git %' ORDER BY article.slug`,
        )
      : '',
  };
}

/** Each article with its forms for programs, and with its history where it has one. */
export function articleAddresses({
  articles: { published, withHistory },
}: Pick<PlanSources, 'articles'>): SitePath[] {
  if (published === '') return [];
  const histories = new Set(withHistory.split('\n'));
  return published.split('\n').flatMap((line) => {
    // Slugs of the archive, and nothing else, were put together.
    const slug = line as ArticleSlug;
    return [
      routes.article(slug),
      routes.articleMarkdown(slug),
      routes.articleData(slug),
      ...(histories.has(slug) ? [routes.history(slug)] : []),
    ];
  });
}
