import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CurrencyView } from '@/components/rates/CurrencyView';
import { formatOfficial } from '@/lib/rates/format';
import type { Observation } from '@/lib/rates/observations';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import { aContext } from '../support/context';
import { historyOf, observation, overviewsOf } from '../support/rates';
import { heard, linksOf, only, tidy } from '../support/reading';
import { show } from '../support/render';

const TENGE = [
  ['2025-11-01', '520'],
  ['2026-03-02', '501.90'],
  ['2026-03-20', '470.5'],
  ['2026-04-01', '481.54'],
  ['2026-04-02', '478.77'],
] as const;
const OBSERVATIONS = TENGE.map(([day, rate]) => ({
  ...observation('KZT', day, rate),
  via: 'frankfurter',
}));
/** What a quarter of a year holds of them. */
const SHOWN = OBSERVATIONS.slice(1);

function currency(
  code: CurrencyCode,
  observations: readonly Observation[] = OBSERVATIONS,
  now = '2026-04-02T12:00:00Z',
): HTMLElement {
  const context = aContext({ now });
  const overview = overviewsOf(observations, context).find((one) => one.code === code);
  if (!overview) throw new Error(`${code} is missing`);
  const history = overview.quote.kind === 'observed' ? historyOf(observations, code) : null;
  return show(<CurrencyView overview={overview} history={history} context={context} />);
}

const TITLE = 'KZT for one US dollar, 2 March 2026 to 2 April 2026';
const SUMMARY = 'Between 470.50 (20 March 2026) and 501.90 (2 March 2026).';

describe('the newest figure', () => {
  it('stands in both directions, with its change in words, day and source', () => {
    const newest = only(currency('KZT'), '.rate-newest');
    const lines = [...newest.children].map((line) => heard(line));
    expect(lines).toEqual([
      '1 USD = 478.77 KZT',
      'KZT/USD 0.002089 up 0.58 percent',
      'As of 2 April 2026. Source: A bank, via Frankfurter.',
    ]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'Kazakhstani Tenge to the US dollar',
    );
  });

  it.each([
    ['2026-04-06', 'As of 2 April 2026. Source: A bank, via Frankfurter.'],
    ['2026-04-07', 'As of 2 April 2026, not current. Source: A bank, via Frankfurter.'],
    ['2026-05-01', 'As of 2 April 2026, not current. Source: A bank, via Frankfurter.'],
  ])('on %s is told as: %s', (day, words) => {
    const newest = only(currency('KZT', OBSERVATIONS, `${day}T06:00:00Z`), '.rate-newest');
    expect(heard(newest.lastElementChild ?? newest)).toBe(words);
    expect(heard(newest)).toContain('478.77 KZT');
  });

  it('is not there where nothing is known, and no number in its place', () => {
    const container = currency('TJS');
    expect(container.querySelector('.rate-newest')).toBeNull();
    expect(container.textContent).toContain('No rate of this currency is known at present.');
    expect(container.textContent).not.toMatch(/\d/);
  });
});

describe('the chart', () => {
  it('has a title and a description that say what its line shows', () => {
    const container = currency('KZT');
    const chart = screen.getByRole('img', { name: `${TITLE} ${SUMMARY}` });
    expect(only(chart, 'title').textContent).toBe(TITLE);
    expect(only(chart, 'desc').textContent).toBe(SUMMARY);
    expect(tidy(only(container, 'figcaption').textContent)).toBe(
      `${TITLE}. A rising line means a dearer dollar.`,
    );
  });

  it('has a table with exactly its figures, the newest first', () => {
    const container = currency('KZT');
    const table = screen.getByRole('table', { name: TITLE, hidden: true });
    const rows = within(only(table, 'tbody')).getAllByRole('row', { hidden: true });
    expect(
      rows.map((row) => [only(row, 'time').getAttribute('datetime'), only(row, 'td').textContent]),
    ).toEqual(SHOWN.toReversed().map(({ date, rate }) => [date, formatOfficial(rate)]));
    const line = only(container, '.rate-line').getAttribute('d') ?? '';
    expect(line.split(/(?=[ML])/)).toHaveLength(SHOWN.length);
    expect(only(container, 'summary').textContent).toBe('The figures of the chart');
  });

  it('names high and low with their days', () => {
    const extremes = only(currency('KZT'), 'dl');
    expect(
      [...extremes.children].map((one) => [...one.children].map((part) => heard(part))),
    ).toEqual([
      ['High', '501.90 2 March 2026'],
      ['Low', '470.50 20 March 2026'],
    ]);
  });

  it('names its source, and says that it is official', () => {
    const container = currency('KZT');
    const [source] = [...container.querySelectorAll('section .rates-source')];
    expect(tidy(source?.textContent ?? '')).toBe('A bank. Official rate of the central bank.');
  });

  it('says what is aggregated, and under which licence it is', () => {
    const blended = OBSERVATIONS.map((one) => ({ ...one, source: 'blend', via: 'fawazahmed0' }));
    const container = currency('KZT', blended);
    const [source] = [...container.querySelectorAll('section .rates-source')];
    expect(tidy(source?.textContent ?? '')).toBe(
      'A blend. Aggregated from several sources, not official. Licence: CC0.',
    );
  });

  it('leads to all figures, of which it says how many there are', () => {
    const container = currency('KZT');
    const download = [...container.querySelectorAll<HTMLElement>('section .rates-source')][1];
    if (!download) throw new Error('there is nothing to download');
    expect(tidy(download.textContent)).toBe('Download all 5 days since 1 November 2025: CSV, JSON');
    const links = within(download).getAllByRole('link');
    expect(linksOf(links)).toEqual([
      ['CSV', '/rates/kzt.csv'],
      ['JSON', '/rates/kzt.json'],
    ]);
    for (const link of links) expect(link.hasAttribute('download')).toBe(true);
  });

  it('of one day alone is a point, and no place of it is not a number', () => {
    const container = currency('KZT', OBSERVATIONS.slice(-1));
    expect(only(container, '.rate-point').getAttribute('cx')).toMatch(/^[\d.]+$/);
    expect(container.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    expect(container.textContent).toContain('Download all 1 day since 2 April 2026');
  });
});

describe('a currency that is fixed', () => {
  it('has words in place of a chart', () => {
    const container = currency('TMT');
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.queryByRole('table', { hidden: true })).toBeNull();
    expect(container.textContent).toContain(
      'The Central Bank of Turkmenistan holds the rate at 3.50 TMT for one US dollar',
    );
    expect(heard(only(container, '.rate-newest'))).toContain(
      'TMT/USD 0.2857 fixedfixed since 1 January 2015. Source: Central bank.',
    );
  });
});

describe('every page of a currency', () => {
  it.each(['KZT', 'TJS', 'TMT'] as const)('says what its figures are not: %s', (code) => {
    expect(currency(code).textContent).toContain('Official reference rates, not a dealing quote');
  });

  it('leads to the other four and to the table', () => {
    currency('KZT');
    const others = screen.getByRole('navigation', { name: 'The other currencies' });
    expect(linksOf(within(others).getAllByRole('link'))).toEqual([
      ['Kyrgyz Som', '/rates/kgs'],
      ['Tajikistani Somoni', '/rates/tjs'],
      ['Uzbekistani Som', '/rates/uzs'],
      ['Turkmenistani Manat', '/rates/tmt'],
    ]);
    const up = screen.getByRole('link', { name: 'Exchange rates' });
    expect(up.getAttribute('href')).toBe('/rates');
  });
});
