import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RatesView } from '@/components/rates/RatesView';
import type { Observation } from '@/lib/rates/observations';
import type { TickerDirection } from '@/lib/site/identity';
import { aContext } from '../support/context';
import { converterOf, observation, overviewsOf } from '../support/rates';
import { heard, linksOf, only } from '../support/reading';
import { show } from '../support/render';

const CODES = ['KGS', 'KZT', 'TJS', 'UZS', 'TMT'] as const;

/** A month of the sum; the tenge by another source; an old som; no somoni. */
const OBSERVATIONS = [
  observation('UZS', '2026-03-02', '12000'),
  observation('UZS', '2026-03-26', '12500'),
  { ...observation('UZS', '2026-04-01', '12194.21'), via: 'frankfurter' },
  { ...observation('UZS', '2026-04-02', '12142.10'), via: 'frankfurter' },
  observation('KZT', '2026-03-28', '478.77', 'blend'),
  observation('KGS', '2026-03-16', '87.4500'),
  observation('KGS', '2026-03-18', '87.4501'),
];

function rates(
  observations: readonly Observation[] = OBSERVATIONS,
  direction: TickerDirection = 'local-usd',
): HTMLElement {
  const context = aContext({ now: '2026-04-02T12:00:00Z', site: { ticker: { direction } } });
  const overviews = overviewsOf(observations, context);
  return show(
    <RatesView overviews={overviews} converter={converterOf(overviews)} context={context} />,
  );
}

function row(code: string): HTMLElement {
  const header = screen.getByRole('rowheader', { name: new RegExp(`^${code} `) });
  const found = header.closest('tr');
  if (!found) throw new Error(`${code} has no row`);
  return found;
}

/** What is heard of a currency, cell by cell; what is drawn has its name there. */
function cells(code: string): string[] {
  return [...row(code).children].map((cell) => {
    const drawing = within(cell as HTMLElement).queryByRole('img');
    return drawing?.getAttribute('aria-label') ?? heard(cell);
  });
}

describe('the table of rates', () => {
  it('says what each column holds', () => {
    rates();
    const headers = screen.getAllByRole('columnheader').map((header) => heard(header));
    expect(headers).toEqual([
      'Currency',
      '1 US dollar',
      'One unit in dollars',
      'Change over a',
      'Last 30 days',
      'As of',
      'Day',
      'Week',
      'Month',
    ]);
  });

  it('has the five in their order, each with the way to its page', () => {
    const container = rates();
    const headers = screen.getAllByRole('rowheader');
    expect(
      linksOf(
        within(only(container, 'tbody'))
          .getAllByRole('link')
          .filter((link) => link.closest('th')),
      ),
    ).toEqual([
      ['KGS Kyrgyz Som', '/rates/kgs'],
      ['KZT Kazakhstani Tenge', '/rates/kzt'],
      ['TJS Tajikistani Somoni', '/rates/tjs'],
      ['UZS Uzbekistani Som', '/rates/uzs'],
      ['TMT Turkmenistani Manat', '/rates/tmt'],
    ]);
    expect(headers).toHaveLength(CODES.length);
  });

  it('has figures in both directions, changes in words and of what day they are', () => {
    rates();
    expect(cells('UZS')).toEqual([
      'UZS Uzbekistani Som',
      '12,142.10 UZS',
      '0.00008236',
      'up 0.43 percent',
      'up 2.95 percent',
      'down 1.17 percent',
      'UZS over the last 30 days',
      '2 April 2026A bank, via Frankfurter',
    ]);
    expect(within(row('UZS')).getByRole('time').getAttribute('datetime')).toBe('2026-04-02');
    expect(within(row('UZS')).getByRole('link', { name: 'A bank' }).getAttribute('href')).toBe(
      'https://bank.example',
    );
  });

  it('shows the sign as well as saying it, and never leaves it to the colour', () => {
    rates();
    const shown = [...row('UZS').querySelectorAll('.rate-change')];
    expect(
      shown.map((change) => only(change, '[aria-hidden="true"]:not(svg)').textContent),
    ).toEqual(['+0.43%', '+2.95%', '\u22121.17%']);
    for (const change of shown) expect(heard(change)).toMatch(/^(?:up|down) [\d.]+ percent$/);
  });

  it('says unchanged of what is less than its digits', () => {
    rates();
    expect(cells('KGS')[3]).toBe('unchanged');
    expect(row('KGS').textContent).not.toMatch(/[-\u2212]0/);
  });

  it('says in words that a figure is not current, with its full date, and keeps it', () => {
    rates();
    expect(cells('KZT')).toEqual([
      'KZT Kazakhstani Tenge',
      '478.77 KZT',
      '0.002089',
      'no earlier rate to compare with',
      'no earlier rate to compare with',
      'no earlier rate to compare with',
      '',
      '28 March 2026, not currentA blend (aggregated)',
    ]);
    expect(cells('KGS')).toMatchObject({ 1: '87.4501 KGS', 7: '18 March 2026, not currentA bank' });
    expect(cells('UZS').join()).not.toContain('not current');
  });

  it('says the same of a figure that has expired', () => {
    rates([observation('TJS', '2026-01-30', '9.3629')]);
    expect(cells('TJS')).toMatchObject({
      1: '9.3629 TJS',
      7: '30 January 2026, not currentA bank',
    });
  });

  it('has dashes for the eye and words for the ear where there is no figure', () => {
    rates();
    expect(cells('TJS')).toEqual([
      'TJS Tajikistani Somoni',
      'no rate',
      '–',
      ...Array.from({ length: 3 }, () => 'no earlier rate to compare with'),
      '',
      'no rate',
    ]);
    expect(row('TJS').textContent).not.toMatch(/\d/);
    const dashes = within(row('TJS')).getAllByText('–');
    expect(dashes).toHaveLength(5);
  });

  it('says fixed, and since when, in place of changes', () => {
    rates();
    expect(cells('TMT')).toEqual([
      'TMT Turkmenistani Manat',
      '3.50 TMT',
      '0.2857',
      'fixed',
      'fixed',
      'fixed',
      '',
      'fixed since 1 January 2015Central bank',
    ]);
  });

  it('marks as aggregated what is no bank\u2019s own, and nothing else', () => {
    rates();
    const marked = CODES.filter((code) => row(code).textContent?.includes('aggregated'));
    expect(marked).toEqual(['KZT']);
  });

  it('has a name for every line that is drawn', () => {
    const container = rates();
    const drawings = [...container.querySelectorAll('.sparkline')];
    expect(drawings.map((drawing) => drawing.getAttribute('aria-label'))).toEqual([
      'KGS over the last 30 days',
      'UZS over the last 30 days',
    ]);
    for (const drawing of drawings) expect(drawing.getAttribute('role')).toBe('img');
  });

  it('can be scrolled by keyboard', () => {
    rates();
    const region = screen.getByRole('region', { name: 'The five currencies' });
    region.focus();
    expect(document.activeElement).toBe(region);
    expect(within(region).getByRole('table')).toBeTruthy();
  });
});

describe('the page of rates', () => {
  it('says what its figures are not', () => {
    const container = rates();
    expect(container.textContent).toContain('Official reference rates, not a dealing quote');
    expect(container.textContent).toContain('it is marked as aggregated');
  });

  it.each([
    ['local-usd', 'plus, and a rising line, mean that it gained against the dollar.', 'up'],
    [
      'usd-local',
      'plus, and a rising line, mean that it gained against the local currency.',
      'down',
    ],
  ] as const)('says whose the signs are, where the site has %s', (direction, words, sign) => {
    const container = rates(OBSERVATIONS, direction);
    expect(container.textContent).toContain(words);
    expect(cells('UZS')[3]).toBe(`${sign} 0.43 percent`);
    expect(cells('UZS')[1]).toBe('12,142.10 UZS');
  });

  it('leads to the same as data', () => {
    rates();
    const link = screen.getByRole('link', { name: 'All of this as JSON' });
    expect(link.getAttribute('href')).toBe('/api/rates');
  });

  it('stands with no figure at all', () => {
    const container = rates([]);
    expect(screen.getAllByRole('rowheader')).toHaveLength(CODES.length);
    expect(container.textContent).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
