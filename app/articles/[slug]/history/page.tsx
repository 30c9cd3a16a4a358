import type { Metadata } from 'next';
import { cache } from 'react';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { HistoryView } from '@/components/article/HistoryView';
import { historyHead } from '@/lib/discovery/head';
import { articleHistory } from '@/lib/publishing/history/articleHistory';
import { publication } from '@/lib/publishing/publication';
import { asked } from '@/lib/site/routes';

interface Props {
  readonly params: Promise<{ slug: string }>;
}

/** Shared by head and page, so that Git is asked once. */
const find = cache(async (slug: string) => {
  const current = await publication();
  return load((reader) => articleHistory(current, reader, slug));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { model, context } = await find(slug);
  if (model === null) return {};
  return { ...metadata(historyHead(context, model.article)), robots: { index: false } };
}

export default async function HistoryPage({ params }: Props) {
  const { slug } = await params;
  const { model, context } = await find(slug);
  if (model === null) return missing(asked.history(slug));
  return <HistoryView history={model} context={context} />;
}
