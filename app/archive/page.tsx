import type { Metadata } from 'next';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { StructuredData } from '@/components/layout/StructuredData';
import { ArchiveView } from '@/components/lists/ArchiveView';
import { archiveYears } from '@/lib/archive/queries/archiveYears';
import { countOf } from '@/lib/archive/queries/lists';
import { pageHead } from '@/lib/discovery/head';
import { archiveGraph } from '@/lib/discovery/structuredData/listGraphs';
import { routes } from '@/lib/site/routes';

export async function generateMetadata(): Promise<Metadata> {
  const { model: total, context } = await load((reader) => countOf(reader, { kind: 'all' }));
  const { archive, archivePage } = context.messages;
  const description = archivePage.introduction(total);
  return metadata(pageHead(context, { title: archive, description, path: routes.archive() }));
}

export default async function ArchivePage() {
  const { model, context } = await load((reader) => ({
    years: archiveYears(reader),
    total: countOf(reader, { kind: 'all' }),
  }));
  return (
    <>
      <StructuredData graph={archiveGraph(context, model.years, model.total)} />
      <ArchiveView years={model.years} total={model.total} context={context} />
    </>
  );
}
