import { lastChange } from '@/lib/archive/lastChange';
import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { ListPage } from '@/lib/archive/queries/lists';
import type { Profile } from '@/lib/archive/queries/people';
import { excerpt } from '@/lib/content/excerpt';
import { type Address, readPath } from '@/lib/site/addresses';
import { type Instant, machineDate } from '@/lib/site/dates';
import type { SiteIdentity } from '@/lib/site/identity';
import { messagesFor } from '@/lib/site/messages';
import { absolute, pageOf, routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import { articleAlternates } from './articles/articleAlternates';
import { languageVersions } from './articles/languageVersions';
import { feedAlternates } from './feeds/feedAlternates';
import {
  articleShareCard,
  listShareCard,
  pageShareCard,
  personShareCard,
} from './shareImages/cards';
import { type ShareImage, shareImage } from './shareImages/shareCard';

/** What the head of a page says about it, free of any framework. */
export interface PageHead {
  /** Complete title, the site's name included. */
  readonly title: string;
  readonly description: string;
  /** Absolute address. */
  readonly canonical: string;
  /** Absolute addresses of the page in its languages, its own included, by `hreflang`. */
  readonly languages: Readonly<Record<string, string>>;
  /** Other forms of the page, and what follows it: feeds, data. */
  readonly alternates: readonly Alternate[];
  /** Whether search engines may list the page. */
  readonly isListed: boolean;
  readonly sharing: Sharing;
}

/** What is shown of a page where it is shared (Open Graph). */
export interface Sharing {
  /** Without the site's name. */
  readonly title: string;
  readonly siteName: string;
  /** The site's account on X, such as "@courier"; null without. */
  readonly account: string | null;
  /** BCP 47 tag. */
  readonly language: string;
  readonly image: ShareImage;
  /** Beside them, of an article. */
  readonly article: SharedArticle | null;
}

/** Dates are of ISO 8601, addresses absolute. */
export interface SharedArticle {
  readonly published: string;
  readonly modified: string;
  readonly authors: readonly string[];
  readonly section: string;
  readonly tags: readonly string[];
}

export interface Alternate {
  /** Media type without parameters. */
  readonly type: string;
  readonly title: string;
  /** Absolute address. */
  readonly url: string;
}

interface Site {
  readonly site: SiteIdentity;
  readonly siteUrl: string;
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
    canonical: absolute(siteUrl, page.path),
    languages: {},
    alternates: feedAlternates(siteUrl, page, site.name),
    isListed: true,
    sharing: {
      title: page.title,
      siteName: site.name,
      account: accountOf(site),
      language: site.language,
      image: pageImage({ site, siteUrl }, page),
      article: null,
    },
  };
}

/** Head of one page of a list; each page of it is its own canonical address. */
export function listHead(
  context: Site,
  words: { readonly title: string; readonly description: string; readonly path: SitePath },
  { page, pages }: Pick<ListPage, 'page' | 'pages'>,
): PageHead {
  const place = messagesFor(context.site.language).list.pageOf(page, pages);
  const head = pageHead(context, {
    title: page === 1 ? words.title : `${words.title} – ${place}`,
    description: words.description,
    path: pageOf(words.path, page),
  });
  // Whichever page of it one stands on, a list is followed from its first.
  const alternates = feedAlternates(context.siteUrl, words, context.site.name);
  const image = listImage(context, words);
  return { ...head, alternates, sharing: { ...head.sharing, image } };
}

export function articleHead(context: Site, detail: ArticleDetail): PageHead {
  const { article, section } = detail;
  const { site, siteUrl } = context;
  const path = routes.article(article.slug);
  const head = pageHead(context, { title: article.title, description: article.summary, path });
  const date = (at: Instant): string => machineDate(at, 'minute', site.timeZone);
  const card = articleShareCard({ ...article, ...detail }, messagesFor(site.language));
  const sharing: Sharing = {
    ...head.sharing,
    language: article.lang,
    image: shareImage(context, path, card),
    article: {
      published: date(article.published.at),
      modified: date(lastChange(article)),
      authors: detail.bylines.flatMap(({ slug, hasProfile }) =>
        hasProfile ? [absolute(siteUrl, routes.person(slug))] : [],
      ),
      section: section.name,
      tags: article.topics.map(({ name }) => name),
    },
  };
  return {
    ...head,
    sharing,
    languages: languageVersions(siteUrl, detail),
    alternates: [...articleAlternates(siteUrl, article.slug), ...head.alternates],
  };
}

/** Head of the search page; answers are for readers, and endless, so that no engine lists them. */
export function searchHead(context: Site, text: string): PageHead {
  const { heading, resultsFor, invitation } = messagesFor(context.site.language).search;
  const title = text === '' ? heading : resultsFor(text);
  const head = pageHead(context, { title, description: invitation, path: routes.search() });
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
  const image = shareImage(context, path, personShareCard(profile, messages));
  return { ...head, sharing: { ...head.sharing, image } };
}

/** A static page has a picture of its own; all others that are no list show the site's. */
function pageImage(context: Site, { title, path }: { title: string; path: SitePath }): ShareImage {
  const { name, description } = context.site;
  if (readPath(path)?.kind === 'page') {
    return shareImage(context, path, pageShareCard(title, description));
  }
  return shareImage(context, routes.front(), pageShareCard(name, description));
}

const PICTURED: ReadonlySet<Address['kind']> = new Set(['section', 'country', 'topic', 'month']);

/** Each page of a list shows the same. */
function listImage(
  context: Site,
  { title, description, path }: { title: string; description: string; path: SitePath },
): ShareImage {
  const kind = readPath(path)?.kind;
  if (kind === undefined || !PICTURED.has(kind)) return pageImage(context, { title, path });
  return shareImage(context, path, listShareCard({ title, introduction: description }));
}

/** The site's account on X, which is shown under its cards. */
function accountOf({ social }: SiteIdentity): string | null {
  const names = social.flatMap(
    ({ url }) => /^https:\/\/(?:x|twitter)\.com\/(\w+)/.exec(url)?.[1] ?? [],
  );
  return names[0] === undefined ? null : `@${names[0]}`;
}
