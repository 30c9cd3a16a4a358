import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES } from '@/lib/rates/currencies';
import { formatChange, formatOfficial, spokenChange } from '@/lib/rates/format';
import { type Observation, RateHistory } from '@/lib/rates/observations';
import { type ObservedQuote, type TickerQuote, tickerQuotes } from '@/lib/rates/quote';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import type { TickerDirection } from '@/lib/site/identity';
import { ratesEn } from '@/lib/site/messages/ratesEn';
import { decimal, observation, SOURCES } from './build';

const NOON = new Date('2026-04-02T12:00:00Z');

function quotes(
  observations: readonly Observation[],
  direction: TickerDirection = 'local-usd',
  now = NOON,
  timeZone = 'Asia/Almaty',
): TickerQuote[] {
  return tickerQuotes(new RateHistory(observations), SOURCES, now, direction, timeZone);
}

function observed(found: readonly TickerQuote[], code: CurrencyCode): ObservedQuote {
  const quote = found.find((each) => each.code === code);
  if (quote?.kind !== 'observed') throw new Error(`${code} is not observed`);
  return quote;
}

function percentOf(quote: ObservedQuote): number {
  if (quote.change.kind !== 'moved') throw new Error('has not moved');
  return quote.change.percent;
}

/** Official figures of the banks for two days, and what readers are to see of them. */
const VECTORS = [
  ['UZS', '12194.21', '12142.10', '0.00008236', '+0.43%', '1 USD = 12,142.10 UZS'],
  ['KZT', '481.54', '478.77', '0.002089', '+0.58%', '1 USD = 478.77 KZT'],
  ['TJS', '9.3371', '9.3288', '0.1072', '+0.09%', '1 USD = 9.3288 TJS'],
  ['KGS', '87.45', '87.4500', '0.01144', '0.00%', '1 USD = 87.45 KGS'],
] as const;

describe('tickerQuotes', () => {
  it.each(VECTORS)(
    'quotes %s from %s then %s as %s, %s',
    (code, before, after, rate, change, inverse) => {
      const quote = observed(
        quotes([observation(code, '2026-04-01', before), observation(code, '2026-04-02', after)]),
        code,
      );
      expect(quote).toMatchObject({ pair: `${code}/USD`, rate, inverse, date: '2026-04-02' });
      expect(formatChange(percentOf(quote))).toBe(change);
      expect(quote.change).toMatchObject({ direction: change === '0.00%' ? 'flat' : 'up' });
      expect(quote.source.name).toBe('A bank');
    },
  );

  it('recomputes the change for the other direction, where negating would be wrong', () => {
    const days = [
      observation('KZT', '2026-04-01', '481.54'),
      observation('KZT', '2026-04-02', '478.77'),
    ];
    const quote = observed(quotes(days, 'usd-local'), 'KZT');
    expect(quote).toMatchObject({
      pair: 'USD/KZT',
      rate: '478.77',
      inverse: '1 KZT = 0.002089 USD',
    });
    expect(percentOf(quote)).toBeCloseTo(-0.575, 3);
    expect(percentOf(observed(quotes(days), 'KZT'))).toBeCloseTo(0.579, 3);
    expect(quote.change).toMatchObject({ direction: 'down' });
  });

  it('always has the five currencies in the same order', () => {
    const pairs = ['KGS/USD', 'KZT/USD', 'TJS/USD', 'UZS/USD', 'TMT/USD'];
    expect(quotes([]).map(({ pair }) => pair)).toEqual(pairs);
    expect(quotes([observation('UZS', '2026-04-01', '12194.21')]).map(({ pair }) => pair)).toEqual(
      pairs,
    );
  });

  it('says what is missing and keeps the peg when there are no observations', () => {
    const found = quotes([], 'usd-local');
    expect(found.slice(0, 4)).toEqual(
      ['KGS', 'KZT', 'TJS', 'UZS'].map((code) => ({ kind: 'missing', pair: `USD/${code}`, code })),
    );
    expect(found[4]).toMatchObject({ kind: 'fixed', pair: 'USD/TMT', rate: '3.500' });
  });

  it('shows the peg as fixed even where a blend wobbles around it', () => {
    const found = quotes([
      observation('TMT', '2026-04-01', '3.495', 'blend'),
      observation('TMT', '2026-04-02', '3.509', 'blend'),
    ]);
    expect(found[4]).toMatchObject({
      kind: 'fixed',
      rate: '0.2857',
      inverse: '1 USD = 3.50 TMT',
      change: { kind: 'fixed' },
      since: '2015-01-01',
      source: { id: 'cbt' },
    });
    expect(found[4]).not.toHaveProperty('age');
  });

  it('uses a peg only from the day that it is in force', () => {
    const days = [observation('TMT', '2014-12-31', '3.5')];
    // Almaty was at UTC+6 until 2024, so that its day began at 18:00 UTC.
    const before = quotes(days, 'local-usd', new Date('2014-12-31T17:59:59Z'));
    const after = quotes(days, 'local-usd', new Date('2014-12-31T18:00:00Z'));
    expect(before[4]?.kind).toBe('observed');
    expect(after[4]?.kind).toBe('fixed');
  });

  it('has no change to show on the first day of a source', () => {
    const quote = observed(
      quotes([
        observation('KZT', '2026-04-01', '478.77'),
        observation('KZT', '2026-04-02', '475.17', 'blend'),
      ]),
      'KZT',
    );
    expect(quote.source.id).toBe('blend');
    expect(quote.change).toEqual({ kind: 'none' });
  });

  it('does not show a figure whose source is not listed', () => {
    const found = quotes([observation('KZT', '2026-04-01', '478.77', 'nobody')]);
    expect(found[1]).toEqual({ kind: 'missing', pair: 'KZT/USD', code: 'KZT' });
  });

  it('takes the arrow from the rounded change', () => {
    const days = [
      observation('KGS', '2026-04-01', '87.4500'),
      observation('KGS', '2026-04-02', '87.4501'),
    ];
    const quote = observed(quotes(days), 'KGS');
    expect(percentOf(quote)).toBeLessThan(0);
    expect(quote.change).toMatchObject({ direction: 'flat' });
  });
});

describe('age of a quote', () => {
  const day = [observation('KGS', '2026-04-01', '87.45')];
  const ageAt = (now: string, timeZone: string) =>
    observed(quotes(day, 'local-usd', new Date(now), timeZone), 'KGS').age;

  it.each([
    ['2026-03-31', 'fresh'],
    ['2026-04-01', 'fresh'],
    ['2026-04-05', 'fresh'],
    ['2026-04-06', 'stale'],
    ['2026-04-15', 'stale'],
    ['2026-04-16', 'expired'],
    ['2036-04-01', 'expired'],
  ])('on %s is %s', (now, age) => {
    expect(ageAt(`${now}T00:00:00Z`, 'UTC')).toBe(age);
    expect(ageAt(`${now}T23:59:59.999Z`, 'UTC')).toBe(age);
  });

  it.each([
    ['Asia/Almaty', '2026-04-05T18:59:59Z', '2026-04-05T19:00:00Z'],
    ['Asia/Bishkek', '2026-04-05T17:59:59Z', '2026-04-05T18:00:00Z'],
    ['America/New_York', '2026-04-06T03:59:59Z', '2026-04-06T04:00:00Z'],
  ])('changes at midnight in %s', (timeZone, before, after) => {
    expect(ageAt(before, timeZone)).toBe('fresh');
    expect(ageAt(after, timeZone)).toBe('stale');
  });

  it('counts days and not hours where the clocks change', () => {
    // Berlin's 29 March 2026 has 23 hours; the fifth day still starts at midnight there.
    const friday = [observation('KGS', '2026-03-27', '87.45')];
    const ageIn = (now: string) =>
      observed(quotes(friday, 'local-usd', new Date(now), 'Europe/Berlin'), 'KGS').age;
    expect(ageIn('2026-03-31T21:59:59Z')).toBe('fresh');
    expect(ageIn('2026-03-31T22:00:00Z')).toBe('stale');
  });
});

describe('any two days of figures', () => {
  const codes = CURRENCY_CODES.filter((code) => code !== 'TMT');
  const twoDays = fc.constantFrom(...codes).chain((code) => {
    const { least, most } = CURRENCIES[code].band;
    const rate = fc
      .integer({ min: least * 1e4, max: most * 1e4 })
      .map((units) => (units / 1e4).toFixed(4));
    return fc.tuple(fc.constant(code), rate, rate);
  });

  it('print no minus zero, no exponent and nothing that is not a number', () => {
    fc.assert(
      fc.property(
        twoDays,
        fc.constantFrom('local-usd', 'usd-local'),
        ([code, before, after], direction) => {
          const days = [
            observation(code, '2026-04-01', before),
            observation(code, '2026-04-02', after),
          ];
          const quote = observed(quotes(days, direction), code);
          expect(quote.rate).toMatch(/^[\d,]+\.\d+$/);
          expect(quote.inverse).toMatch(/^1 [A-Z]{3} = [\d,]+\.\d+ [A-Z]{3}$/);
          if (quote.change.kind !== 'moved') throw new Error('has not moved');
          const { percent, direction: arrow } = quote.change;
          const text = formatChange(percent);
          expect(text[0]).toBe({ up: '+', down: '\u2212', flat: '0' }[arrow]);
          expect(
            spokenChange(percent, ratesEn.spoken).startsWith(
              arrow === 'flat' ? 'unchanged' : arrow,
            ),
          ).toBe(true);
          expect(text === '0.00%').toBe(arrow === 'flat');
        },
      ),
    );
  });

  it('agree in both directions: one rate is the inverse of the other, and so is its growth', () => {
    fc.assert(
      fc.property(twoDays, ([code, before, after]) => {
        const days = [
          observation(code, '2026-04-01', before),
          observation(code, '2026-04-02', after),
        ];
        const local = observed(quotes(days, 'local-usd'), code);
        const dollar = observed(quotes(days, 'usd-local'), code);
        const growth = (quote: ObservedQuote) => 1 + percentOf(quote) / 100;
        expect(growth(local) * growth(dollar)).toBeCloseTo(1, 10);
        expect(local.inverse).toBe(`1 USD = ${formatOfficial(decimal(after))} ${code}`);
        expect(dollar.inverse).toBe(`1 ${code} = ${local.rate} USD`);
        expect(Math.sign(percentOf(local))).toBe(0 - Math.sign(percentOf(dollar)));
      }),
    );
  });
});
