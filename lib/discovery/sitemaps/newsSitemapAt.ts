import { newestSince } from '@/lib/archive/queries/lists';
import { machineDate } from '@/lib/site/dates';
import { absolute, routes } from '@/lib/site/routes';
import type { Document } from '../document';
import type { DocumentContext, DocumentKind } from '../documents';
import { xmlDocument } from '../xml';
import { XML_TYPE } from './urlset';

const DAY = 86_400_000;
/** Older articles are no news to Google. */
const WINDOW = 2 * DAY;
/** More than these are not read. */
const MOST = 1_000;
/** Milliseconds; within them an article may stay in past its time. */
const LONGEST_STEADY = 600_000;

/** News of the last two days (Google News sitemaps); empty where there is none. */
export const newsSitemapAt: DocumentKind = newsSitemap(MOST);

/** @param most articles in it; of more, the newest */
export function newsSitemap(most: number): DocumentKind {
  return (path) => (path === routes.newsSitemap() ? (context) => made(context, most) : null);
}

function made({ reader, siteUrl }: DocumentContext, most: number): Document {
  const { name, language, timeZone } = reader.site;
  const articles = newestSince(reader, reader.now - WINDOW, most);
  const children = articles.map(({ slug, title, lang, published }) => ({
    name: 'url',
    children: [
      { name: 'loc', children: [absolute(siteUrl, routes.article(slug))] },
      {
        name: 'news:news',
        children: [
          {
            name: 'news:publication',
            children: [
              { name: 'news:name', children: [name] },
              { name: 'news:language', children: [newsLanguage(lang, language)] },
            ],
          },
          {
            name: 'news:publication_date',
            children: [machineDate(published.at, 'minute', timeZone)],
          },
          { name: 'news:title', children: [title] },
        ],
      },
    ],
  }));
  const oldest = articles.at(-1)?.published.at;
  const leaves = oldest === undefined ? LONGEST_STEADY : oldest + WINDOW - reader.now + 1;
  return {
    type: XML_TYPE,
    body: xmlDocument({
      name: 'urlset',
      attributes: {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      },
      children,
    }),
    modified: articles[0]?.published.at ?? null,
    steadyFor: Math.min(LONGEST_STEADY, leaves),
  };
}

/** Two or three letters, but for Chinese, which has two forms (ISO 639, as the schema asks). */
export function newsLanguage(tag: string, fallback: string): string {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  if (language === 'zh')
    return rest.some((part) => ['tw', 'hk', 'hant'].includes(part)) ? 'zh-tw' : 'zh-cn';
  return /^[a-z]{2,3}$/.test(language) ? language : newsLanguage(fallback, 'en');
}
