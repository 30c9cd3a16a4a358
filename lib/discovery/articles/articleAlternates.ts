import type { Hosting } from '@/lib/site/environment/hosting';
import { absolute, routes, type SitePath } from '@/lib/site/routes';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Alternate } from '../head';

/** The forms of an article for programs, as its head names them; oEmbed 1.0, section 4, for the last. */
export function articleAlternates(
  siteUrl: string,
  slug: ArticleSlug,
  hosting: Hosting = 'server',
): Alternate[] {
  const page = absolute(siteUrl, routes.article(slug));
  const forms: readonly (readonly [type: string, path: SitePath])[] = [
    ['text/markdown', routes.articleMarkdown(slug)],
    ['application/json', routes.articleData(slug)],
    // Its address is a question, which no file answers.
    ...(hosting === 'files' ? [] : [['application/json+oembed', routes.oembed(page)] as const]),
  ];
  return forms.map(([type, path]) => ({ type, title: null, url: absolute(siteUrl, path) }));
}
