import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { ListPage } from '@/lib/archive/queries/lists';
import type { Profile } from '@/lib/archive/queries/people';
import { excerpt } from '@/lib/content/excerpt';
import type { Hosting } from '@/lib/site/environment/hosting';
import type { SiteIdentity } from '@/lib/site/identity';
import { messagesFor } from '@/lib/site/messages';
import { absolute, pageOf, routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import { articleAlternates } from './articles/articleAlternates';
import { languageVersions } from './articles/languageVersions';
import { feedAlternates } from './feeds/feedAlternates';
import { articleSharing, listSharing, pageSharing, profileSharing, type Sharing } from './sharing';

/** What the head of a page says about it, free of any framework. */
export interface PageHead {
  /** Complete title, the site's name included. */
  readonly title: string;
  readonly description: string;
  /** Absolute address of the page itself. */
  readonly url: string;
  /** Absolute address that search engines are to list: the page's own, or that of its original. */
  readonly canonical: string;
  /** Absolute addresses of the page in other languages, by BCP 47 tag. */
  readonly languages: Readonly<Record<string, string>>;
  /** Other forms of the page, and what follows it: feeds, data. */
  readonly alternates: readonly Alternate[];
  /** Whether search engines may list the page. */
  readonly isListed: boolean;
  readonly sharing: Sharing;
}

export interface Alternate {
  /** Media type without parameters. */
  readonly type: string;
  /** What tells it from others of its type; null where there is one. */
  readonly title: string | null;
  /** Absolute address. */
  readonly url: string;
}

interface Site {
  readonly site: SiteIdentity;
  readonly siteUrl: string;
  readonly hosting?: Hosting;
}

const DESCRIPTION_WORDS = 40;

/** Head of a page that is not one of a list. */
export function pageHead(
  { site, siteUrl }: Site,
  page: { readonly title: string; readonly description: string; readonly path: SitePath },
): PageHead {
  return {
    title: page.title === site.name ? site.name : `${page.title} · ${site.name}`,
    description: page.description,
    url: absolute(siteUrl, page.path),
    canonical: absolute(siteUrl, page.path),
    languages: {},
    alternates: feedAlternates(siteUrl, page, site.name),
    isListed: true,
    sharing: pageSharing({ site, siteUrl }, page),
  };
}

/**
 * Head of one page of a list; each page of it is its own canonical address. A list that is known to be empty
 * is kept out of search engines.
 */
export function listHead(
  context: Site,
  words: { readonly title: string; readonly description: string; readonly path: SitePath },
  { page, pages, total }: Pick<ListPage, 'page' | 'pages'> & Partial<Pick<ListPage, 'total'>>,
): PageHead {
  const place = messagesFor(context.site.language).list.pageOf(page, pages);
  const head = pageHead(context, {
    title: page === 1 ? words.title : `${words.title} – ${place}`,
    description: words.description,
    path: pageOf(words.path, page),
  });
  // Whichever page of it one stands on, a list is followed from its first.
  const alternates = feedAlternates(context.siteUrl, words, context.site.name);
  return { ...head, alternates, isListed: total !== 0, sharing: listSharing(context, words) };
}

export function articleHead(context: Site, detail: ArticleDetail): PageHead {
  const { article } = detail;
  const { siteUrl, hosting } = context;
  const path = routes.article(article.slug);
  const head = pageHead(context, { title: article.title, description: article.summary, path });
  const { canonicalUrl } = article;
  return {
    ...head,
    canonical: canonicalUrl ?? head.canonical,
    // Versions are of what is listed, which a copy is not.
    languages: canonicalUrl === null ? languageVersions(siteUrl, detail) : {},
    alternates: [...articleAlternates(siteUrl, article.slug, hosting), ...head.alternates],
    sharing: articleSharing(context, detail),
  };
}

/**
 * Head of the page that searches, and of what it finds, which is for the reader and for no index.
 * @param text what was searched for; empty where nothing was
 */
export function searchHead(context: Site, text: string): PageHead {
  const { title, resultsFor, description } = messagesFor(context.site.language).search;
  const words = { title: text === '' ? title : resultsFor(text), description };
  return { ...pageHead(context, { ...words, path: routes.search() }), isListed: false };
}

/** Head of the page that says how the site is, which is for those who watch it and for no index. */
export function statusHead(context: Site): PageHead {
  const { title, description } = messagesFor(context.site.language).status;
  const head = pageHead(context, { title, description, path: routes.status() });
  return { ...head, isListed: false };
}

export function historyHead(
  context: Site,
  article: { readonly slug: ArticleSlug; readonly title: string },
): PageHead {
  const { title, introduction } = messagesFor(context.site.language).history;
  return pageHead(context, {
    title: `${title} – ${article.title}`,
    description: `${introduction} ${article.title}`,
    path: routes.history(article.slug),
  });
}

export function profileHead(context: Site, profile: Profile): PageHead {
  const { author, list } = profile;
  const messages = messagesFor(context.site.language);
  const described = messages.profile.describe(author.name, author.role, context.site.name);
  const description = excerpt(`${described} ${author.plainBio}`, DESCRIPTION_WORDS);
  const path = routes.person(author.slug);
  const head = listHead(context, { title: author.name, description, path }, list);
  // A person is worth finding before the first article.
  return { ...head, isListed: true, sharing: profileSharing(context, profile) };
}
