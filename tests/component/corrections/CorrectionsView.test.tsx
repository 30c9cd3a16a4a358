import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CorrectionsView } from '@/components/corrections/CorrectionsView';
import type { CorrectionEntry, CorrectionsPage } from '@/lib/archive/queries/corrections';
import { aContext } from '../support/context';
import { day, minute } from '../support/dates';
import { heard, linksOf } from '../support/reading';
import { show } from '../support/render';
import { slug } from '../support/slugs';

const ENTRIES: CorrectionEntry[] = [
  {
    correction: { date: day('2025-05-03'), text: 'Gauges are in metres.', kind: 'clarification' },
    article: { slug: slug('reka'), title: 'Река поднимается', lang: 'ru' },
  },
  {
    correction: {
      date: minute('2025-05-01T09:00+05:00'),
      text: 'It read two, not three.',
      kind: 'correction',
    },
    article: { slug: slug('a-river-rises'), title: 'A river rises', lang: 'en' },
  },
];

function ledger(facts: Partial<CorrectionsPage> = {}, context = aContext()) {
  const model = { entries: ENTRIES, page: 1, pages: 1, ...facts };
  return show(<CorrectionsView model={model} context={context} />);
}

describe('CorrectionsView', () => {
  it('is headed Corrections and stands below the front page', () => {
    ledger();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Corrections');
    const breadcrumb = screen.getByRole('navigation', { name: 'Breadcrumb' });
    expect(linksOf(within(breadcrumb).getAllByRole('link'))).toEqual([['Front page', '/']]);
  });

  it('says of each entry what, when, where and of which kind', () => {
    ledger();
    const [first, second, ...others] = screen.getAllByRole('article');
    expect(others).toEqual([]);
    if (!first || !second) throw new Error('entries are missing');
    expect(heard(first)).toContain('Clarification');
    expect(heard(first)).toContain('Gauges are in metres.');
    expect(within(first).getByRole('time').getAttribute('datetime')).toBe('2025-05-03');
    expect(heard(second)).toContain('Correction');
    expect(heard(second)).toContain('It read two, not three.');
    expect(within(second).getByRole('time').getAttribute('datetime')).toBe(
      '2025-05-01T09:00:00+05:00',
    );
    const headline = within(second).getByRole('heading', { level: 2 });
    expect(linksOf(within(headline).getAllByRole('link'))).toEqual([
      ['A river rises', '/articles/a-river-rises'],
    ]);
  });

  it('says in which language a headline is where it is not that of the site', () => {
    ledger();
    const languages = screen
      .getAllByRole('heading', { level: 2 })
      .map((heading) => heading.closest('[lang]')?.getAttribute('lang') ?? null);
    expect(languages).toEqual(['ru', null]);
  });

  it('links the policy where the site has one', () => {
    const policies = { corrections: slug<'page'>('corrections-policy') };
    ledger({}, aContext({ site: { policies } }));
    expect(screen.getByRole('link', { name: 'How we correct mistakes' }).getAttribute('href')).toBe(
      '/corrections-policy',
    );
    const without = ledger();
    expect(within(without).queryByRole('link', { name: 'How we correct mistakes' })).toBeNull();
  });

  it('is paged', () => {
    ledger({ page: 1, pages: 2 });
    const pages = screen.getByRole('navigation', { name: 'Pages' });
    expect(within(pages).getByRole('link').getAttribute('href')).toBe('/corrections/page/2');
  });

  it('has words for an empty ledger', () => {
    ledger({ entries: [] });
    expect(screen.getByText('No corrections have been published.')).toBeTruthy();
    expect(screen.queryByRole('article')).toBeNull();
  });
});
