import { bodyHtml } from '@/lib/archive/queries/body';
import type { WholeArticle } from '@/lib/archive/queries/wholeArticles';
import type { Reader } from '@/lib/archive/reader';
import { absolute, routes } from '@/lib/site/routes';
import { portableHtml } from './portableHtml';

/**
 * An article's body as HTML that stands on its own, as feeds and programs get it. Without conversions of money: rates are
 * for pages, which are made anew with them.
 */
export function portableBody(
  reader: Reader,
  siteUrl: string,
  { article, body }: WholeArticle,
): string {
  const html = bodyHtml(reader, body, { lang: article.lang });
  return portableHtml(html, absolute(siteUrl, routes.article(article.slug)));
}
