import { describe, expect, it } from 'vitest';
import { frontGraph } from '@/lib/discovery/structuredData/graphs';
import type { SiteIdentity } from '@/lib/site/identity';
import { POLICIES } from '@/lib/site/identity';
import { cardsOf } from '@/tests/component/support/cards';
import { aContext } from '@/tests/component/support/context';
import { slug } from '@/tests/component/support/slugs';
import { SITE, thingsOf } from './things';

const EMPTY = { lead: null, secondary: [], latest: [], blocks: [] };

const described = (site: Partial<SiteIdentity>, front: Parameters<typeof frontGraph>[1] = EMPTY) =>
  thingsOf(frontGraph(aContext({ site }), front));

describe('the front page', () => {
  it('says who publishes', () => {
    const { NewsMediaOrganization: publisher } = described({
      founded: 2025,
      contact: {
        email: 'desk@example.org',
        corrections: 'errors@example.org',
        phone: '+7 700 000 00 00',
        address: null,
      },
      social: [{ label: 'Telegram', url: 'https://t.me/x' }],
    });
    expect(publisher).toEqual({
      '@type': 'NewsMediaOrganization',
      '@id': `${SITE}/#organization`,
      name: 'Steppe Courier',
      url: `${SITE}/`,
      description: 'News from five countries.',
      logo: {
        '@type': 'ImageObject',
        url: `${SITE}/icons/512.png`,
        width: '512 px',
        height: '512 px',
      },
      foundingDate: '2025',
      sameAs: ['https://t.me/x'],
      contactPoint: [
        {
          '@type': 'ContactPoint',
          contactType: 'newsroom',
          email: 'desk@example.org',
          telephone: '+7 700 000 00 00',
        },
        { '@type': 'ContactPoint', contactType: 'Corrections', email: 'errors@example.org' },
      ],
    });
  });

  it('names the page of each policy by the term that programs know', () => {
    const policies = Object.fromEntries(POLICIES.map((policy) => [policy, slug<'page'>('rules')]));
    const { NewsMediaOrganization: publisher = {} } = described({ policies });
    const terms = Object.keys(publisher).filter((name) => publisher[name] === `${SITE}/rules`);
    expect(terms.sort()).toEqual([
      'actionableFeedbackPolicy',
      'correctionsPolicy',
      'diversityPolicy',
      'diversityStaffingReport',
      'ethicsPolicy',
      'masthead',
      'missionCoveragePrioritiesPolicy',
      'noBylinesPolicy',
      'ownershipFundingInfo',
      'publishingPrinciples',
      'unnamedSourcesPolicy',
      'verificationFactCheckingPolicy',
    ]);
  });

  it('names the site, and promises no search box', () => {
    const { WebSite: site } = described({});
    expect(site).toMatchObject({
      '@id': `${SITE}/#website`,
      name: 'Steppe Courier',
      url: `${SITE}/`,
    });
    expect(site).not.toHaveProperty('potentialAction');
  });

  it('lists its stories in the order in which they stand, each once', () => {
    const [lead = null, second, third, fourth] = cardsOf('One', 'Two', 'Three', 'Four');
    const cards = (...all: (typeof second)[]) => all.flatMap((card) => card ?? []);
    const section = { slug: slug<'section'>('water'), name: 'Water', description: 'Rivers.' };
    const { CollectionPage: page } = described(
      {},
      {
        lead,
        secondary: cards(second),
        latest: cards(third),
        blocks: [{ section, cards: cards(third, fourth) }],
      },
    );
    expect(page?.mainEntity).toMatchObject({
      numberOfItems: 4,
      itemListElement: ['One', 'Two', 'Three', 'Four'].map((name, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        url: `${SITE}/articles/story-${index + 1}`,
      })),
    });
    expect(page).not.toHaveProperty('breadcrumb');
  });
});
