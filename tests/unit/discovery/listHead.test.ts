import { describe, expect, it } from 'vitest';
import { listHead, pageHead, profileHead } from '@/lib/discovery/head';
import { routes } from '@/lib/site/routes';
import { aList, cardsOf } from '@/tests/component/support/cards';
import { aSite } from '@/tests/component/support/context';
import { aProfile } from '@/tests/component/support/people';
import { slug } from '@/tests/fixtures/slugs';

const context = { site: aSite(), siteUrl: 'https://courier.example' };
const words = { title: 'Water', description: 'Rivers.', path: routes.section(slug('water')) };

describe('the head of a list', () => {
  it('keeps an empty list out of search engines', () => {
    expect(listHead(context, words, aList([])).isListed).toBe(false);
    expect(listHead(context, words, aList(cardsOf('One'))).isListed).toBe(true);
    expect(listHead(context, words, { page: 1, pages: 1 }).isListed).toBe(true);
  });

  it('is shared as a person, where it is of one, who is found before the first article', () => {
    const head = profileHead(context, aProfile({ list: aList([]) }));
    expect(head).toMatchObject({ isListed: true, sharing: { person: 'aliya-haidar' } });
  });
});

describe('the picture of a page that is always there', () => {
  const picture = (path: Parameters<typeof pageHead>[1]['path']) =>
    pageHead(context, { title: 'T', description: 'D', path }).sharing.image;

  it('has its heading, if it has one of its own', () => {
    expect(picture('/people')).toMatchObject({ alt: 'Our People' });
    expect(picture('/rates/kzt')).toMatchObject({ alt: 'Kazakhstani Tenge to the US dollar' });
    expect(picture('/rates').url).toMatch(/\/share\/rates\.[0-9a-f]{16}\.jpg$/);
    expect(picture('/search').url).toBe(picture('/').url);
  });
});
