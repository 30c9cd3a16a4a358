import { type ListKey, listsOfKind } from '@/lib/archive/queries/lists';
import { portraits } from '@/lib/archive/queries/people';
import type { Reader } from '@/lib/archive/reader';
import { COUNTRIES } from '@/lib/site/countries';
import { asked, type FeedFormat, pageOf, routes, type SitePath } from '@/lib/site/routes';
import type { PlanSources } from './sources';

/** Every page of every list of articles. */
export function listPages({ lists, perPage }: Pick<PlanSources, 'lists' | 'perPage'>): SitePath[] {
  return lists.flatMap(({ path, total }) =>
    Array.from({ length: Math.max(1, Math.ceil(total / perPage)) }, (_, index) =>
      pageOf(path, index + 1),
    ),
  );
}

/** The feeds of the site and of each list that has its own. */
export function feeds(lists: readonly ListOfArticles[]): SitePath[] {
  const own = lists.filter(({ kind }) => kind !== 'month');
  const of = (format: FeedFormat) => own.map(({ path }) => routes.feed(format, path));
  return [
    ...(['rss', 'atom', 'json'] as const).map((format) => routes.feed(format)),
    ...of('rss'),
    ...of('json'),
  ];
}

/** Every page of the corrections. */
export function correctionPages({
  correctionPages: pages,
}: Pick<PlanSources, 'correctionPages'>): SitePath[] {
  return Array.from({ length: pages }, (_, index) => pageOf(routes.corrections(), index + 1));
}

export interface ListOfArticles {
  readonly kind: ListKey['kind'];
  readonly path: SitePath;
  readonly total: number;
}

/** Sections, countries and people have a page even without an article. */
export function listsOfArticles(reader: Reader): ListOfArticles[] {
  const totals = (kind: Exclude<ListKey['kind'], 'all'>): ReadonlyMap<string, number> =>
    new Map(listsOfKind(reader, kind).map(({ value, total }) => [value, total]));
  const [sections, countries, authors] = [totals('section'), totals('country'), totals('author')];
  return [
    ...reader.sections.map(({ slug }) => {
      return {
        kind: 'section',
        path: routes.section(slug),
        total: sections.get(slug) ?? 0,
      } as const;
    }),
    ...COUNTRIES.map((country) => {
      const total = countries.get(country) ?? 0;
      return { kind: 'country', path: routes.country(country), total } as const;
    }),
    ...portraits(reader).map(({ slug }) => {
      return { kind: 'author', path: routes.person(slug), total: authors.get(slug) ?? 0 } as const;
    }),
    ...[...totals('topic')].map(([value, total]) => {
      return { kind: 'topic', path: asked.topic(value), total } as const;
    }),
    ...[...totals('month')].map(([value, total]) => {
      const path = asked.month(value.slice(0, 4), value.slice(5));
      return { kind: 'month', path, total } as const;
    }),
  ];
}
