import type { ArticleDetail } from '@/lib/archive/queries/article';
import { absolute, routes } from '@/lib/site/routes';

/**
 * Absolute addresses of an article's versions by their language, as `hreflang` names them, the
 * original's also as `x-default`. Every version says the same, as search engines ask: of two in one
 * language the original stands for it, else the first by slug, and the other names none. Empty
 * where there is nothing to choose from.
 */
export function languageVersions(
  siteUrl: string,
  { article, translations }: Pick<ArticleDetail, 'article' | 'translations'>,
): Readonly<Record<string, string>> {
  const original = article.translationOf ?? article.slug;
  const versions = [article, ...translations].sort(
    (a, b) =>
      Number(b.slug === original) - Number(a.slug === original) || (a.slug < b.slug ? -1 : 1),
  );
  const byLanguage = new Map<string, string>();
  for (const { lang, slug } of versions) if (!byLanguage.has(lang)) byLanguage.set(lang, slug);
  if (byLanguage.size < 2 || byLanguage.get(article.lang) !== article.slug) return {};
  const first = versions.find(({ slug }) => slug === original);
  return Object.fromEntries(
    [...versions, ...(first ? [{ lang: 'x-default', slug: first.slug }] : [])]
      .filter(({ lang, slug }) => lang === 'x-default' || byLanguage.get(lang) === slug)
      .map(({ lang, slug }) => [lang, absolute(siteUrl, routes.article(slug))]),
  );
}
