import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SiteHeader } from '@/components/layout/SiteHeader';
import { aContext } from '../support/context';
import { linksOf } from '../support/reading';
import { show } from '../support/render';

const LINKS = [
  { label: 'Politics', url: '/sections/politics' },
  { label: 'Society', url: '/sections/society' },
];

function header() {
  show(<SiteHeader links={LINKS} ticker={<p>the rates</p>} context={aContext()} />);
  return screen.getByRole('banner');
}

describe('SiteHeader', () => {
  it('is the banner of the page and holds the ticker', () => {
    expect(within(header()).getByText('the rates')).toBeTruthy();
  });

  it('links the name of the site to the front page', () => {
    const name = within(header()).getByRole('link', { name: 'Steppe Courier' });
    expect(name.getAttribute('href')).toBe('/');
  });

  it('leaves the main heading to the page', () => {
    expect(within(header()).queryAllByRole('heading')).toEqual([]);
  });

  it('has a named navigation: the sections in their order, then people and archive', () => {
    const navigation = within(header()).getByRole('navigation', { name: 'Sections' });
    const links = within(navigation).getAllByRole('link');
    expect(linksOf(links)).toEqual([
      ['Politics', '/sections/politics'],
      ['Society', '/sections/society'],
      ['Our People', '/people'],
      ['Archive', '/archive'],
    ]);
    const list = within(navigation).getByRole('list');
    expect(within(list).getAllByRole('listitem')).toHaveLength(4);
  });

  it('has a search box, which works as a plain form', () => {
    const form = within(header()).getByRole('search', { name: 'Search the site' });
    expect(form.getAttribute('action')).toBe('/search');
    expect(form.getAttribute('method')).toBeNull();
    const field = within(form).getByRole('searchbox', { name: 'Search for' });
    expect(field.getAttribute('name')).toBe('q');
    expect(within(form).getByRole('button', { name: 'Search' })).toBeTruthy();
  });

  it('keeps people and archive where there are no sections', () => {
    show(<SiteHeader links={[]} ticker={null} context={aContext()} />);
    const navigation = screen.getByRole('navigation', { name: 'Sections' });
    expect(linksOf(within(navigation).getAllByRole('link'))).toEqual([
      ['Our People', '/people'],
      ['Archive', '/archive'],
    ]);
  });
});
