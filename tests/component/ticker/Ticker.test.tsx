import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Ticker } from '@/components/ticker/Ticker';
import type { Observation } from '@/lib/rates/observations';
import type { CurrencyCode } from '@/lib/site/currencyCodes';
import type { TickerDirection } from '@/lib/site/identity';
import { aContext } from '../support/context';
import { observation, PAIRS, quotesOf } from '../support/rates';
import { heard, only } from '../support/reading';
import { show } from '../support/render';

function ticker(observations: readonly Observation[], direction: TickerDirection = 'local-usd') {
  const context = aContext({ now: '2026-04-02T12:00:00Z', site: { ticker: { direction } } });
  return show(<Ticker quotes={quotesOf(observations, context)} context={context} />);
}

function twoDays(code: CurrencyCode, before: string, after: string): Observation[] {
  return [observation(code, '2026-04-01', before), observation(code, '2026-04-02', after)];
}

function item(container: HTMLElement, pair: string): HTMLElement {
  return only(container, `[data-ticker] [data-pair="${pair}"]`);
}

/** What stands in the line of figures, without the details that unfold. */
function figure(container: HTMLElement, pair: string): HTMLElement {
  return only(item(container, pair), 'summary');
}

/** Figures of the banks for two days, and what readers are to see and hear of them. */
const VECTORS = [
  ['UZS', '12194.21', '12142.10', '0.00008236', '+0.43%', 'up 0.43 percent'],
  ['KZT', '481.54', '478.77', '0.002089', '+0.58%', 'up 0.58 percent'],
  ['TJS', '9.3371', '9.3288', '0.1072', '+0.09%', 'up 0.09 percent'],
  ['KGS', '87.45', '87.4500', '0.01144', '0.00%', 'unchanged'],
  ['KGS', '87.4500', '87.5726', '0.01142', '\u22120.14%', 'down 0.14 percent'],
  // Less than the printed digits show, in both directions: the seed page said "-0%" to the first.
  ['KGS', '87.4500', '87.4501', '0.01144', '0.00%', 'unchanged'],
  ['KGS', '87.4501', '87.4500', '0.01144', '0.00%', 'unchanged'],
] as const;

describe('Ticker', () => {
  it.each(VECTORS)('%s from %s to %s is %s, %s, %s', (code, before, after, rate, change, words) => {
    const shown = figure(ticker(twoDays(code, before, after)), `${code}/USD`);
    expect(within(shown).getByText(rate)).toBeTruthy();
    expect(within(shown).getByText(change).closest('[aria-hidden="true"]')).not.toBeNull();
    expect(heard(shown)).toBe(`${code}/USD ${rate} ${words}`);
  });

  it('turns rate and change together where the site quotes the dollar', () => {
    const shown = figure(ticker(twoDays('UZS', '12194.21', '12142.10'), 'usd-local'), 'USD/UZS');
    expect(heard(shown)).toBe('USD/UZS 12,142.10 down 0.43 percent');
    expect(within(shown).getByText('\u22120.43%')).toBeTruthy();
  });

  it('has an arrow for the eye alone', () => {
    const shown = figure(ticker(twoDays('KZT', '481.54', '478.77')), 'KZT/USD');
    expect(within(shown).queryByRole('img')).toBeNull();
    expect(only(shown, 'svg').getAttribute('aria-hidden')).toBe('true');
  });

  it('says fixed of a peg, and since when, in place of a change', () => {
    const shown = figure(ticker([]), 'TMT/USD');
    expect(heard(shown)).toBe('TMT/USD 0.2857 fixed since 2015');
    expect(shown.textContent).not.toContain('%');
  });

  it('has a dash, with words, where there is nothing to compare with', () => {
    const shown = figure(ticker([observation('KZT', '2026-04-02', '478.77')]), 'KZT/USD');
    expect(within(shown).getByText('–').closest('[aria-hidden="true"]')).not.toBeNull();
    expect(heard(shown)).toBe('KZT/USD 0.002089 no earlier rate to compare with');
  });

  it('keeps the place of a currency without a figure, and says so', () => {
    const shown = item(ticker(twoDays('KGS', '87.45', '87.45')), 'KZT/USD');
    expect(within(shown).getByText('–').closest('[aria-hidden="true"]')).not.toBeNull();
    expect(heard(shown)).toBe('KZT/USD no rate');
    expect(shown.textContent).not.toMatch(/\d/);
  });

  it.each([
    ['no figures', []],
    ['one currency', twoDays('UZS', '12194.21', '12142.10')],
    [
      'all of them, in another order',
      [
        ...twoDays('UZS', '12194.21', '12142.10'),
        ...twoDays('TJS', '9.3371', '9.3288'),
        ...twoDays('KZT', '481.54', '478.77'),
        ...twoDays('KGS', '87.45', '87.45'),
      ],
    ],
  ])('lists the five pairs of the seed once, in their order, with %s', (_, observations) => {
    const container = ticker(observations);
    const list = within(only(container, '[data-ticker]')).getByRole('list');
    const items = within(list).getAllByRole('listitem');
    expect(items.map((each) => each.dataset.pair)).toEqual(PAIRS);
    expect(container.querySelectorAll('[data-pair]')).toHaveLength(PAIRS.length);
    for (const pair of PAIRS) expect(container.textContent?.split(pair)).toHaveLength(2);
  });

  it('can be scrolled by keyboard: every figure takes the focus', () => {
    const container = ticker(twoDays('KZT', '481.54', '478.77'));
    const figures = within(screen.getByRole('list', { name: 'Exchange rates' }));
    expect(figures.getAllByRole('listitem')).toHaveLength(PAIRS.length);
    for (const summary of container.querySelectorAll('summary')) {
      summary.focus();
      expect(document.activeElement).toBe(summary);
    }
  });

  it('unfolds the rate the other way round, with bank, day and a way to more', () => {
    const container = ticker([
      ...twoDays('UZS', '12194.21', '12142.10').map((one) => ({ ...one, via: 'frankfurter' })),
    ]);
    const details = only(item(container, 'UZS/USD'), 'details');
    expect(details.hasAttribute('open')).toBe(false);
    const panel = only(details, '.ticker-panel');
    expect(heard(panel)).toBe(
      '1 USD = 12,142.10 UZSA bank, via Frankfurter, 2 April 2026UZS: history and download',
    );
    const links = within(panel).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://bank.example',
      '/rates/uzs',
    ]);
    expect(within(panel).getByRole('time').getAttribute('datetime')).toBe('2026-04-02');
  });

  it('unfolds since when a peg is in force', () => {
    const panel = only(item(ticker([]), 'TMT/USD'), '.ticker-panel');
    expect(heard(panel)).toContain('Central bank, fixed since 1 January 2015');
  });

  it('is a named region that announces nothing by itself', () => {
    const container = ticker([]);
    const region = screen.getByRole('region', { name: 'Exchange rates' });
    expect(region).toBe(only(container, '[data-ticker]'));
    expect(container.querySelector('[aria-live], [role="status"], marquee')).toBeNull();
  });
});
