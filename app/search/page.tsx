import type { Metadata } from 'next';
import { cache } from 'react';
import { islands } from '@/app/_site/islands';
import { load } from '@/app/_site/load';
import { metadata } from '@/app/_site/metadata';
import { missing } from '@/app/_site/missing';
import { IslandScript } from '@/components/layout/IslandScript';
import { StructuredData } from '@/components/layout/StructuredData';
import { FileSearchView } from '@/components/search/FileSearchView';
import { SearchView } from '@/components/search/SearchView';
import { searchChoices } from '@/lib/archive/search/choices';
import { search } from '@/lib/archive/search/search';
import { searchHead } from '@/lib/discovery/head';
import { pageGraph } from '@/lib/discovery/structuredData/graphs';
import { routes } from '@/lib/site/routes';
import { type QueryValues, readSearch } from '@/lib/site/searchRequest';

interface Props {
  readonly searchParams: Promise<QueryValues>;
}

/** Shared by head and page, so that the archive is searched once; told apart by values. */
const find = cache((asked: string) =>
  load((reader) => {
    const request = readSearch(JSON.parse(asked) as QueryValues);
    const results = request && search(reader, request);
    return request && results && { request, results, choices: searchChoices(reader) };
  }),
);

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { model, context } = await find(JSON.stringify(await searchParams));
  return model ? metadata(searchHead(context, model.results.text)) : {};
}

export default async function SearchPage({ searchParams }: Props) {
  const { model, context } = await find(JSON.stringify(await searchParams));
  if (model === null) return missing(routes.search());
  const { title: name, description } = context.messages.search;
  return (
    <>
      <StructuredData graph={pageGraph(context, { path: routes.search(), name, description })} />
      {context.hosting === 'files' ? (
        <>
          <FileSearchView choices={model.choices} context={context} />
          <IslandScript name="fileSearch" path={routes.island(islands().files.fileSearch)} />
        </>
      ) : (
        <SearchView model={model} context={context} />
      )}
    </>
  );
}
