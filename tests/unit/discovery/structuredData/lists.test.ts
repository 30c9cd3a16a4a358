import { describe, expect, it } from 'vitest';
import { historyGraph, pageGraph } from '@/lib/discovery/structuredData/graphs';
import {
  archiveGraph,
  correctionsGraph,
  listGraph,
  peopleGraph,
} from '@/lib/discovery/structuredData/listGraphs';
import { routes } from '@/lib/site/routes';
import { aCard, aList, cardsOf } from '@/tests/component/support/cards';
import { aContext } from '@/tests/component/support/context';
import { minute } from '@/tests/component/support/dates';
import { aProfile } from '@/tests/component/support/people';
import { slug } from '@/tests/component/support/slugs';
import { SITE, thingsOf } from './things';

describe('a list of articles', () => {
  it('says where its page stands in the whole of it', () => {
    const list = aList(cardsOf('One', 'Two'), { page: 3, pages: 3, total: 22 });
    const model = { title: 'Water', introduction: null, path: routes.topic(slug('water')), list };
    const parents = [{ label: 'Front page', path: routes.front() }];
    const { CollectionPage: page, BreadcrumbList: crumbs } = thingsOf(
      listGraph(aContext(), model, parents),
    );
    expect(page).toMatchObject({
      url: `${SITE}/topics/water/page/3`,
      name: 'Water',
      isPartOf: { '@id': `${SITE}/#website` },
      breadcrumb: { '@id': crumbs?.['@id'] },
      mainEntity: {
        numberOfItems: 22,
        itemListElement: [
          { position: 21, name: 'One', url: `${SITE}/articles/story-1` },
          { position: 22, name: 'Two', url: `${SITE}/articles/story-2` },
        ],
      },
    });
    expect(page).not.toHaveProperty('description');
    expect(crumbs?.itemListElement).toHaveLength(2);
  });
});

describe('the list of people', () => {
  it('names everybody and where they are described', () => {
    const people = [{ ...aProfile(), articles: 2 }];
    expect(thingsOf(peopleGraph(aContext(), people)).CollectionPage?.mainEntity).toMatchObject({
      numberOfItems: 1,
      itemListElement: [{ name: 'Aliya Haidar', url: `${SITE}/people/aliya-haidar` }],
    });
  });
});

describe('the archive', () => {
  it('lists its months', () => {
    const years = [{ year: '2025', months: [{ month: '2025-04', total: 5 } as const] }];
    expect(thingsOf(archiveGraph(aContext(), years, 5)).CollectionPage).toMatchObject({
      description: '5 articles, month by month.',
      mainEntity: { itemListElement: [{ name: 'April 2025', url: `${SITE}/archive/2025/04` }] },
    });
  });
});

describe('the ledger of corrections', () => {
  it('lists what was corrected, and in which article', () => {
    const { slug: article, title, lang } = aCard();
    const correction = { date: minute('2025-05-02T05:00+05:00'), text: 'Now right.' };
    const entries = [
      {
        correction: { ...correction, kind: 'correction' as const },
        article: { slug: article, title, lang },
      },
    ];
    const { CollectionPage: page } = thingsOf(correctionsGraph(aContext(), { entries, page: 2 }));
    expect(page).toMatchObject({
      url: `${SITE}/corrections/page/2`,
      mainEntity: {
        itemListElement: [
          {
            position: 11,
            item: {
              '@type': 'CorrectionComment',
              text: 'Now right.',
              datePublished: '2025-05-02T05:00:00+05:00',
              about: { '@id': `${SITE}/articles/a-river-rises#article` },
            },
          },
        ],
      },
    });
    // How many there are in all is not known here.
    expect(page?.mainEntity).not.toHaveProperty('numberOfItems');
  });
});

describe('a page of its own', () => {
  it('says when it was changed, where that is known', () => {
    const facts = { path: routes.page(slug('about')), name: 'About', description: 'Who we are.' };
    const { at: modified } = minute('2025-05-02T05:00+05:00');
    expect(thingsOf(pageGraph(aContext(), { ...facts, modified })).WebPage).toMatchObject({
      url: `${SITE}/about`,
      dateModified: '2025-05-02T05:00:00+05:00',
    });
    expect(thingsOf(pageGraph(aContext(), facts)).WebPage).not.toHaveProperty('dateModified');
  });
});

describe('the history of an article', () => {
  it('has a way to it that leads by the article', () => {
    const { BreadcrumbList: crumbs, WebPage: page } = thingsOf(historyGraph(aContext(), aCard()));
    expect(page).toMatchObject({ url: `${SITE}/articles/a-river-rises/history` });
    expect(crumbs?.itemListElement).toMatchObject([
      { item: `${SITE}/` },
      { item: `${SITE}/sections/society` },
      { name: 'A river rises', item: `${SITE}/articles/a-river-rises` },
      { name: 'Version history' },
    ]);
  });
});
