import { lastChange } from '@/lib/archive/lastChange';
import type { Picture } from '@/lib/archive/queries/pictures';
import { picture } from '@/lib/archive/queries/pictures';
import type { WholeArticle } from '@/lib/archive/queries/wholeArticles';
import { wholeArticle } from '@/lib/archive/queries/wholeArticles';
import type { Reader } from '@/lib/archive/reader';
import type { Dated } from '@/lib/content/models';
import { machineDate } from '@/lib/site/dates';
import { messagesFor } from '@/lib/site/messages';
import { absolute, routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';

/** A name with the page that it leads to; both as readers see them. */
interface Named {
  readonly name: string;
  /** Absolute; null where there is no page. */
  readonly url: string | null;
}

/** What is said of an article beside its text, for programs; dates are of ISO 8601. */
export interface ArticleFacts {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  /** A day, or a moment with the offset of the site's time zone. */
  readonly published: string;
  readonly updated: string | null;
  readonly language: string;
  readonly section: Named;
  readonly genre: string | null;
  readonly dateline: string | null;
  readonly authors: readonly Named[];
  readonly countries: readonly Named[];
  readonly topics: readonly Named[];
  readonly image: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
    readonly caption: string | null;
    readonly credit: string | null;
  } | null;
  readonly series: { readonly name: string; readonly part: number } | null;
  /** Absolute address of the article that this one translates. */
  readonly translationOf: string | null;
  readonly corrections: readonly {
    readonly date: string;
    readonly kind: string;
    readonly text: string;
  }[];
  readonly words: number;
}

/** An article and what is said of it; null where readers see none of the name. */
export interface FoundArticle extends WholeArticle {
  readonly facts: ArticleFacts;
  /** When readers were last told of a change; milliseconds since 1970. */
  readonly modified: number;
}

export function findArticle(
  reader: Reader,
  siteUrl: string,
  slug: ArticleSlug,
): FoundArticle | null {
  const whole = wholeArticle(reader, slug);
  if (whole === null) return null;
  const { article } = whole;
  const { site } = reader;
  const { countries } = messagesFor(site.language);
  const at = (path: SitePath): string => absolute(siteUrl, path);
  const date = (dated: Dated): string => machineDate(dated.at, dated.precision, site.timeZone);
  const facts: ArticleFacts = {
    url: at(routes.article(slug)),
    title: article.title,
    summary: article.summary,
    published: date(article.published),
    updated: article.updated && date(article.updated),
    language: article.lang,
    section: {
      name: reader.sectionName(article.section).name,
      url: at(routes.section(article.section)),
    },
    genre: article.genre,
    dateline: article.dateline,
    authors: article.authors.map((author) => {
      const { name, hasProfile } = reader.byline(author);
      return { name, url: hasProfile ? at(routes.person(author)) : null };
    }),
    countries: article.countries.map((country) => {
      return { name: countries[country], url: at(routes.country(country)) };
    }),
    topics: article.topics.map((topic) => ({
      name: topic.name,
      url: at(routes.topic(topic.slug)),
    })),
    image: imageFacts(picture(reader, article.image), siteUrl),
    series: article.series && { name: article.series.name, part: article.series.part },
    translationOf: article.translationOf && at(routes.article(article.translationOf)),
    corrections: article.corrections.map((correction) => {
      return { date: date(correction.date), kind: correction.kind, text: correction.text };
    }),
    words: article.words,
  };
  return { ...whole, facts, modified: Math.min(lastChange(article), reader.now) };
}

function imageFacts(found: Picture | null, siteUrl: string): ArticleFacts['image'] {
  if (found === null) return null;
  const { src, width, height, alt, caption, credit } = found;
  return { url: absolute(siteUrl, src), width, height, alt, caption, credit };
}
