import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Breadcrumb } from '@/components/layout/Breadcrumb';
import { routes } from '@/lib/site/routes';
import { aContext } from '../support/context';
import { show } from '../support/render';

const CRUMBS = [{ label: 'Our People', path: routes.people() }, { label: 'Aliya Haidar' }];

function breadcrumb() {
  show(<Breadcrumb crumbs={CRUMBS} context={aContext()} />);
  return screen.getByRole('navigation', { name: 'Breadcrumb' });
}

describe('Breadcrumb', () => {
  it('lists the way to the page in its order', () => {
    const items = within(breadcrumb()).getAllByRole('listitem');
    expect(items.map((item) => item.textContent)).toEqual(['Our People', 'Aliya Haidar']);
  });

  it('links what stands above the page, and not the page itself', () => {
    const links = within(breadcrumb()).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Our People', '/people'],
    ]);
  });

  it('marks the page itself, and it alone, as the current one', () => {
    const current = breadcrumb().querySelectorAll('[aria-current="page"]');
    expect([...current].map((crumb) => crumb.textContent)).toEqual(['Aliya Haidar']);
  });

  it('takes a page that has the name of what stands above it', () => {
    const crumbs = [{ label: 'Water', path: routes.front() }, { label: 'Water' }];
    show(<Breadcrumb crumbs={crumbs} context={aContext()} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });
});
