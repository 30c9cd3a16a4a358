import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Ticker } from '@/components/ticker/Ticker';
import type { Observation } from '@/lib/rates/observations';
import { aContext } from '../support/context';
import { observation, quotesOf } from '../support/rates';
import { heard, only } from '../support/reading';
import { show } from '../support/render';

const NOT_CURRENT = 'not current';

function ticker(observations: readonly Observation[], now: string) {
  const context = aContext({ now });
  return show(<Ticker quotes={quotesOf(observations, context)} context={context} />);
}

function item(container: HTMLElement, pair: string): HTMLElement {
  return only(container, `[data-pair="${pair}"]`);
}

const SHARED = [
  observation('KGS', '2026-02-25', '87.4501'),
  observation('KGS', '2026-02-26', '87.4479'),
  observation('KZT', '2026-02-25', '499.035'),
  observation('KZT', '2026-02-26', '501.901'),
];

const APART = [
  observation('KGS', '2026-02-18', '87.45'),
  observation('KGS', '2026-02-19', '87.45'),
  observation('KZT', '2026-02-25', '499.035'),
  observation('KZT', '2026-02-26', '501.901'),
];

describe('the date of figures that share it', () => {
  it('is said once for all of them, with the source', () => {
    const container = ticker(SHARED, '2026-02-27T12:00:00Z');
    const time = screen.getByRole('time');
    expect(time.getAttribute('datetime')).toBe('2026-02-26');
    expect(time.textContent).toBe('26 February 2026');
    expect(within(screen.getByRole('list')).queryByRole('time')).toBeNull();
    const source = within(only(container, '[data-ticker]')).getByRole('link', { name: 'A bank' });
    expect(source.getAttribute('href')).toBe('https://bank.example');
  });

  it.each([
    ['the day before', '2026-02-25T12:00:00Z'],
    ['the same day', '2026-02-26T12:00:00Z'],
    ['four days later', '2026-03-02T18:59:59Z'],
  ])('is not marked %s', (_, now) => {
    expect(ticker(SHARED, now).textContent).not.toContain(NOT_CURRENT);
  });

  it.each([
    ['five days later, from midnight in Almaty', '2026-03-02T19:00:00Z'],
    ['two weeks later', '2026-03-12T12:00:00Z'],
    ['nine months later', '2026-11-26T12:00:00Z'],
  ])('is marked as not current %s, and the figures stay', (_, now) => {
    const container = ticker(SHARED, now);
    const time = screen.getByRole('time');
    expect(time.getAttribute('datetime')).toBe('2026-02-26');
    expect(time.textContent).toBe('26 February 2026');
    expect(heard(container)).toContain(`26 February 2026, ${NOT_CURRENT}`);
    expect(heard(container).split(NOT_CURRENT)).toHaveLength(2);
    expect(heard(item(container, 'KGS/USD'))).toBe('KGS/USD 0.01144 unchanged');
    expect(heard(item(container, 'KZT/USD'))).toBe('KZT/USD 0.001992 down 0.57 percent');
    expect(within(item(container, 'KZT/USD')).getByText('\u22120.57%')).toBeTruthy();
  });
});

describe('the dates of figures that differ', () => {
  it('are said with each figure, with its source', () => {
    const container = ticker(APART, '2026-02-27T12:00:00Z');
    for (const [pair, date] of [
      ['KGS/USD', '2026-02-19'],
      ['KZT/USD', '2026-02-26'],
    ] as const) {
      const shown = item(container, pair);
      expect(within(shown).getByRole('time').getAttribute('datetime')).toBe(date);
      expect(heard(shown)).toContain('A bank');
    }
    expect(screen.getAllByRole('time')).toHaveLength(2);
  });

  it('mark the old one alone', () => {
    const container = ticker(APART, '2026-02-27T12:00:00Z');
    expect(heard(item(container, 'KGS/USD'))).toContain(`19 February 2026, ${NOT_CURRENT}`);
    expect(heard(item(container, 'KGS/USD'))).toContain('0.01144 unchanged');
    expect(heard(item(container, 'KZT/USD'))).not.toContain(NOT_CURRENT);
    expect(heard(container).split(NOT_CURRENT)).toHaveLength(2);
  });

  it('are said with each figure where only the sources differ', () => {
    const container = ticker(
      [
        observation('KGS', '2026-02-26', '87.45'),
        observation('KZT', '2026-02-26', '501.901', 'blend'),
      ],
      '2026-02-27T12:00:00Z',
    );
    expect(heard(item(container, 'KGS/USD'))).toContain('26 February 2026, A bank');
    expect(heard(item(container, 'KZT/USD'))).toContain('26 February 2026, A blend');
  });
});

describe('a ticker without observations', () => {
  it('says no date', () => {
    const container = ticker([], '2026-02-27T12:00:00Z');
    expect(screen.queryByRole('time')).toBeNull();
    expect(container.textContent).not.toContain('As of');
  });
});
