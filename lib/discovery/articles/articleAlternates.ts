import { absolute, routes } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Alternate } from '../head';

/** The forms of an article for programs, as its head names them. */
export function articleAlternates(siteUrl: string, slug: ArticleSlug): Alternate[] {
  const page = absolute(siteUrl, routes.article(slug));
  return [
    {
      type: 'text/markdown',
      title: 'Markdown',
      url: absolute(siteUrl, routes.articleMarkdown(slug)),
    },
    { type: 'application/json', title: 'JSON', url: absolute(siteUrl, routes.articleData(slug)) },
    // oEmbed 1.0, section 4.
    {
      type: 'application/json+oembed',
      title: 'oEmbed',
      url: absolute(siteUrl, routes.oembed(page)),
    },
    {
      type: 'text/xml+oembed',
      title: 'oEmbed',
      url: absolute(siteUrl, routes.oembed(page, 'xml')),
    },
  ];
}
