// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleGraph, frontGraph, profileGraph } from '@/lib/discovery/structuredData/graphs';
import { serialise } from '@/lib/discovery/structuredData/serialise';
import type { Genre } from '@/lib/site/genres';
import { aDetail } from '@/tests/component/support/articles';
import { aPicture } from '@/tests/component/support/cards';
import { aContext } from '@/tests/component/support/context';
import { aFullCard, aFullDetail, aFullProfile } from '@/tests/component/support/fullModels';
import { slug } from '@/tests/component/support/slugs';

type Things = Record<string, Record<string, unknown>>;

/** The things of a graph by their types. */
function things(graph: object): Things {
  const { '@graph': all } = JSON.parse(JSON.stringify(graph)) as {
    '@graph': Record<string, unknown>[];
  };
  return Object.fromEntries(all.map((thing) => [String(thing['@type']), thing]));
}

const SITE = 'https://courier.example';

describe('an article', () => {
  it('is described by what its page says', () => {
    const detail = aDetail(
      {
        corrections: [
          {
            date: { at: Date.parse('2025-05-02T00:00Z'), precision: 'minute' },
            text: 'Now right.',
            kind: 'correction',
          },
        ],
        countries: ['kazakhstan', 'region'],
        dateline: 'Almaty',
      },
      { image: aPicture({ width: 1600, height: 900, credit: 'A. B.', caption: 'A dam' }) },
    );
    const {
      NewsArticle: article,
      BreadcrumbList: crumbs,
      NewsMediaOrganization: publisher,
    } = things(articleGraph(aContext(), detail));
    expect(article).toMatchObject({
      '@id': `${SITE}/articles/a-river-rises#article`,
      headline: 'A river rises',
      description: 'The water stands higher than last year.',
      datePublished: '2025-04-29T15:10:00+05:00',
      dateModified: '2025-05-02T05:00:00+05:00',
      author: [{ '@type': 'Person', name: 'Aliya Haidar', url: `${SITE}/people/aliya-haidar` }],
      publisher: { '@id': `${SITE}/#organization` },
      isAccessibleForFree: true,
      wordCount: 660,
      dateline: 'Almaty',
      contentLocation: [{ '@type': 'Country', name: 'Kazakhstan' }],
      correction: [{ '@type': 'CorrectionComment', text: 'Now right.' }],
    });
    const images = article?.image as ({ url: string } | string)[];
    const urls = images.map((image) => (typeof image === 'string' ? image : image.url));
    expect(urls.map((url) => /-(\d+x\d+)\.webp$/.exec(url)?.[1])).toEqual([
      '1200x675',
      '1200x900',
      '900x900',
    ]);
    expect(images[0]).toMatchObject({ creditText: 'A. B.', caption: 'A dam' });
    expect(crumbs?.itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Front page', item: `${SITE}/` },
      { '@type': 'ListItem', position: 2, name: 'Society', item: `${SITE}/sections/society` },
      { '@type': 'ListItem', position: 3, name: 'A river rises' },
    ]);
    expect(publisher).toMatchObject({
      '@id': `${SITE}/#organization`,
      logo: `${SITE}/icons/512.png`,
    });
  });

  it.each([
    ['opinion', 'OpinionNewsArticle'],
    ['ask-public', 'AskPublicNewsArticle'],
    ['background', 'BackgroundNewsArticle'],
  ] as [Genre, string][])('of the genre %s is of the type %s', (genre, type) => {
    expect(things(articleGraph(aContext(), aDetail({ genre })))).toHaveProperty(type);
  });

  it('has no picture where its own is too small for search engines', () => {
    const detail = aDetail({}, { image: aPicture({ width: 200, height: 100 }) });
    expect(things(articleGraph(aContext(), detail)).NewsArticle).not.toHaveProperty('image');
  });

  it('names the original that it translates, and the original its translations', () => {
    const translated = aDetail({ translationOf: slug('original') });
    expect(things(articleGraph(aContext(), translated)).NewsArticle).toMatchObject({
      translationOfWork: { '@id': `${SITE}/articles/original#article` },
    });
  });
});

describe('a profile', () => {
  it('is a page about a person', () => {
    const { ProfilePage: page } = things(profileGraph(aContext(), aFullProfile('Text')));
    expect(page?.mainEntity).toMatchObject({
      '@type': 'Person',
      name: 'Text',
      jobTitle: 'Text',
      worksFor: { '@id': `${SITE}/#organization` },
      knowsAbout: ['Text'],
      knowsLanguage: ['Text'],
      email: 'aliya@courier.example',
      sameAs: ['https://t.me/aliya'],
    });
  });
});

describe('the front page', () => {
  it('says who publishes, by which policies', () => {
    const site = {
      policies: { ethics: slug<'page'>('standards'), ownership: slug<'page'>('owners') },
      founded: 2025,
      contact: { email: 'desk@example.org', corrections: null, phone: null, address: null },
      social: [{ label: 'Telegram', url: 'https://t.me/x' }],
    };
    const front = { lead: aFullCard('Text'), secondary: [], latest: [], blocks: [] };
    const graph = things(frontGraph(aContext({ site }), front));
    expect(graph.NewsMediaOrganization).toMatchObject({
      ethicsPolicy: `${SITE}/standards`,
      publishingPrinciples: `${SITE}/standards`,
      ownershipFundingInfo: `${SITE}/owners`,
      foundingDate: '2025',
      sameAs: ['https://t.me/x'],
      contactPoint: [
        { '@type': 'ContactPoint', contactType: 'newsroom', email: 'desk@example.org' },
      ],
    });
    expect(graph.WebSite).toMatchObject({ name: 'Steppe Courier', url: `${SITE}/` });
    expect(graph.WebSite).not.toHaveProperty('potentialAction');
  });
});

describe('a description', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '</script><script>alert(1)</script>',
      '<!--',
      ']]>',
      '\u2028',
      '\uD800',
      '&lt;',
    ),
  );

  it('reads back as it was, and no text in it ends its element', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const graph = articleGraph(aContext(), aFullDetail(text));
        const page = new DOMParser().parseFromString(
          `<body><script type="application/ld+json">${serialise(graph)}</script></body>`,
          'text/html',
        );
        expect(page.body.children).toHaveLength(1);
        expect(page.scripts).toHaveLength(1);
        expect(JSON.parse(page.scripts[0]?.textContent ?? '')).toEqual(
          JSON.parse(JSON.stringify(graph)),
        );
      }),
    );
  });
});
