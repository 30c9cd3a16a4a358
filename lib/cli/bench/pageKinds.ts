import { pageOf, routes, type SitePath } from '@/lib/site/routes';
import { type ArticleSlug, slugify } from '@/lib/site/slug';
import type { GeneratedPublication } from './generate/publication';

/** The kinds of pages that are measured. */
export const PAGE_KINDS = [
  'front',
  'article',
  'profile',
  'section',
  'topic',
  'month',
  'archive',
  'missing',
] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** The pages of a kind to ask for, and the status that they are answered with. */
export interface PagePlan {
  readonly kind: PageKind;
  readonly status: number;
  /** Asked for before anything is timed; other pages than the measured ones, where there are. */
  readonly warmUp: readonly SitePath[];
  readonly measured: readonly SitePath[];
}

const ARTICLES = 100;
const OTHERS = 40;
const WARM_UP_SHARE = 0.25;

/** Different pages of every kind, spread over the whole publication. */
export function planPages(publication: GeneratedPublication): PagePlan[] {
  const { articles, authors, topics, months } = publication;
  const unknown = Array.from({ length: 2 * OTHERS }, (_, index) => routes.article(noSlug(index)));
  const every: Record<PageKind, readonly SitePath[]> = {
    front: [routes.front()],
    article: articles.map(({ slug }) => routes.article(slug)),
    profile: authors.map(routes.person),
    section: pagesOfSections(publication),
    topic: topics.map(routes.topic),
    month: months.map(routes.month),
    archive: [routes.archive()],
    missing: unknown,
  };
  return PAGE_KINDS.map((kind) => {
    const count = kind === 'article' ? ARTICLES : OTHERS;
    const warmUps = Math.ceil(count * WARM_UP_SHARE);
    // A page is kept once it was made, so each is asked for once; of some kinds there is only one.
    const chosen = [...new Set(spread(every[kind], count + warmUps))];
    // Every fifth one, so that the measured ones stay spread over the whole list.
    const isWarmUp = (_: SitePath, index: number): boolean => chosen.length > 1 && index % 5 === 0;
    return {
      kind,
      status: kind === 'missing' ? 404 : 200,
      warmUp: chosen.filter(isWarmUp),
      measured: chosen.filter((path, index) => !isWarmUp(path, index)),
    };
  });
}

const MOST_PAGES_OF_A_SECTION = 8;
const PER_PAGE = 10;

/** Pages that every section has for certain: half of those that it has on average. */
function pagesOfSections({ articles, sections }: GeneratedPublication): SitePath[] {
  const average = articles.length / sections.length / PER_PAGE;
  const certain = Math.min(MOST_PAGES_OF_A_SECTION, Math.max(1, Math.floor(average / 2)));
  return sections.flatMap((slug) =>
    Array.from({ length: certain }, (_, index) => pageOf(routes.section(slug), index + 1)),
  );
}

/** Items at even distances; where there are too few, they come again. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: count }, (_, index) => {
    const item = items[Math.floor(index * step) % items.length];
    if (item === undefined) throw new RangeError('There are no pages of this kind');
    return item;
  });
}

function noSlug(index: number): ArticleSlug {
  const slug = slugify<'article'>(`no article of this name ${index}`);
  if (slug === undefined) throw new Error('A slug of Latin letters is always one');
  return slug;
}
