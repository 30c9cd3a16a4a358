import { routes } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import type { Document } from '../document';
import type { DocumentContext, DocumentKind } from '../documents';
import { htmlText } from '../portableHtml';
import { type XmlElement, xmlDocument } from '../xml';
import { type ArticleFacts, findArticle } from './articleFacts';
import { thumbnail } from './thumbnail';

/** Pixels of a card where nobody asks for less; its height follows its words. */
const WIDTH = 550;
const HEIGHT = 200;
/** Seconds. */
const CACHE_AGE = 3_600;

type Values = Readonly<Record<string, string | number>>;

/** Cards of articles for other sites (oEmbed 1.0): a quotation with a link, and nothing that runs. */
export const oembedAt: DocumentKind = (path) => {
  if (path !== routes.oembed()) return null;
  return (context) => {
    const { reader, siteUrl, query } = context;
    const format = query.get('format') ?? 'json';
    if (format !== 'json' && format !== 'xml') {
      return refusal(501, 'The formats are json and xml.');
    }
    const slug = articleSlug(query.get('url'), siteUrl);
    if (slug === undefined) {
      return refusal(400, `"url" has to be the address of an article: ${siteUrl}/articles/...`);
    }
    const found = isSlug<'article'>(slug) ? findArticle(reader, siteUrl, slug) : null;
    if (found === null) return refusal(404, 'There is no such article.');
    const values = card(context, found.facts);
    const { modified } = found;
    if (format === 'json') {
      const type = 'application/json; charset=utf-8';
      return { type, body: `${JSON.stringify(values)}\n`, modified };
    }
    return { type: 'text/xml; charset=utf-8', body: xmlDocument(xml(values)), modified };
  };
};

function refusal(status: number, line: string): Document {
  return { type: 'text/plain; charset=utf-8', body: `${line}\n`, modified: null, status };
}

/** What an address names on this site; undefined for those of others, and of other pages. */
function articleSlug(url: string | null, siteUrl: string): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  if (host !== new URL(siteUrl).host) return undefined;
  return /^\/articles\/([^/]+)\/?$/.exec(pathname)?.[1]?.toLowerCase();
}

function card({ reader, siteUrl, query }: DocumentContext, facts: ArticleFacts): Values {
  const width = Math.min(WIDTH, limit(query.get('maxwidth')));
  const picture = thumbnail(reader, siteUrl, facts, {
    width: limit(query.get('maxwidth')),
    height: limit(query.get('maxheight')),
  });
  const [author] = facts.authors;
  const { name } = reader.site;
  return {
    version: '1.0',
    type: 'rich',
    title: facts.title,
    ...(author && { author_name: facts.authors.map((one) => one.name).join(', ') }),
    ...(author?.url && { author_url: author.url }),
    provider_name: name,
    provider_url: `${siteUrl}/`,
    cache_age: CACHE_AGE,
    html: quotation(facts, name),
    width,
    height: Math.min(HEIGHT, limit(query.get('maxheight'))),
    ...(picture && {
      thumbnail_url: picture.url,
      thumbnail_width: picture.width,
      thumbnail_height: picture.height,
    }),
  };
}

function quotation({ url, title, summary, authors, language }: ArticleFacts, site: string): string {
  const by = [...authors.map(({ name }) => name), site].join(', ');
  return (
    `<blockquote cite="${htmlText(url)}" lang="${htmlText(language)}">` +
    `<p><a href="${htmlText(url)}">${htmlText(title)}</a></p>` +
    `<p>${htmlText(summary)}</p><footer>${htmlText(by)}</footer></blockquote>`
  );
}

/** Pixels; as many as one likes where nothing sensible is asked for. */
function limit(asked: string | null): number {
  return asked !== null && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : Number.POSITIVE_INFINITY;
}

function xml(values: Values): XmlElement {
  const children = Object.entries(values).map(([name, value]) => {
    return { name, children: [String(value)] };
  });
  return { name: 'oembed', children };
}
