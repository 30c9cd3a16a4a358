import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeDirection, formatChange, formatRate, spokenChange } from '@/lib/rates/format';
import { ratesEn } from '@/lib/site/messages/ratesEn';

/** Every double there is, with those that print badly made likely. */
const anyNumber = fc.oneof(
  fc.double(),
  fc.double({ min: -0.02, max: 0.02 }),
  fc.double({ min: -100, max: 100 }),
  fc.constantFrom(
    -0,
    0,
    0.005,
    -0.005,
    -0.0049999,
    1e21,
    -1e21,
    1e-7,
    5e-324,
    Infinity,
    -Infinity,
    NaN,
  ),
);

const PLAIN = /^(?:\d{1,3}(?:,\d{3})*|0)\.\d{2,}$/;

describe('formatRate', () => {
  it.each([
    [1 / 87.45, '0.01144'],
    [1 / 12142.1, '0.00008236'],
    [1 / 478.77, '0.002089'],
    [1 / 9.3288, '0.1072'],
    [1 / 3.5, '0.2857'],
    [3.5, '3.500'],
    [9.3371, '9.337'],
    [87.4623, '87.46'],
    [501.901, '501.90'],
    [12194.21, '12,194.21'],
    [12142.1, '12,142.10'],
    [0.1, '0.1000'],
    [0.000000012345, '0.00000001235'],
  ])('writes %d as %s', (rate, text) => {
    expect(formatRate(rate)).toBe(text);
  });

  it.each([0, -0, -1, NaN, Infinity, -Infinity])('has no figure for %d', (rate) => {
    expect(formatRate(rate)).toBe('–');
  });

  it('prints plain digits that are right to four places, whatever the number', () => {
    fc.assert(
      fc.property(anyNumber, (rate) => {
        const text = formatRate(rate);
        if (!Number.isFinite(rate) || rate <= 0) {
          expect(text).toBe('–');
          return;
        }
        expect(text).toMatch(PLAIN);
        if (rate > 1e-300) {
          const printed = Number(text.replaceAll(',', ''));
          expect(Math.abs(printed - rate) / rate).toBeLessThanOrEqual(0.000_500_1);
        }
      }),
    );
  });
});

describe('formatChange', () => {
  it.each([
    [(12194.21 / 12142.1 - 1) * 100, '+0.43%', 'up 0.43 percent', 'up'],
    [-0.14, '\u22120.14%', 'down 0.14 percent', 'down'],
    [0, '0.00%', 'unchanged', 'flat'],
    [-0, '0.00%', 'unchanged', 'flat'],
    [-0.00003, '0.00%', 'unchanged', 'flat'],
    [0.0049, '0.00%', 'unchanged', 'flat'],
    [-0.0051, '\u22120.01%', 'down 0.01 percent', 'down'],
    [1234.5, '+1,234.50%', 'up 1,234.50 percent', 'up'],
    [NaN, '–', '–', 'flat'],
    [Infinity, '–', '–', 'flat'],
    [-Infinity, '–', '–', 'flat'],
  ])('writes %d as %s, says "%s"', (percent, text, words, direction) => {
    expect(formatChange(percent)).toBe(text);
    expect(spokenChange(percent, ratesEn.spoken)).toBe(words);
    expect(changeDirection(percent)).toBe(direction);
  });

  it('prints plain digits with a sign unless they are all zero, whatever the number', () => {
    fc.assert(
      fc.property(anyNumber, (percent) => {
        const text = formatChange(percent);
        if (!Number.isFinite(percent)) {
          expect(text).toBe('–');
          return;
        }
        expect(text).toMatch(/^[+\u2212]?(?:\d{1,3}(?:,\d{3})*)\.\d{2}%$/);
        expect(/^[+\u2212]/.test(text)).toBe(/[1-9]/.test(text));
      }),
    );
  });

  it('agrees with its arrow and its words, whatever the number', () => {
    fc.assert(
      fc.property(anyNumber, (percent) => {
        const text = formatChange(percent);
        const arrow = changeDirection(percent);
        const words = spokenChange(percent, ratesEn.spoken);
        const byText = text.startsWith('+') ? 'up' : text.startsWith('\u2212') ? 'down' : 'flat';
        expect(arrow).toBe(byText);
        if (arrow === 'flat') {
          expect(words).toBe(text === '–' ? '–' : 'unchanged');
          return;
        }
        expect(Math.sign(percent)).toBe(arrow === 'up' ? 1 : -1);
        expect(words).toBe(`${arrow} ${text.replace(/[+\u2212%]/g, '')} percent`);
      }),
    );
  });
});
