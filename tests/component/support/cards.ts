import type { ArticleCard } from '@/lib/archive/queries/cards';
import type { ListPage } from '@/lib/archive/queries/lists';
import type { Picture } from '@/lib/archive/queries/pictures';
import type { Byline } from '@/lib/archive/reader';
import { routes } from '@/lib/site/routes';
import { minute } from './dates';
import { slug } from './slugs';

export function aByline(name: string, facts: Partial<Byline> = {}): Byline {
  return { slug: slug(name.toLowerCase().replaceAll(' ', '-')), name, hasProfile: true, ...facts };
}

export function aPicture(facts: Partial<Picture> = {}): Picture {
  return {
    src: routes.media('bridge.png'),
    name: 'bridge.png',
    hash: '0123456789abcdef',
    tint: 'a87-345',
    width: 1200,
    height: 675,
    alt: 'A bridge over a river',
    caption: null,
    credit: null,
    focus: null,
    ...facts,
  };
}

export function aCard(facts: Partial<ArticleCard> = {}): ArticleCard {
  return {
    slug: slug('a-river-rises'),
    title: 'A river rises',
    summary: 'The water stands higher than last year.',
    opening: 'On Monday the gauge read two metres.',
    published: minute('2025-04-29T15:10+05:00'),
    section: { slug: slug('society'), name: 'Society' },
    bylines: [aByline('Aliya Haidar')],
    genre: null,
    countries: [],
    image: null,
    lang: 'en',
    hidden: null,
    ...facts,
  };
}

/** Cards with the headlines given, each with a slug of its own. */
export function cardsOf(...titles: readonly string[]): ArticleCard[] {
  return titles.map((title, index) => aCard({ title, slug: slug(`story-${index + 1}`) }));
}

export function aList(cards: readonly ArticleCard[], facts: Partial<ListPage> = {}): ListPage {
  return { cards, total: cards.length, page: 1, pages: 1, ...facts };
}
