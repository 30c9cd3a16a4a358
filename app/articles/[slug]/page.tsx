import type { Metadata } from 'next';
import { cache } from 'react';
import { islands } from '@/app/_site/islands';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { ArticleView } from '@/components/article/ArticleView';
import { IslandScript } from '@/components/layout/IslandScript';
import { StructuredData } from '@/components/layout/StructuredData';
import { articleDetail } from '@/lib/archive/queries/article';
import { bodyHtml } from '@/lib/archive/queries/body';
import { articleHead } from '@/lib/discovery/head';
import { articleGraph } from '@/lib/discovery/structuredData/graphs';
import { hasHistory } from '@/lib/publishing/history/articleHistory';
import { publication } from '@/lib/publishing/publication';
import { moneyConverter } from '@/lib/rates/money';
import { asked, routes } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';

interface Props {
  readonly params: Promise<{ slug: string }>;
}

/** Shared by head and page, so that an article is read and its Markdown rendered once. */
const find = cache(async (slug: string) => {
  const current = await publication();
  return load((reader) => {
    const detail = isSlug<'article'>(slug) ? articleDetail(reader, slug) : null;
    if (!detail) return null;
    const { article, body } = detail;
    reader.shown.add('rates');
    const money = moneyConverter(current.rates, reader.site, article.published.at, article.lang);
    return {
      detail,
      html: bodyHtml(reader, body, { lang: article.lang, money }),
      history: hasHistory(reader, article.slug) ? routes.history(article.slug) : undefined,
    };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { model, context } = await find(slug);
  return model ? metadata(articleHead(context, model.detail)) : {};
}

export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  const { model, context } = await find(slug);
  if (model === null) return missing(asked.article(slug));
  return (
    <>
      <StructuredData graph={articleGraph(context, model.detail)} />
      <ArticleView {...model} context={context} />
      <IslandScript name="share" path={routes.island(islands().files.share)} />
    </>
  );
}
