import type { Reader } from '@/lib/archive/reader';
import { routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import type { PlanSources } from './sources';

/** Published articles, newest first: slugs, one a line, with a space after those that have a history. */
export type ArticleNames = string;

/** In one text: to take tens of thousands of rows out of the archive one by one takes ten times as long. */
export function articleNames({ database, now, site }: Reader): ArticleNames {
  const row = database
    .query<{ names: string | null }>(
      // As `hasHistory` has it, but for all at once.
      `SELECT group_concat(slug || CASE WHEN ?1 AND shown LIKE 'git %' THEN ' ' ELSE '' END, char(10)) AS names FROM (
         SELECT article.slug, file.shown FROM article JOIN file ON file.path = article.file
         WHERE listed = 1 AND published <= ?2 ORDER BY published DESC, article.slug
       )`,
    )
    .get(site.history ? 1 : 0, now);
  return row?.names ?? '';
}

/** Each article with its forms for programs, and with its history where it has one. */
export function articleAddresses({ articles }: Pick<PlanSources, 'articles'>): SitePath[] {
  if (articles === '') return [];
  return articles.split('\n').flatMap((line) => {
    // Slugs of the archive, and nothing else, were put together.
    const slug = line.trimEnd() as ArticleSlug;
    return [
      routes.article(slug),
      routes.articleMarkdown(slug),
      routes.articleData(slug),
      ...(line === slug ? [] : [routes.history(slug)]),
    ];
  });
}
