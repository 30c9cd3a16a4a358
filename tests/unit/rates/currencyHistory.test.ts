import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyHistory } from '@/lib/rates/currencyHistory';
import { type Observation, RateHistory } from '@/lib/rates/observations';
import { seriesOf } from './arbitraries';
import { observation, SOURCES } from './build';

function historyOf(observations: readonly Observation[]) {
  return currencyHistory({ history: new RateHistory(observations), sources: SOURCES }, 'KGS');
}

function known(observations: readonly Observation[]) {
  const found = historyOf(observations);
  if (!found) throw new Error('nothing is known');
  return found;
}

describe('currencyHistory', () => {
  it('has a quarter of a year up to the newest figure, both ends included', () => {
    const days = ['2026-01-14', '2026-01-15', '2026-01-16', '2026-04-16'].map((day, index) =>
      observation('KGS', day, `87.${index + 1}`),
    );
    const { shown, first, days: number } = known(days);
    expect(shown.map(({ date }) => date)).toEqual(['2026-01-15', '2026-01-16', '2026-04-16']);
    expect([first.date, number]).toEqual(['2026-01-14', 4]);
  });

  it('names high and low among the days that it shows', () => {
    const { high, low } = known([
      observation('KGS', '2025-01-01', '60'),
      observation('KGS', '2025-01-02', '140'),
      observation('KGS', '2026-04-13', '87.45'),
      observation('KGS', '2026-04-14', '100'),
      observation('KGS', '2026-04-15', '86'),
      observation('KGS', '2026-04-16', '87.46'),
    ]);
    expect([high.date, high.rate]).toEqual(['2026-04-14', '100']);
    expect([low.date, low.rate]).toEqual(['2026-04-15', '86']);
  });

  it('compares numbers, not digits, and names the newest of equal ones', () => {
    const { high, low } = known([
      observation('KGS', '2026-04-13', '87.4500'),
      observation('KGS', '2026-04-14', '100.1'),
      observation('KGS', '2026-04-15', '100.10'),
      observation('KGS', '2026-04-16', '87.45'),
    ]);
    expect([high.date, low.date]).toEqual(['2026-04-15', '2026-04-16']);
  });

  it('is of the source that is shown, and of no other', () => {
    const { source, shown, days } = known([
      observation('KGS', '2026-04-14', '87.4'),
      observation('KGS', '2026-04-15', '87.5'),
      observation('KGS', '2026-04-16', '88', 'blend'),
    ]);
    expect([source.id, source.licence, days]).toEqual(['blend', 'CC0', 1]);
    expect(shown.map(({ rate }) => rate)).toEqual(['88']);
  });

  it('is null where nothing is known, or nobody can name the source', () => {
    expect(historyOf([])).toBeNull();
    expect(historyOf([observation('KZT', '2026-04-16', '478')])).toBeNull();
    expect(historyOf([observation('KGS', '2026-04-16', '87.45', 'nobody')])).toBeNull();
    expect(historyOf([observation('KGS', '2026-04-16', '87.45', 'cbt')])).toBeNull();
  });

  it('shows what lies between its low and its high, whatever the figures', () => {
    fc.assert(
      fc.property(seriesOf('KGS'), (series) => {
        const { shown, high, low, days, first } = known(series);
        expect(days).toBe(series.length);
        expect(first).toEqual(series[0]);
        expect(shown.at(-1)).toEqual(series.at(-1));
        const values = shown.map(({ rate }) => Number(rate));
        expect(Number(high.rate)).toBe(Math.max(...values));
        expect(Number(low.rate)).toBe(Math.min(...values));
        expect(shown).toContain(high);
        expect(shown).toContain(low);
      }),
    );
  });
});
