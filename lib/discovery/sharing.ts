import { lastChange } from '@/lib/archive/lastChange';
import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { Profile } from '@/lib/archive/queries/people';
import { type Address, readPath } from '@/lib/site/addresses';
import { type Instant, machineDate } from '@/lib/site/dates';
import type { SiteIdentity } from '@/lib/site/identity';
import { messagesFor } from '@/lib/site/messages';
import { absolute, routes, type SitePath } from '@/lib/site/routes';
import type { AuthorSlug } from '@/lib/site/slug';
import {
  articleShareCard,
  listShareCard,
  pageShareCard,
  personShareCard,
} from './shareImages/cards';
import { fixedTitle } from './shareImages/fixedTitle';
import { type ShareImage, shareImage } from './shareImages/shareCard';

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
  /** Name in addresses of the person whom the page is about; null without. */
  readonly person: AuthorSlug | null;
}

/** Dates are of ISO 8601, addresses absolute. */
export interface SharedArticle {
  readonly published: string;
  readonly modified: string;
  readonly authors: readonly string[];
  readonly section: string;
  readonly tags: readonly string[];
}

interface Site {
  readonly site: SiteIdentity;
  readonly siteUrl: string;
}

interface PageWords {
  readonly title: string;
  readonly description: string;
  readonly path: SitePath;
}

/** Of any page: one with a heading of its own has a picture of its own, too; all others show the site's. */
export function pageSharing(context: Site, page: PageWords): Sharing {
  const { site } = context;
  const isStatic = readPath(page.path)?.kind === 'page';
  const own = isStatic ? page.title : fixedTitle(messagesFor(site.language), page.path);
  const image = shareImage(
    context,
    own === null ? routes.front() : page.path,
    pageShareCard(own ?? site.name, site.description),
  );
  return {
    title: page.title,
    siteName: site.name,
    account: accountOf(site),
    language: site.language,
    image,
    article: null,
    person: null,
  };
}

const PICTURED: ReadonlySet<Address['kind']> = new Set(['section', 'country', 'topic', 'month']);

/** Of a list; each page of it shows the same. */
export function listSharing(context: Site, words: PageWords): Sharing {
  const sharing = pageSharing(context, words);
  const { title, description, path } = words;
  const kind = readPath(path)?.kind;
  if (kind === undefined || !PICTURED.has(kind)) return sharing;
  const card = listShareCard({ title, introduction: description });
  return { ...sharing, image: shareImage(context, path, card) };
}

export function profileSharing(context: Site, profile: Profile): Sharing {
  const { name, role, slug } = profile.author;
  const path = routes.person(slug);
  const card = personShareCard(profile, messagesFor(context.site.language));
  const sharing = pageSharing(context, { title: name, description: role, path });
  return { ...sharing, person: slug, image: shareImage(context, path, card) };
}

export function articleSharing(context: Site, detail: ArticleDetail): Sharing {
  const { article, bylines, section } = detail;
  const { site, siteUrl } = context;
  const { title, summary: description, lang, published, topics } = article;
  const path = routes.article(article.slug);
  const date = (at: Instant): string => machineDate(at, 'minute', site.timeZone);
  const card = articleShareCard({ ...article, ...detail }, messagesFor(site.language));
  return {
    ...pageSharing(context, { title, description, path }),
    language: lang,
    image: shareImage(context, path, card),
    article: {
      published: date(published.at),
      modified: date(lastChange(article)),
      authors: bylines.flatMap(({ slug, hasProfile }) =>
        hasProfile ? [absolute(siteUrl, routes.person(slug))] : [],
      ),
      section: section.name,
      tags: topics.map(({ name }) => name),
    },
  };
}

/** The site's account on X, which is shown under its cards. */
function accountOf({ social }: SiteIdentity): string | null {
  const names = social.flatMap(
    ({ url }) => /^https:\/\/(?:x|twitter)\.com\/(\w+)/.exec(url)?.[1] ?? [],
  );
  return names[0] === undefined ? null : `@${names[0]}`;
}
