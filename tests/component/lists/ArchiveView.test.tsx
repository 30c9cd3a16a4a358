import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArchiveView } from '@/components/lists/ArchiveView';
import type { ArchiveYear } from '@/lib/archive/queries/archiveYears';
import { aContext } from '../support/context';
import { heard, linksOf } from '../support/reading';
import { show } from '../support/render';

const YEARS: ArchiveYear[] = [
  { year: '2026', months: [{ month: '2026-01', total: 1 }] },
  {
    year: '2025',
    months: [
      { month: '2025-12', total: 1200 },
      { month: '2025-04', total: 5 },
    ],
  },
];

function archive(years: readonly ArchiveYear[] = YEARS, total = 1206) {
  return show(<ArchiveView years={years} total={total} context={aContext()} />);
}

describe('ArchiveView', () => {
  it('says how much there is', () => {
    archive();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Archive');
    expect(screen.getByText('1,206 articles, month by month.')).toBeTruthy();
  });

  it('has the years as headings, in the order given', () => {
    archive();
    expect(screen.getAllByRole('heading', { level: 2 }).map(heard)).toEqual(['2026', '2025']);
  });

  it('links each month under its year, with its number of articles', () => {
    archive();
    const year = screen.getByRole('region', { name: '2025' });
    expect(linksOf(within(year).getAllByRole('link'))).toEqual([
      ['December 2025', '/archive/2025/12'],
      ['April 2025', '/archive/2025/04'],
    ]);
    const [december, april] = within(year).getAllByRole('listitem').map(heard);
    expect(december).toContain('1,200 articles');
    expect(april).toContain('5 articles');
    const other = screen.getByRole('region', { name: '2026' });
    expect(within(other).getByText('1 article')).toBeTruthy();
  });

  it('stands while nothing is published', () => {
    archive([], 0);
    expect(screen.getByText('0 articles, month by month.')).toBeTruthy();
    expect(screen.queryAllByRole('heading', { level: 2 })).toEqual([]);
  });
});
