import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { StaticPageView } from '@/components/pages/StaticPageView';
import type { PageRecord } from '@/lib/archive/records';
import { aContext } from '../support/context';
import { day } from '../support/dates';
import { linksOf, tidy } from '../support/reading';
import { show } from '../support/render';
import { slug } from '../support/slugs';

const HTML = '<p>We are <em>five</em> people.</p>';

function page(facts: Partial<PageRecord> = {}) {
  const record: PageRecord = {
    slug: slug('about'),
    title: 'About us',
    summary: null,
    updated: null,
    body: '',
    plain: '',
    ...facts,
  };
  return show(<StaticPageView page={record} html={HTML} context={aContext()} />);
}

describe('StaticPageView', () => {
  it('has the title as its main heading, and the body as HTML', () => {
    page();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('About us');
    expect(screen.getByText('five').tagName).toBe('EM');
  });

  it('stands below the front page', () => {
    page();
    const breadcrumb = screen.getByRole('navigation', { name: 'Breadcrumb' });
    expect(linksOf(within(breadcrumb).getAllByRole('link'))).toEqual([['Front page', '/']]);
    expect(within(breadcrumb).getByText('About us').getAttribute('aria-current')).toBe('page');
  });

  it('shows standfirst and update where there are any', () => {
    const container = page({ summary: 'Who we are.', updated: day('2025-05-02') });
    expect(screen.getByText('Who we are.')).toBeTruthy();
    expect(screen.getByRole('time').getAttribute('datetime')).toBe('2025-05-02');
    expect(tidy(container.textContent)).toContain('Updated 2 May 2025');
  });

  it('invents neither', () => {
    const container = page();
    expect(screen.queryByRole('time')).toBeNull();
    expect(container.textContent).not.toContain('Updated');
  });
});
