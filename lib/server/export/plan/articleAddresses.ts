import type { Reader } from '@/lib/archive/reader';
import { objectOf } from '@/lib/archive/trees/fingerprints';
import { routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';

/** Each article with its forms for programs, and with its history where it has one. */
export function articleAddresses({ database, now, site }: Reader): SitePath[] {
  return database
    .query<{ slug: ArticleSlug; shown: string | null }>(
      `SELECT article.slug, file.shown FROM article JOIN file ON file.path = article.file
       WHERE listed = 1 AND published <= ? ORDER BY published DESC, article.slug`,
    )
    .all(now)
    .flatMap(({ slug, shown }) => {
      // As `hasHistory` has it, but for all at once.
      const hasHistory = site.history && shown !== null && objectOf(shown) !== null;
      return [
        routes.article(slug),
        routes.articleMarkdown(slug),
        routes.articleData(slug),
        ...(hasHistory ? [routes.history(slug)] : []),
      ];
    });
}
