import type { Metadata } from 'next';
import { cache } from 'react';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { HistoryView } from '@/components/history/HistoryView';
import { StructuredData } from '@/components/layout/StructuredData';
import { articleCard } from '@/lib/archive/queries/article';
import { historyHead } from '@/lib/discovery/head';
import { historyGraph } from '@/lib/discovery/structuredData/graphs';
import { articleHistory } from '@/lib/publishing/history/articleHistory';
import { publication } from '@/lib/publishing/publication';
import { asked } from '@/lib/site/routes';
import { isSlug } from '@/lib/site/slug';
import '@/app/styles/history.css';

interface Props {
  readonly params: Promise<{ slug: string }>;
}

/** Shared by head and page, so that Git is asked once. */
const find = cache(async (slug: string) => {
  const current = await publication();
  return load((reader) => {
    const article = isSlug<'article'>(slug) ? articleCard(reader, slug) : null;
    if (!article) return null;
    const committed = () => current.source.committed(current.commit);
    const history = articleHistory(reader, article.slug, committed);
    return history && { article, history };
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model, context } = await find((await params).slug);
  if (model === null) return {};
  // Words that were taken out of an article must not be found in its place.
  const robots = { index: false, follow: true };
  return { ...metadata(historyHead(context, model.article)), robots };
}

export default async function HistoryPage({ params }: Props) {
  const { slug } = await params;
  const { model, context } = await find(slug);
  if (model === null) return missing(asked.history(slug));
  return (
    <>
      <StructuredData graph={historyGraph(context, model.article)} />
      <HistoryView {...model} context={context} />
    </>
  );
}
