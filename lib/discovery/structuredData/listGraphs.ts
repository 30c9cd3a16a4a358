import type { CorrectionComment, Graph } from 'schema-dts';
import type { ArchiveYear } from '@/lib/archive/queries/archiveYears';
import type { CorrectionEntry, CorrectionsPage } from '@/lib/archive/queries/corrections';
import type { NamedList } from '@/lib/archive/queries/namedLists';
import type { PersonEntry } from '@/lib/archive/queries/people';
import { machineDate, monthLabel } from '@/lib/site/dates';
import { pageOf, routes } from '@/lib/site/routes';
import { type Crumb, pageCrumbs } from '../crumbs';
import { breadcrumbList } from './breadcrumb';
import { type DataContext, graph, ids, reference } from './node';
import { collectionPage, type ListedItem, listed, type PageFacts } from './page';

/** What pages that list things say of themselves, and of what they list. */

/** @param parents what stands over the list in its breadcrumb */
export function listGraph(
  context: DataContext,
  { title, introduction, path, list }: NamedList,
  parents: readonly Crumb[],
): Graph {
  const items = list.cards.map((card) =>
    listed(context.siteUrl, card.title, routes.article(card.slug)),
  );
  const facts = { path: pageOf(path, list.page), name: title, description: introduction };
  const place = { first: firstOn(list.page, context), total: list.total };
  return collection(context, facts, items, place, [...parents, { label: title }]);
}

export function peopleGraph(context: DataContext, people: readonly PersonEntry[]): Graph {
  const { people: name, peopleIntroduction: description } = context.messages;
  const items = people.map(({ author }) =>
    listed(context.siteUrl, author.name, routes.person(author.slug)),
  );
  return collection(context, { path: routes.people(), name, description }, items);
}

/** @param total number of all articles */
export function archiveGraph(
  context: DataContext,
  years: readonly ArchiveYear[],
  total: number,
): Graph {
  const { messages, site, siteUrl } = context;
  const items = years.flatMap(({ months }) =>
    months.map(({ month }) =>
      listed(siteUrl, monthLabel(month, site.language), routes.month(month)),
    ),
  );
  const description = messages.archivePage.introduction(total);
  return collection(
    context,
    { path: routes.archive(), name: messages.archive, description },
    items,
  );
}

export function correctionsGraph(
  context: DataContext,
  { entries, page }: Pick<CorrectionsPage, 'entries' | 'page'>,
): Graph {
  const { corrections: name, correctionsPage: words } = context.messages;
  const path = pageOf(routes.corrections(), page);
  const items = entries.map((entry) => ({ item: correctionOf(context, entry) }));
  const place = { first: firstOn(page, context), total: null };
  return collection(context, { path, name, description: words.introduction }, items, place);
}

function correctionOf(
  { site, siteUrl }: DataContext,
  { correction, article }: CorrectionEntry,
): CorrectionComment {
  return {
    '@type': 'CorrectionComment',
    text: correction.text,
    datePublished: machineDate(correction.date.at, 'minute', site.timeZone),
    about: reference(ids.article(siteUrl, article.slug)),
  };
}

function collection(
  context: DataContext,
  facts: PageFacts,
  items: readonly ListedItem[],
  place: Parameters<typeof collectionPage>[3] = {},
  crumbs: readonly Crumb[] = pageCrumbs(context.messages, facts.name),
): Graph {
  return graph(
    collectionPage(context, facts, items, place),
    breadcrumbList(context.siteUrl, crumbs, ids.breadcrumb(context.siteUrl, facts.path)),
  );
}

/** Place in the whole list, from 1, of what stands first on one of its pages. */
function firstOn(page: number, { site }: DataContext): number {
  return (page - 1) * site.perPage + 1;
}
