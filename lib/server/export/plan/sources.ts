import { correctionsPage } from '@/lib/archive/queries/corrections';
import { staticPages } from '@/lib/archive/queries/pages';
import type { Reader } from '@/lib/archive/reader';
import type { Environment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import type { PageSlug } from '@/lib/site/slug';
import { type ArticleNames, articleNames } from './articleAddresses';
import { type ListOfArticles, listsOfArticles } from './listAddresses';

/** All that decides at which addresses a site has something; where it is as it was, the plan is too. */
export interface PlanSources {
  /** Addresses of the program's own files. */
  readonly own: readonly SitePath[];
  readonly indexNowKey: string | null;
  /** Slugs of the pages that stand alone. */
  readonly pages: readonly PageSlug[];
  readonly correctionPages: number;
  /** Articles on one page of a list. */
  readonly perPage: number;
  readonly lists: readonly ListOfArticles[];
  readonly articles: ArticleNames;
}

export function planSources(
  reader: Reader,
  { announcing }: Environment,
  own: Iterable<SitePath>,
): PlanSources {
  return {
    own: [...own],
    indexNowKey: announcing.indexNow?.key ?? null,
    pages: staticPages(reader).map(({ slug }) => slug),
    correctionPages: correctionsPage(reader)?.pages ?? 1,
    perPage: reader.site.perPage,
    lists: listsOfArticles(reader),
    articles: articleNames(reader),
  };
}
