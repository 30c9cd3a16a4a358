import type { Graph } from 'schema-dts';
import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { FrontPage } from '@/lib/archive/queries/front';
import type { Profile } from '@/lib/archive/queries/people';
import { pageOf, routes } from '@/lib/site/routes';
import { articleCrumbs, type Crumb, historyCrumbs, pageCrumbs, profileCrumbs } from '../crumbs';
import { newsArticle } from './article';
import { breadcrumbList } from './breadcrumb';
import { type DataContext, graph, ids } from './node';
import { organization, publisher } from './organization';
import { collectionPage, listed, type PageFacts, webPage } from './page';
import { profilePage } from './person';
import { website } from './website';

/** What each kind of page says of itself; of lists, `listGraphs.ts`. */

export function frontGraph(context: DataContext, front: FrontPage): Graph {
  const { lead, secondary, latest, blocks } = front;
  const cards = [lead ?? [], secondary, latest, blocks.map((block) => block.cards)].flat(2);
  // A section's block may show what stands among the latest, too.
  const titles = new Map(cards.map(({ slug, title }) => [slug, title]));
  const items = [...titles].map(([slug, title]) =>
    listed(context.siteUrl, title, routes.article(slug)),
  );
  const { name, description } = context.site;
  const facts = { path: routes.front(), name, description };
  return graph(website(context), organization(context), collectionPage(context, facts, items));
}

export function articleGraph(context: DataContext, detail: ArticleDetail): Graph {
  const { site, siteUrl, messages } = context;
  const crumbs = articleCrumbs(messages, detail, site.language);
  return graph(newsArticle(context, detail), breadcrumbList(siteUrl, crumbs), publisher(context));
}

export function profileGraph(context: DataContext, profile: Profile): Graph {
  const { siteUrl, messages } = context;
  const { author, list } = profile;
  const path = pageOf(routes.person(author.slug), list.page);
  return graph(
    profilePage(context, profile),
    breadcrumbList(siteUrl, profileCrumbs(messages, author), ids.breadcrumb(siteUrl, path)),
    publisher(context),
  );
}

export function historyGraph(context: DataContext, article: ArticleCard): Graph {
  const { title: name, introduction } = context.messages.history;
  const path = routes.history(article.slug);
  const facts = { path, name, description: `${introduction} ${article.title}` };
  const crumbs = historyCrumbs(context.messages, article, context.site.language);
  return pageGraph(context, facts, crumbs);
}

/** Of a page that lists nothing that has a name of its own. */
export function pageGraph(
  context: DataContext,
  facts: PageFacts,
  crumbs: readonly Crumb[] = pageCrumbs(context.messages, facts.name),
): Graph {
  const id = ids.breadcrumb(context.siteUrl, facts.path);
  return graph(webPage(context, facts), breadcrumbList(context.siteUrl, crumbs, id));
}
