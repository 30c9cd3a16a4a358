import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { AuthorRecord } from '@/lib/archive/records';
import type { Messages } from '@/lib/site/messages';
import { routes, type SitePath } from '@/lib/site/routes';

/** A step of the way to a page: the page that it is on, above its own. */
export interface Crumb {
  readonly label: string;
  /** The page itself, which comes last, has none. */
  readonly path?: SitePath;
  /** BCP 47 tag, where the label is not in the site's language. */
  readonly lang?: string;
}

/** Of a page that stands right below the front page. */
export function pageCrumbs({ home }: Messages, label: string): readonly Crumb[] {
  return [{ label: home, path: routes.front() }, { label }];
}

/** @param siteLanguage BCP 47 tag of the site */
export function articleCrumbs(
  { home }: Messages,
  { article, section }: Pick<ArticleDetail, 'article' | 'section'>,
  siteLanguage: string,
): readonly Crumb[] {
  const { title, lang } = article;
  return [
    { label: home, path: routes.front() },
    { label: section.name, path: routes.section(section.slug) },
    { label: title, ...(lang !== siteLanguage && { lang }) },
  ];
}

export function profileCrumbs(
  { people }: Messages,
  { name }: Pick<AuthorRecord, 'name'>,
): readonly Crumb[] {
  return [{ label: people, path: routes.people() }, { label: name }];
}

export function currencyCrumbs({ home, rates }: Messages, currency: string): readonly Crumb[] {
  return [
    { label: home, path: routes.front() },
    { label: rates.heading, path: routes.rates() },
    { label: currency },
  ];
}
