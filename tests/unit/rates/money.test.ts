import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dollarsBehind } from '@/lib/rates/dollars';
import { moneyConverter } from '@/lib/rates/money';
import { RateHistory } from '@/lib/rates/observations';
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/site/currencyCodes';
import { observation, SOURCES } from './build';

const SITE = { language: 'en', timeZone: 'Asia/Almaty' };

const RATES = {
  history: new RateHistory([
    observation('KGS', '2026-02-26', '87.45'),
    observation('KZT', '2026-02-26', '500', 'blend'),
    observation('UZS', '2026-02-26', '12138.72'),
  ]),
  sources: SOURCES,
};

function convert(
  amount: number,
  currency: CurrencyCode,
  published = '2026-02-26T10:00:00+05:00',
  lang = 'en',
) {
  return moneyConverter(RATES, SITE, Date.parse(published), lang)({ amount, currency });
}

describe('a sum in dollars', () => {
  it.each([
    [12.3, '$12.30', '12,30 $', '12,30 $'],
    [12, '$12', '12 $', '12 $'],
    [0.999, '$0.999', '0,999 $', '0,999 $'],
    [0.9996, '$1', '1 $', '1 $'],
    [0.5, '$0.50', '0,50 $', '0,50 $'],
    [0.01234, '$0.0123', '0,0123 $', '0,0123 $'],
    [0.01, '$0.01', '0,01 $', '0,01 $'],
    [123.4, '$123', '123 $', '123 $'],
    [999.6, '$1,000', '1 тыс. $', '1\u00A0000 $'],
    [1234, '$1,230', '1,23 тыс. $', '1\u00A0230 $'],
    [98_860, '$98,900', '98,9 тыс. $', '98\u00A0900 $'],
    [999_499, '$999,000', '999 тыс. $', '999\u00A0000 $'],
    [999_500, '$1m', '1 млн $', '1 mln $'],
    [27_444_253, '$27.4m', '27,4 млн $', '27,4 mln $'],
    [1.2345e9, '$1.23bn', '1,23 млрд $', '1,23 mlrd $'],
    [999.9e9, '$1tn', '1 трлн $', '1 trln $'],
    [4e12, '$4tn', '4 трлн $', '4 trln $'],
    [2.857e14, '$286tn', '286 трлн $', '286 trln $'],
  ])('%d is %s, %s or %s', (value, english, cyrillic, latin) => {
    expect(dollarsBehind(value, 'en')).toBe(`(about ${english}, converted)`);
    expect(dollarsBehind(value, 'en-GB')).toBe(`(about ${english}, converted)`);
    for (const lang of ['ru', 'ky', 'kk', 'tg', 'uz-Cyrl']) {
      expect(dollarsBehind(value, lang)).toBe(`(≈ ${cyrillic})`);
    }
    for (const lang of ['uz', 'tk', 'kk-Latn', 'de']) {
      expect(dollarsBehind(value, lang)).toBe(`(≈ ${latin})`);
    }
  });

  it('is never nothing', () => {
    for (const value of [0.009994, 0.001, 1e-9, 5e-324]) {
      expect(dollarsBehind(value, 'en')).toBe('(less than a cent, converted)');
      expect(dollarsBehind(value, 'ru')).toBe('(< 0,01 $)');
    }
  });

  it('is left out where there is no sum', () => {
    for (const value of [0, -0, -5, NaN, Infinity, -Infinity, 1e15, 1e300, 999.9e12]) {
      expect(dollarsBehind(value, 'en')).toBeUndefined();
    }
  });

  it('is a plain figure whatever comes in, and off by no more than its digits', () => {
    const value = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: 1e15 }),
      fc.double({ min: 0, max: 2000 }),
    );
    const lang = fc.constantFrom('en', 'ru', 'uz');
    fc.assert(
      fc.property(value, lang, (sum, tag) => {
        const text = dollarsBehind(sum, tag);
        if (text === undefined) return;
        expect(text).toMatch(
          /^\((?:about \$[\d,.]+(?:m|bn|tn)?, converted|less than a cent, converted|≈ [\d,\u00A0]+ (?:(?:тыс\.|млн|млрд|трлн|mln|mlrd|trln) )?\$|< 0,01 \$)\)$/,
        );
        if (text.includes('less') || text.includes('<')) return;
        expect(text).not.toMatch(/[$ ]0(?:[.,]0*)?(?:[ m]|,\s)/);
        if (tag !== 'en') return;
        const [, digits = '', unit = ''] = /\$([\d,.]+)(m|bn|tn)?,/.exec(text) ?? [];
        const scale = { m: 1e6, bn: 1e9, tn: 1e12 }[unit] ?? 1;
        const shown = Number(digits.replaceAll(',', '')) * scale;
        expect(Math.abs(shown / sum - 1)).toBeLessThan(0.0051);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the conversion of an amount', () => {
  it('says by which rate, by whom and of which day', () => {
    expect(convert(2.4e9, 'KGS')).toEqual({
      text: '(about $27.4m, converted)',
      title: 'Converted at 1 USD = 87.45 KGS, A bank, 26 February 2026',
    });
    expect(convert(2.4e9, 'KGS', '2026-03-01', 'ru')).toEqual({
      text: '(≈ 27,4 млн $)',
      title: 'Converted at 1 USD = 87.45 KGS, A bank, 26 February 2026',
    });
    expect(convert(1e9, 'KZT')?.title).toContain('A blend');
    expect(convert(50, 'UZS')?.text).toBe('(less than a cent, converted)');
  });

  it('takes rates up to 14 days old, and none of a later day', () => {
    expect(convert(1, 'KGS', '2026-03-12T23:59:59+05:00')).toBeDefined();
    expect(convert(1, 'KGS', '2026-03-13T00:00:00+05:00')).toBeUndefined();
    expect(convert(1, 'KGS', '2026-02-26T00:00:00+05:00')).toBeDefined();
    expect(convert(1, 'KGS', '2026-02-25T23:59:59+05:00')).toBeUndefined();
    expect(convert(1, 'TJS')).toBeUndefined();
  });

  it('takes the peg that was in force', () => {
    expect(convert(7, 'TMT', '2015-01-01')).toEqual({
      text: '(about $2, converted)',
      title: 'Converted at 1 USD = 3.50 TMT, Central bank, fixed since 1 January 2015',
    });
    expect(convert(7, 'TMT', '2015-01-01T00:00:00+06:00')).toBeDefined();
    expect(convert(7, 'TMT', '2014-12-31T23:59:59+06:00')).toBeUndefined();
  });

  it('has nothing to say beyond the calendar', () => {
    const convertLate = moneyConverter(RATES, SITE, Date.parse('9999-12-31T23:00Z'), 'en');
    expect(convertLate({ amount: 1, currency: 'TMT' })).toBeUndefined();
  });

  it('prints no -0, NaN, Infinity or exponent', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.constantFrom(...CURRENCY_CODES),
        fc.constantFrom('en', 'ru', 'tk'),
        (amount, currency, lang) => {
          const { text = '', title = '' } = convert(amount, currency, '2026-03-01', lang) ?? {};
          expect(text + title).not.toMatch(/-0|NaN|Infinity|\d[eE][+-]?\d/);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
