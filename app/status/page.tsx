import type { Metadata } from 'next';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { StructuredData } from '@/components/layout/StructuredData';
import { StatusView } from '@/components/status/StatusView';
import { siteStatus } from '@/lib/archive/queries/siteStatus';
import { statusHead } from '@/lib/discovery/head';
import { pageGraph } from '@/lib/discovery/structuredData/graphs';
import { serverState } from '@/lib/publishing/serverState';
import { routes } from '@/lib/site/routes';

export async function generateMetadata(): Promise<Metadata> {
  const { context } = await load(() => null);
  return metadata(statusHead(context));
}

export default async function StatusPage() {
  const { model, context } = await load(siteStatus);
  const { title: name, description } = context.messages.status;
  return (
    <>
      <StructuredData graph={pageGraph(context, { path: routes.status(), name, description })} />
      <StatusView status={model} state={serverState()} context={context} />
    </>
  );
}
