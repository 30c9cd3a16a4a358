import type { Metadata } from 'next';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { FrontView } from '@/components/front/FrontView';
import { StructuredData } from '@/components/layout/StructuredData';
import { frontPage } from '@/lib/archive/queries/front';
import { pageHead } from '@/lib/discovery/head';
import { frontGraph } from '@/lib/discovery/structuredData/graphs';
import { routes } from '@/lib/site/routes';

export async function generateMetadata(): Promise<Metadata> {
  const { context } = await load(() => null);
  const { name: title, description } = context.site;
  return metadata(pageHead(context, { title, description, path: routes.front() }));
}

export default async function Front() {
  const { model, context } = await load(frontPage);
  return (
    <>
      <StructuredData graph={frontGraph(context, model)} />
      <FrontView front={model} context={context} />
    </>
  );
}
