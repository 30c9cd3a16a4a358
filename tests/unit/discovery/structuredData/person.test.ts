import { describe, expect, it } from 'vitest';
import type { Profile } from '@/lib/archive/queries/people';
import { profileGraph } from '@/lib/discovery/structuredData/graphs';
import { aList, cardsOf } from '@/tests/component/support/cards';
import { aContext } from '@/tests/component/support/context';
import { A_FACE, anAuthor, aProfile } from '@/tests/component/support/people';
import { SITE, thingsOf } from './things';

const described = (facts: Partial<Profile>) => thingsOf(profileGraph(aContext(), aProfile(facts)));

const PERSON = `${SITE}/people/aliya-haidar`;

describe('a profile', () => {
  it('is a page about a person', () => {
    const author = anAuthor({
      email: 'aliya@courier.example',
      links: [{ label: 'Telegram', url: 'https://t.me/aliya' }],
      beats: ['courts'],
      location: 'Almaty',
      languages: ['Kazakh', 'Russian', 'Sign language'],
    });
    const { ProfilePage: page, NewsMediaOrganization: employer } = described({ author });
    expect(page).toMatchObject({ '@id': `${PERSON}#page`, url: PERSON, name: 'Aliya Haidar' });
    expect(page?.mainEntity).toEqual({
      '@type': 'Person',
      '@id': `${PERSON}#person`,
      name: 'Aliya Haidar',
      url: PERSON,
      identifier: 'aliya-haidar',
      jobTitle: 'Journalist',
      worksFor: { '@id': employer?.['@id'] },
      description: 'She began in 1998.',
      sameAs: ['https://t.me/aliya'],
      knowsAbout: ['courts'],
      knowsLanguage: ['kk', 'ru', 'Sign language'],
      email: 'aliya@courier.example',
      workLocation: { '@type': 'Place', name: 'Almaty' },
      agentInteractionStatistic: {
        '@type': 'InteractionCounter',
        interactionType: { '@type': 'WriteAction' },
        userInteractionCount: 0,
      },
    });
  });

  it('says nothing of what is not known of a person', () => {
    const { mainEntity } = described({ author: anAuthor({ plainBio: '' }) }).ProfilePage ?? {};
    const known = [
      '@id',
      '@type',
      'agentInteractionStatistic',
      'identifier',
      'jobTitle',
      'name',
      'url',
      'worksFor',
    ];
    expect(Object.keys(mainEntity ?? {}).sort()).toEqual(known);
  });

  it('has a portrait as a square, and a small one as it is', () => {
    const large = described({ avatar: { ...A_FACE, width: 640, height: 512 } });
    expect(large.ProfilePage?.mainEntity).toMatchObject({
      image: `${SITE}/media/face.fedcba9876-512x512.webp`,
    });
    const small = described({ avatar: { ...A_FACE, width: 120, height: 120 } });
    expect(small.ProfilePage?.mainEntity).toMatchObject({ image: `${SITE}/media/face.png` });
  });

  it('was modified with its newest article, which its later pages do not show', () => {
    const cards = cardsOf('A river rises');
    const first = described({ list: aList(cards, { pages: 2 }) });
    expect(first.ProfilePage?.dateModified).toBe('2025-04-29T15:10:00+05:00');
    const second = described({ list: aList(cards, { page: 2, pages: 2 }) });
    expect(second.ProfilePage).toMatchObject({ '@id': `${PERSON}/page/2#page` });
    expect(second.ProfilePage).not.toHaveProperty('dateModified');
    expect(second.ProfilePage?.breadcrumb).toEqual({ '@id': second.BreadcrumbList?.['@id'] });
    expect(described({}).ProfilePage).not.toHaveProperty('dateModified');
  });
});
