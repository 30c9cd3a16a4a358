import { within } from '@testing-library/react';
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

/** What is said under the figures. */
function note(container: HTMLElement): HTMLElement {
  return only(container, '.ticker-note');
}

function figure(container: HTMLElement, pair: string): HTMLElement {
  return only(item(container, pair), 'summary');
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
    const time = within(note(container)).getByRole('time');
    expect(time.getAttribute('datetime')).toBe('2026-02-26');
    expect(time.textContent).toBe('26 February 2026');
    const source = within(note(container)).getByRole('link', { name: 'A bank' });
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
    const time = within(note(container)).getByRole('time');
    expect(time.getAttribute('datetime')).toBe('2026-02-26');
    expect(time.textContent).toBe('26 February 2026');
    expect(heard(note(container))).toContain(`26 February 2026, ${NOT_CURRENT}`);
    expect(heard(note(container)).split(NOT_CURRENT)).toHaveLength(2);
    expect(heard(figure(container, 'KGS/USD'))).toBe('KGS/USD 0.01144 unchanged');
    expect(heard(figure(container, 'KZT/USD'))).toBe('KZT/USD 0.001992 down 0.57 percent');
    expect(within(item(container, 'KZT/USD')).getByText('\u22120.57%')).toBeTruthy();
  });
});

describe('the dates of figures that differ', () => {
  it('are said once each, with the currencies', () => {
    const container = ticker(
      [...APART, observation('UZS', '2026-02-26', '12138.72')],
      '2026-02-27T12:00:00Z',
    );
    expect(heard(note(container))).toContain(
      `As of 19 February 2026, ${NOT_CURRENT} (KGS); 26 February 2026 (KZT, UZS). Source: A bank.`,
    );
    const times = within(note(container)).getAllByRole('time');
    expect(times.map((time) => time.getAttribute('datetime'))).toEqual([
      '2026-02-19',
      '2026-02-26',
    ]);
  });

  it('mark the old one alone', () => {
    const container = ticker(APART, '2026-02-27T12:00:00Z');
    expect(heard(item(container, 'KGS/USD'))).toContain(`19 February 2026, ${NOT_CURRENT}`);
    expect(heard(item(container, 'KGS/USD'))).toContain('0.01144 unchanged');
    expect(heard(item(container, 'KZT/USD'))).not.toContain(NOT_CURRENT);
    expect(heard(note(container)).split(NOT_CURRENT)).toHaveLength(2);
  });

  it('stand with each figure when it unfolds, where only the sources differ', () => {
    const container = ticker(
      [
        observation('KGS', '2026-02-26', '87.45'),
        observation('KZT', '2026-02-26', '501.901', 'blend'),
      ],
      '2026-02-27T12:00:00Z',
    );
    expect(heard(item(container, 'KGS/USD'))).toContain('A bank, 26 February 2026');
    expect(heard(item(container, 'KZT/USD'))).toContain('A blend, 26 February 2026');
    expect(heard(note(container))).toContain('Sources: central banks and others');
    expect(heard(note(container))).toContain('Reference rates, not a dealing quote');
    expect(heard(note(container))).not.toContain('Official');
  });

  it('call rates official where all are a central bank’s own', () => {
    const container = ticker(SHARED, '2026-02-27T12:00:00Z');
    expect(heard(note(container))).toContain('Official reference rates, not a dealing quote');
  });
});

describe('a ticker without observations', () => {
  it('says no date but that of the peg', () => {
    const container = ticker([], '2026-02-27T12:00:00Z');
    expect(within(note(container)).queryByRole('time')).toBeNull();
    expect(container.textContent).not.toContain('As of');
  });
});
