import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SiteFooter } from '@/components/layout/SiteFooter';
import type { SiteIdentity } from '@/lib/site/identity';
import { aContext } from '../support/context';
import { linksOf } from '../support/reading';
import { show } from '../support/render';
import { slug } from '../support/slugs';

const PAGES = [
  { slug: slug<'page'>('about'), title: 'About us' },
  { slug: slug<'page'>('standards'), title: 'Our standards' },
];

const CONTACT = {
  email: 'desk@courier.example',
  corrections: null,
  phone: null,
  address: null,
};

function footer(site: Partial<SiteIdentity> = {}) {
  show(<SiteFooter pages={PAGES} context={aContext({ site })} />);
  return screen.getByRole('contentinfo');
}

/** Links under one of the footer's headings. */
function linksUnder(heading: string) {
  const under = screen.getByRole('heading', { name: heading }).parentElement;
  if (!under) throw new Error(`nothing is under ${heading}`);
  return linksOf(within(under).queryAllByRole('link'));
}

describe('SiteFooter', () => {
  it('says whose site it is, and since when', () => {
    const text = footer({ founded: 2019 }).textContent;
    expect(text).toContain('Steppe Courier');
    expect(text).toContain('News from five countries.');
    expect(text).toContain('Founded in 2019');
  });

  it('does not invent a year of founding', () => {
    expect(footer().textContent).not.toContain('Founded');
  });

  it('has a named navigation with the static pages, people and archive', () => {
    const navigation = within(footer()).getByRole('navigation', { name: 'About this site' });
    expect(within(navigation).getAllByRole('list').length).toBeGreaterThan(0);
    expect(linksUnder('About')).toEqual([
      ['About us', '/about'],
      ['Our standards', '/standards'],
      ['Our People', '/people'],
      ['Archive', '/archive'],
      ['Exchange rates', '/rates'],
      ['RSS feed', '/feed.xml'],
    ]);
  });

  it('links each policy by its own name, and the corrections', () => {
    footer({ policies: { ethics: slug('standards'), privacy: slug('privacy') } });
    expect(linksUnder('Policies')).toEqual([
      ['Editorial standards', '/standards'],
      ['Privacy', '/privacy'],
      ['Corrections', '/corrections'],
    ]);
  });

  it('does not list a policy a second time among the pages', () => {
    const text = footer({ policies: { ethics: slug('standards') } }).textContent;
    expect(text).not.toContain('Our standards');
    expect(linksUnder('About').map(([, address]) => address)).not.toContain('/standards');
  });

  it('says how to reach the newsroom', () => {
    footer({ contact: CONTACT, social: [{ label: 'Telegram', url: 'https://t.me/courier' }] });
    expect(linksUnder('Contact')).toEqual([
      ['desk@courier.example', 'mailto:desk@courier.example'],
      ['Telegram', 'https://t.me/courier'],
    ]);
  });

  it('has no heading over nothing where no way to reach it is known', () => {
    const empty = within(footer({ contact: null, social: [] }))
      .getAllByRole('list')
      .filter((list) => within(list).queryAllByRole('listitem').length === 0);
    expect(empty).toEqual([]);
    expect(screen.queryByRole('heading', { name: 'Contact' })).toBeNull();
  });
});
