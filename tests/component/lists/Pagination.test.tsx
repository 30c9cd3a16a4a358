import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Pagination } from '@/components/lists/Pagination';
import { pageOf, routes } from '@/lib/site/routes';
import { aContext } from '../support/context';
import { show } from '../support/render';

function pagination(page: number, pages: number) {
  return show(
    <Pagination
      pageAt={(number) => pageOf(routes.archive(), number)}
      page={page}
      pages={pages}
      context={aContext()}
    />,
  );
}

/** Relation, name and address of each link. */
function links() {
  return within(screen.getByRole('navigation', { name: 'Pages' }))
    .getAllByRole('link')
    .map((link) => [link.getAttribute('rel'), link.getAttribute('href')]);
}

describe('Pagination', () => {
  it('is nothing where one page holds the list', () => {
    expect(pagination(1, 1).innerHTML).toBe('');
  });

  it('leads from the first page to older articles alone', () => {
    pagination(1, 3);
    expect(links()).toEqual([['next', '/archive/page/2']]);
    expect(screen.getByRole('link', { name: 'Older' })).toBeTruthy();
  });

  it('leads back from the second page to the address of the list itself', () => {
    pagination(2, 3);
    expect(links()).toEqual([
      ['prev', '/archive'],
      ['next', '/archive/page/3'],
    ]);
    expect(screen.getByRole('link', { name: 'Newer' })).toBe(screen.getAllByRole('link')[0]);
  });

  it('ends with the last page', () => {
    pagination(3, 3);
    expect(links()).toEqual([['prev', '/archive/page/2']]);
  });

  it('says where the reader is', () => {
    pagination(2, 3);
    expect(screen.getByText('Page 2 of 3')).toBeTruthy();
  });
});
