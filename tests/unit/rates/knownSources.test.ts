import { describe, expect, it } from 'vitest';
import { dayNumber } from '@/lib/rates/dates';
import { OFFICIAL_SOURCES, withKnownSources } from '@/lib/rates/knownSources';
import { pegOf } from '@/lib/rates/quote';
import type { Source } from '@/lib/rates/sources';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import { date, SOURCES } from './build';

const BANKS = CURRENCY_CODES.map((code) => OFFICIAL_SOURCES[code]);

function idsOf(sources: readonly Source[]): string[] {
  return sources.map(({ id }) => id);
}

describe('withKnownSources', () => {
  it('has the banks first and the aggregate last', () => {
    expect(idsOf(withKnownSources([]))).toEqual([...BANKS, 'fawazahmed0']);
  });

  it('puts what a publication adds between the two, in its own order', () => {
    const listed = SOURCES.filter(({ id }) => id !== 'cbt');
    expect(idsOf(withKnownSources(listed))).toEqual([...BANKS, 'bank', 'blend', 'fawazahmed0']);
    expect(idsOf(withKnownSources(listed.toReversed()))).toEqual([
      ...BANKS,
      'blend',
      'bank',
      'fawazahmed0',
    ]);
  });

  it('lets a publication say what a known source is, and leaves it at its place', () => {
    const known = withKnownSources([]);
    const own = known.map((source) => ({ ...source, name: `Our name of ${source.name}` }));
    expect(withKnownSources(own.toReversed())).toEqual(own);
  });

  it('names every source once', () => {
    const listed = [...SOURCES, ...withKnownSources([])];
    const ids = idsOf(withKnownSources(listed));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('knows the peg of the manat, which a publication can put otherwise', () => {
    const today = dayNumber(date('2026-04-16'));
    expect(pegOf(withKnownSources([]), 'TMT', today)).toMatchObject({
      rate: '3.5',
      since: '2015-01-01',
    });
    const [peg] = SOURCES.filter(({ id }) => id === 'cbt');
    if (peg?.kind !== 'peg') throw new Error('there is no peg');
    const moved: Source = { ...peg, rate: '3.49', since: date('2026-01-01') };
    expect(pegOf(withKnownSources([moved]), 'TMT', today)).toBe(moved);
  });

  it('has an address for every source, and names what each is', () => {
    const kinds = withKnownSources([]).map(({ kind }) => kind);
    expect(kinds).toEqual(['official', 'official', 'official', 'official', 'peg', 'aggregated']);
    for (const { url } of withKnownSources([])) expect(url).toMatch(/^https:\/\//);
  });
});
