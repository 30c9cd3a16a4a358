import { describe, expect, it } from 'vitest';
import { articleGraph } from '@/lib/discovery/structuredData/graphs';
import { GENRES } from '@/lib/site/genres';
import { aDetail } from '@/tests/component/support/articles';
import { aByline, aPicture } from '@/tests/component/support/cards';
import { aContext } from '@/tests/component/support/context';
import { day, minute } from '@/tests/component/support/dates';
import { slug } from '@/tests/component/support/slugs';
import { SITE, thingsOf } from './things';

const described = (...facts: Parameters<typeof aDetail>) =>
  thingsOf(articleGraph(aContext(), aDetail(...facts)));

const WIDE = { width: 1600, height: 900 };

describe('an article', () => {
  it('is described by what its page says', () => {
    const { NewsArticle: article, NewsMediaOrganization: publisher } = described({
      countries: ['kazakhstan', 'region'],
      topics: [{ slug: slug('water'), name: 'Water' }],
      dateline: 'Almaty',
    });
    expect(article).toMatchObject({
      '@id': `${SITE}/articles/a-river-rises#article`,
      mainEntityOfPage: `${SITE}/articles/a-river-rises`,
      headline: 'A river rises',
      description: 'The water stands higher than last year.',
      datePublished: '2025-04-29T15:10:00+05:00',
      dateModified: '2025-04-29T15:10:00+05:00',
      author: [{ '@type': 'Person', name: 'Aliya Haidar', url: `${SITE}/people/aliya-haidar` }],
      publisher: { '@id': `${SITE}/#organization` },
      isPartOf: { '@id': `${SITE}/#website` },
      articleSection: 'Society',
      keywords: ['Water'],
      inLanguage: 'en',
      isAccessibleForFree: true,
      wordCount: 660,
      speakable: { cssSelector: ['h1', '.standfirst'] },
      dateline: 'Almaty',
      contentLocation: [{ '@type': 'Country', name: 'Kazakhstan' }],
    });
    expect(publisher).toMatchObject({
      '@id': `${SITE}/#organization`,
      name: 'Steppe Courier',
      url: `${SITE}/`,
      logo: `${SITE}/icons/512.png`,
    });
  });

  it('says nothing of what it does not have', () => {
    const { NewsArticle: article = {} } = described();
    const absent = [
      'isBasedOn',
      'image',
      'keywords',
      'contentLocation',
      'dateline',
      'correction',
      'position',
    ];
    expect(Object.keys(article).filter((name) => absent.includes(name))).toEqual([]);
    expect(article).not.toHaveProperty('workTranslation');
    expect(article).not.toHaveProperty('translationOfWork');
  });

  it('names its original, where others published it first', () => {
    const canonicalUrl = 'https://partner.example/dam';
    expect(described({ canonicalUrl }).NewsArticle).toMatchObject({ isBasedOn: canonicalUrl });
  });

  it('has the way to it that its page shows', () => {
    expect(described().BreadcrumbList?.itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Front page', item: `${SITE}/` },
      { '@type': 'ListItem', position: 2, name: 'Society', item: `${SITE}/sections/society` },
      { '@type': 'ListItem', position: 3, name: 'A river rises' },
    ]);
  });

  it.each(GENRES)('of the genre %s is of a type of its own', (genre) => {
    const types = Object.keys(described({ genre })).filter((type) => type.endsWith('NewsArticle'));
    const words = genre.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    expect(types).toEqual([`${words.join('')}NewsArticle`]);
  });

  it('names who wrote it alone where there is no profile', () => {
    const bylines = [aByline('Aliya Haidar'), aByline('Botir Omarov', { hasProfile: false })];
    expect(described({}, { bylines }).NewsArticle?.author).toEqual([
      {
        '@type': 'Person',
        '@id': `${SITE}/people/aliya-haidar#person`,
        name: 'Aliya Haidar',
        url: `${SITE}/people/aliya-haidar`,
      },
      { '@type': 'Person', name: 'Botir Omarov' },
    ]);
  });

  it('has the moment of a day without an hour with the offset, too', () => {
    const { NewsArticle: article } = described({ published: day('2025-04-29') });
    expect(article?.datePublished).toMatch(/^2025-04-29T\d\d:\d\d:\d\d\+05:00$/);
  });

  it('was modified when it was last corrected', () => {
    const correction = { date: minute('2025-05-02T05:00+05:00'), text: 'Now right.' };
    const { NewsArticle: article } = described({
      updated: minute('2025-05-01T09:00+05:00'),
      corrections: [{ ...correction, kind: 'correction' }],
    });
    const moment = '2025-05-02T05:00:00+05:00';
    expect(article).toMatchObject({
      dateModified: moment,
      correction: [{ '@type': 'CorrectionComment', text: 'Now right.', datePublished: moment }],
    });
  });

  it('is part of its series', () => {
    const series = { slug: slug<'series'>('the-river'), name: 'The river', part: 3 };
    expect(described({ series }).NewsArticle).toMatchObject({
      isPartOf: [
        { '@id': `${SITE}/#website` },
        { '@type': 'CreativeWorkSeries', name: 'The river' },
      ],
      position: 3,
    });
  });
});

describe('the picture of an article', () => {
  it('comes in three shapes, cut about its point of interest, with its credit', () => {
    const facts = { ...WIDE, credit: 'A. B.', caption: 'A dam', focus: [1, 0.5] } as const;
    const { NewsArticle: article } = described({}, { image: aPicture(facts) });
    const address = (size: string) => `${SITE}/media/bridge.0123456789-${size}.webp`;
    expect(article?.image).toEqual([
      { '@type': 'ImageObject', url: address('1200x675'), caption: 'A dam', creditText: 'A. B.' },
      address('1200x900-100'),
      address('900x900-100'),
    ]);
  });

  it('is left out where it is too small for search engines', () => {
    const image = aPicture({ width: 200, height: 100 });
    expect(described({}, { image }).NewsArticle).not.toHaveProperty('image');
  });
});

describe('a translation', () => {
  const original = { slug: slug<'article'>('original'), title: 'Original', lang: 'ru' };
  const sibling = { slug: slug<'article'>('sibling'), title: 'Sibling', lang: 'kk' };
  const named = (...names: string[]) => {
    return names.map((name) => ({ '@id': `${SITE}/articles/${name}#article` }));
  };

  it('names its original, which names its translations', () => {
    const translated = described(
      { translationOf: original.slug },
      { translations: [original, sibling] },
    );
    expect(translated.NewsArticle).toMatchObject({ translationOfWork: named('original')[0] });
    expect(translated.NewsArticle).not.toHaveProperty('workTranslation');
    const translations = described({}, { translations: [original, sibling] });
    expect(translations.NewsArticle).toMatchObject({
      workTranslation: named('original', 'sibling'),
    });
  });

  it('does not name an original that readers cannot see', () => {
    const { NewsArticle: article } = described(
      { translationOf: original.slug },
      { translations: [sibling] },
    );
    expect(article).not.toHaveProperty('translationOfWork');
  });
});
