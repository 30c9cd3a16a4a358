import type { Metadata } from 'next';
import { cache } from 'react';
import { StructuredData } from '@/components/layout/StructuredData';
import { ListView } from '@/components/lists/ListView';
import type { NamedList } from '@/lib/archive/queries/namedLists';
import type { Reader } from '@/lib/archive/reader';
import type { Crumb } from '@/lib/discovery/crumbs';
import { listHead } from '@/lib/discovery/head';
import { listGraph } from '@/lib/discovery/structuredData/listGraphs';
import type { Messages } from '@/lib/site/messages';
import { pageOf, type SitePath } from '@/lib/site/routes';
import { load } from './load';
import { metadata } from './metadata';
import { missing } from './missing';
import { pageNumber, redirectFirstPage } from './pageNumber';

type Params = Record<string, string>;

/** A kind of list: how it is found, and what stands around it. */
export interface ListRoute {
  readonly query: (reader: Reader, params: Params, page: number) => NamedList | null;
  readonly path: (params: Params) => SitePath;
  readonly parents: (messages: Messages) => readonly Crumb[];
  readonly showSection: boolean;
}

export interface ListProps {
  readonly params: Promise<Params>;
}

function find(route: ListRoute, params: Params) {
  return findOnce(route, new URLSearchParams(params).toString());
}

/** Shared by head and page, so that a list is read once; told apart by values, not by objects. */
const findOnce = cache((route: ListRoute, given: string) => {
  const params = Object.fromEntries(new URLSearchParams(given));
  const page = pageNumber(params.number);
  return load((reader) => (page === null ? null : route.query(reader, params, page)));
});

/** Head of a list; the same for its first page and for the others. */
export async function listMetadata(route: ListRoute, { params }: ListProps): Promise<Metadata> {
  const { model, context } = await find(route, await params);
  if (model === null) return {};
  const { title, introduction, path, list } = model;
  return metadata(listHead(context, { title, description: introduction ?? title, path }, list));
}

/** Page of a list; the same for its first page and for the others. */
export async function listPage(route: ListRoute, { params }: ListProps) {
  const given = await params;
  const path = route.path(given);
  redirectFirstPage(given.number, path);
  const { model, context } = await find(route, given);
  if (model === null) {
    return missing(given.number === undefined ? path : pageOf(path, given.number));
  }
  const parents = route.parents(context.messages);
  return (
    <>
      <StructuredData graph={listGraph(context, model, parents)} />
      <ListView model={model} parents={parents} context={context} showSection={route.showSection} />
    </>
  );
}
