import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SearchView } from '@/components/search/SearchView';
import { routes } from '@/lib/site/routes';
import { aCard } from '../support/cards';
import { aContext } from '../support/context';
import { heard, linksOf, only, tidy } from '../support/reading';
import { show } from '../support/render';
import { aHit, aSearch, marked } from '../support/searches';
import { slug } from '../support/slugs';

const search = (facts: Parameters<typeof aSearch>[0]) =>
  show(<SearchView model={aSearch(facts)} context={aContext()} />);

const heading = (level: number) => screen.getByRole('heading', { level }).textContent;

describe('before anything was searched for', () => {
  it('is a form and how to use it', () => {
    const container = search({ request: { text: '' }, results: { text: '' } });
    expect(heading(1)).toBe('Search');
    expect(screen.getByRole('search')).toBeTruthy();
    const help = screen.getByRole('region', { name: 'How to search' });
    expect(within(help).getAllByRole('listitem')).toHaveLength(3);
    expect(linksOf(within(help).getAllByRole('link'))).toEqual([
      ['Archive', '/archive'],
      ['Our People', '/people'],
      ['Front page', '/'],
    ]);
    expect(container.querySelectorAll('[data-card], .search-found')).toHaveLength(0);
  });
});

describe('what was found', () => {
  const hit = aHit({
    card: aCard({ lang: 'ru' }),
    title: marked('A *river* rises'),
    summary: marked('The *water* stands'),
    passages: [marked('… the *river* rose …'), marked('and *water* came')],
  });

  it('is told in the heading, in the field and as a number', () => {
    search({ results: { text: 'river', hits: [hit] } });
    expect(heading(1)).toBe('Results for “river”');
    expect(screen.getByRole('searchbox').getAttribute('value')).toBe('river');
    expect(screen.getByText('1 article')).toBeTruthy();
  });

  it.each([
    [2, false, '2 articles'],
    [1234, false, '1,234 articles'],
    [1000, true, 'More than 1,000 articles'],
  ])('%i, and more: %s', (total, isMore, words) => {
    search({ results: { hits: [hit], total, isMore } });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('is a card with marks where the words are, in its own language', () => {
    const container = search({ results: { hits: [hit] } });
    const card = only(container, '[data-card]');
    const headline = within(card).getByRole('heading', { level: 2 });
    expect(headline.innerHTML).toBe(
      '<a href="/articles/a-river-rises">A <mark>river</mark> rises</a>',
    );
    expect(only(card, '.teaser').innerHTML).toBe('The <mark>water</mark> stands');
    const passages = [...card.querySelectorAll('.passage')];
    expect(passages.map(({ innerHTML }) => innerHTML)).toEqual([
      '… the <mark>river</mark> rose …',
      'and <mark>water</mark> came',
    ]);
    for (const part of [headline, only(card, '.teaser'), ...passages]) {
      expect(part.getAttribute('lang')).toBe('ru');
    }
    expect(within(card).getByRole('link', { name: 'Society' })).toBeTruthy();
    expect(heard(only(card, '[data-byline]'))).toBe('By Aliya Haidar');
    expect(card.querySelectorAll('time')).toHaveLength(1);
  });

  it('begins with people and topics of that name', () => {
    const container = search({
      results: {
        hits: [hit],
        names: [
          {
            kind: 'person',
            name: 'Aliya Haidar',
            path: routes.person(slug('aliya-haidar')),
            note: 'Editor',
          },
          { kind: 'country', name: 'Kazakhstan', path: '/countries/kazakhstan', note: null },
        ],
      },
    });
    const names = screen.getByRole('list', { name: 'Found by name' });
    expect(within(names).getAllByRole('listitem').map(heard)).toEqual([
      'Aliya Haidar Person, Editor',
      'Kazakhstan Country',
    ]);
    expect(linksOf(within(names).getAllByRole('link'))).toEqual([
      ['Aliya Haidar', '/people/aliya-haidar'],
      ['Kazakhstan', '/countries/kazakhstan'],
    ]);
    expect(container.querySelectorAll('.search-help')).toHaveLength(0);
  });

  it('has no list of names where there are none', () => {
    search({ results: { hits: [hit] } });
    expect(screen.queryByRole('list', { name: 'Found by name' })).toBeNull();
  });

  it('is told in pages, whose addresses keep the words and the filters', () => {
    search({
      request: { text: ' raw ', section: 'society', from: 2024, page: 2 },
      results: { text: 'the river', hits: [hit], page: 2, pages: 3 },
    });
    const pages = screen.getByRole('navigation', { name: 'Pages of results' });
    expect(tidy(pages.textContent)).toContain('Page 2 of 3');
    expect(linksOf(within(pages).getAllByRole('link'))).toEqual([
      ['Previous', '/search?q=the+river&section=society&from=2024'],
      ['Next', '/search?q=the+river&section=society&from=2024&page=3'],
    ]);
  });
});

describe('the filters that are set', () => {
  it('are named, and each link takes one away and goes back to the first page', () => {
    search({
      request: {
        section: 'society',
        country: 'region',
        author: 'aliya-haidar',
        from: 2024,
        to: 2025,
        page: 3,
      },
      results: { hits: [aHit()], page: 3, pages: 3 },
    });
    const list = screen.getByRole('list', { name: 'Narrowed to' });
    const away = '(take this filter away)';
    expect(linksOf(within(list).getAllByRole('link'))).toEqual([
      [`Society ${away}`, '/search?q=water&country=region&author=aliya-haidar&from=2024&to=2025'],
      [
        `The region ${away}`,
        '/search?q=water&section=society&author=aliya-haidar&from=2024&to=2025',
      ],
      [`Aliya Haidar ${away}`, '/search?q=water&section=society&country=region&from=2024&to=2025'],
      [
        `Since 2024 ${away}`,
        '/search?q=water&section=society&country=region&author=aliya-haidar&to=2025',
      ],
      [
        `Until 2025 ${away}`,
        '/search?q=water&section=society&country=region&author=aliya-haidar&from=2024',
      ],
    ]);
  });

  it('are no list where there are none', () => {
    search({ results: { hits: [aHit()] } });
    expect(screen.queryByRole('list', { name: 'Narrowed to' })).toBeNull();
  });
});

describe('where nothing was found', () => {
  it('says what to try, and nothing of filters where none is set', () => {
    const container = search({});
    const help = screen.getByRole('region', { name: 'Nothing was found' });
    expect(within(help).getAllByRole('listitem')).toHaveLength(2);
    expect(within(help).queryByRole('link', { name: /filters/ })).toBeNull();
    expect(container.querySelectorAll('.search-found, .list-cards')).toHaveLength(0);
  });

  it.each(['section', 'country', 'author'])('offers to leave out the filter of %s', (filter) => {
    search({ request: { [filter]: 'society' } });
    const link = screen.getByRole('link', { name: 'Search without filters' });
    expect(link.getAttribute('href')).toBe('/search?q=water');
  });

  it.each(['from', 'to'])('offers to leave out the year %s', (filter) => {
    search({ request: { [filter]: 2025 } });
    expect(screen.getByRole('link', { name: 'Search without filters' })).toBeTruthy();
  });

  it('does not say so of names that were', () => {
    const name = { kind: 'topic', name: 'Water', path: '/topics/water', note: null } as const;
    search({ results: { names: [name] } });
    expect(screen.getByRole('list', { name: 'Found by name' })).toBeTruthy();
    expect(screen.getByText('No article has these words.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Nothing was found' })).toBeNull();
  });
});

describe('a filter that names nothing there is', () => {
  it('is said to be left out, and is in no address', () => {
    search({
      request: { section: 'gone', author: 'nobody', from: 2024 },
      results: { text: 'river', hits: [aHit()], leftOut: ['section', 'author'], pages: 2 },
    });
    expect(screen.getByText(/^Not narrowed by section or author/)).toBeTruthy();
    const next = screen.getByRole('link', { name: 'Next' });
    expect(next.getAttribute('href')).toBe('/search?q=river&from=2024&page=2');
  });
});

describe('where no article has all of the words', () => {
  it('says that those shown have some', () => {
    search({ results: { hits: [aHit()], isPartial: true } });
    expect(screen.getByText(/^No article has all of these words/)).toBeTruthy();
  });

  it('says so of no other search', () => {
    search({ results: { hits: [aHit()] } });
    expect(screen.queryByText(/^No article has all/)).toBeNull();
    expect(screen.queryByText(/^Not narrowed/)).toBeNull();
  });
});

describe('where only names were found', () => {
  const name = { kind: 'topic', name: 'Water', path: '/topics/water', note: null } as const;
  const without = () => screen.queryByRole('link', { name: 'Search without filters' });

  it('offers the search without filters, if there are some', () => {
    search({ request: { section: 'society' }, results: { names: [name] } });
    expect(without()?.getAttribute('href')).toBe('/search?q=water');
  });

  it('offers none where there are no filters', () => {
    search({ results: { names: [name] } });
    expect(without()).toBeNull();
  });
});

describe('where something else was found', () => {
  it('says so, and leads to that search with the same filters', () => {
    search({
      request: { section: 'society', page: 2 },
      results: { text: 'watre & co', instead: 'water & co', hits: [aHit()], page: 2, pages: 2 },
    });
    const line = screen.getByText(/^Nothing was found for/);
    expect(heard(line)).toBe(
      'Nothing was found for “watre & co”. These are the results for water & co.',
    );
    expect(linksOf(within(line).getAllByRole('link'))).toEqual([
      ['water & co', '/search?q=water+%26+co&section=society'],
    ]);
    expect(screen.getByText('1 article')).toBeTruthy();
  });
});
