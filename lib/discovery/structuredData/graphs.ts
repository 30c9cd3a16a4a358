import type { Graph, Thing } from 'schema-dts';
import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { FrontPage } from '@/lib/archive/queries/front';
import type { NamedList } from '@/lib/archive/queries/namedLists';
import type { PersonEntry, Profile } from '@/lib/archive/queries/people';
import { pageOf, routes, type SitePath } from '@/lib/site/routes';
import { articleCrumbs, type Crumb, pageCrumbs, profileCrumbs } from '../crumbs';
import { newsArticle } from './article';
import { breadcrumbList } from './breadcrumb';
import { collectionPage, type ListedItem, webPage, website } from './collection';
import type { DataContext } from './node';
import { organization, publisher } from './organization';
import { profilePage } from './person';

/** What each kind of page says of itself, in one graph (JSON-LD 1.1) whose things name each other. */
function graph(...things: Thing[]): Graph {
  return { '@context': 'https://schema.org', '@graph': things };
}

export function frontGraph(context: DataContext, front: FrontPage): Graph {
  const cards = [...(front.lead ? [front.lead] : []), ...front.secondary, ...front.latest];
  const { name, description } = context.site;
  const facts = { path: routes.front(), name, description };
  return graph(
    website(context),
    organization(context),
    collectionPage(context, facts, listed(cards)),
  );
}

export function articleGraph(context: DataContext, detail: ArticleDetail): Graph {
  const { site, siteUrl, messages } = context;
  const crumbs = articleCrumbs(messages, detail, site.language);
  return graph(newsArticle(context, detail), breadcrumbList(siteUrl, crumbs), publisher(context));
}

export function profileGraph(context: DataContext, profile: Profile): Graph {
  const { siteUrl, messages } = context;
  return graph(
    profilePage(context, profile),
    breadcrumbList(siteUrl, profileCrumbs(messages, profile.author)),
    publisher(context),
  );
}

/** @param parents what stands over the list in its breadcrumb */
export function listGraph(
  context: DataContext,
  { title, introduction, path, list }: NamedList,
  parents: readonly Crumb[],
): Graph {
  const page = pageOf(path, list.page);
  const facts = { path: page, name: title, description: introduction };
  return graph(
    collectionPage(context, facts, listed(list.cards)),
    breadcrumbList(context.siteUrl, [...parents, { label: title }]),
  );
}

export function peopleGraph(context: DataContext, people: readonly PersonEntry[]): Graph {
  const { messages } = context;
  const facts = {
    path: routes.people(),
    name: messages.people,
    description: messages.peopleIntroduction,
  };
  const items = people.map(({ author }) => ({
    name: author.name,
    path: routes.person(author.slug),
  }));
  return graph(
    collectionPage(context, facts, items),
    breadcrumbList(context.siteUrl, pageCrumbs(messages, messages.people)),
  );
}

/** Of a page that lists nothing that has a name of its own. */
export function pageGraph(
  context: DataContext,
  facts: { readonly path: SitePath; readonly name: string; readonly description: string | null },
  crumbs: readonly Crumb[] = pageCrumbs(context.messages, facts.name),
): Graph {
  return graph(webPage(context, facts), breadcrumbList(context.siteUrl, crumbs));
}

function listed(cards: readonly ArticleCard[]): ListedItem[] {
  return cards.map(({ title, slug }) => ({ name: title, path: routes.article(slug) }));
}
