import type { Metadata } from 'next';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { ArticleView } from '@/components/article/ArticleView';
import { articleDetail } from '@/lib/archive/queries/article';
import { bodyHtml } from '@/lib/archive/queries/body';
import type { Reader } from '@/lib/archive/reader';
import { articleHead } from '@/lib/discovery/head';
import { asked } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';

interface Props {
  readonly params: Promise<{ slug: string }>;
}

function find(reader: Reader, slug: string) {
  return isSlug<'article'>(slug) ? articleDetail(reader, slug) : null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { model, context } = await load((reader) => find(reader, slug));
  return model ? metadata(articleHead(context, model)) : {};
}

export default async function ArticlePage({ params }: Props) {
  const { slug } = await params;
  const { model, context } = await load((reader) => {
    const detail = find(reader, slug);
    return detail && { detail, html: bodyHtml(reader, detail.body, detail.article.lang) };
  });
  if (model === null) return missing(asked.article(slug));
  return <ArticleView detail={model.detail} html={model.html} context={context} />;
}
