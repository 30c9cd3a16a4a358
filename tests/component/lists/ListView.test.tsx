import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ListView } from '@/components/lists/ListView';
import type { NamedList } from '@/lib/archive/queries/namedLists';
import { routes } from '@/lib/site/routes';
import { aList, cardsOf } from '../support/cards';
import { aContext } from '../support/context';
import { heard, linksOf } from '../support/reading';
import { show } from '../support/render';
import { slug } from '../support/slugs';

const PARENTS = [{ label: 'Front page', path: routes.front() }];

function list(facts: Partial<NamedList> = {}, showSection = true) {
  const model: NamedList = {
    title: 'Water',
    introduction: 'Rivers, canals and wells.',
    path: routes.topic(slug('water')),
    list: aList(cardsOf('Newest', 'Older')),
    ...facts,
  };
  return show(
    <ListView model={model} parents={PARENTS} context={aContext()} showSection={showSection} />,
  );
}

describe('ListView', () => {
  it('is headed by its name and introduction', () => {
    list();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Water');
    expect(screen.getByText('Rivers, canals and wells.')).toBeTruthy();
  });

  it('stands below its parents', () => {
    list();
    const breadcrumb = screen.getByRole('navigation', { name: 'Breadcrumb' });
    expect(linksOf(within(breadcrumb).getAllByRole('link'))).toEqual([['Front page', '/']]);
    expect(within(breadcrumb).getByText('Water').getAttribute('aria-current')).toBe('page');
  });

  it('lists its articles in the order given', () => {
    const container = list();
    expect(screen.getAllByRole('heading', { level: 2 }).map(heard)).toEqual(['Newest', 'Older']);
    expect(container.querySelectorAll('[data-card]')).toHaveLength(2);
  });

  it('names the section of each article unless the list is of one', () => {
    list();
    expect(screen.getAllByRole('link', { name: 'Society' })).toHaveLength(2);
    const section = list({}, false);
    expect(within(section).queryByRole('link', { name: 'Society' })).toBeNull();
  });

  it('is paged at its own address', () => {
    list({ list: aList(cardsOf('Oldest'), { total: 21, page: 3, pages: 3 }) });
    const pages = screen.getByRole('navigation', { name: 'Pages' });
    const [newer, ...others] = within(pages).getAllByRole('link');
    expect(newer?.getAttribute('href')).toBe('/topics/water/page/2');
    expect(others).toEqual([]);
  });

  it('leads to its feed, on each of its pages, where it has one', () => {
    for (const page of [1, 2]) {
      const container = list({ list: aList(cardsOf('Oldest'), { total: 21, page, pages: 3 }) });
      const link = within(container).getByRole('link', { name: 'Follow Water by RSS' });
      expect(link.getAttribute('href')).toBe('/topics/water/feed.xml');
    }
    const month = list({ path: routes.month('2025-04') });
    expect(within(month).queryByRole('link', { name: /RSS/ })).toBeNull();
  });

  it('has words for an empty list', () => {
    const container = list({ introduction: null, list: aList([]) });
    expect(screen.getByText('No articles here yet.')).toBeTruthy();
    expect(container.querySelector('[data-card]')).toBeNull();
  });
});
