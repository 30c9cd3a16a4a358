import type { Metadata } from 'next';
import { cache } from 'react';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { pageNumber, redirectFirstPage } from '@/app/_site/pageNumber';
import { CorrectionsView } from '@/components/corrections/CorrectionsView';
import { StructuredData } from '@/components/layout/StructuredData';
import { correctionsPage } from '@/lib/archive/queries/corrections';
import { listHead } from '@/lib/discovery/head';
import { correctionsGraph } from '@/lib/discovery/structuredData/listGraphs';
import { pageOf, routes } from '@/lib/site/routes';

interface Props {
  readonly params: Promise<{ number?: string }>;
}

/** Shared by head and page, so that the list is read once. */
const find = cache((number: string | undefined) => {
  const page = pageNumber(number);
  return load((reader) => (page === null ? null : correctionsPage(reader, page)));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { model, context } = await find((await params).number);
  if (model === null) return {};
  const { corrections: title, correctionsPage: words } = context.messages;
  const head = { title, description: words.introduction, path: routes.corrections() };
  return metadata(listHead(context, head, model));
}

export default async function CorrectionsRoute({ params }: Props) {
  const { number } = await params;
  redirectFirstPage(number, routes.corrections());
  const { model, context } = await find(number);
  if (model === null) return missing(pageOf(routes.corrections(), number ?? 1));
  return (
    <>
      <StructuredData graph={correctionsGraph(context, model)} />
      <CorrectionsView model={model} context={context} />
    </>
  );
}
