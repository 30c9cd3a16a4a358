import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { SectionName } from '@/lib/archive/reader';
import type { ArticleRecord, AuthorRecord } from '@/lib/archive/records';
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

interface PlacedArticle {
  readonly article: Pick<ArticleRecord, 'title' | 'lang'>;
  readonly section: SectionName;
}

/** @param siteLanguage BCP 47 tag of the site */
export function articleCrumbs(
  { home }: Messages,
  { article, section }: PlacedArticle,
  siteLanguage: string,
): readonly [home: Crumb, section: Crumb, article: Crumb] {
  const { title, lang } = article;
  return [
    { label: home, path: routes.front() },
    { label: section.name, path: routes.section(section.slug) },
    { label: title, ...(lang !== siteLanguage && { lang }) },
  ];
}

export function historyCrumbs(
  messages: Messages,
  { slug, title, lang, section }: Pick<ArticleCard, 'slug' | 'title' | 'lang' | 'section'>,
  siteLanguage: string,
): readonly Crumb[] {
  const placed = { article: { title, lang }, section };
  const [home, above, article] = articleCrumbs(messages, placed, siteLanguage);
  const { title: label } = messages.history;
  return [home, above, { ...article, path: routes.article(slug) }, { label }];
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
