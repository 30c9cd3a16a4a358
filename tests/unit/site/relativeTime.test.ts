import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CALENDAR_WORDS } from '@/lib/site/dateWords/calendar';
import { dateLanguage } from '@/lib/site/dateWords/dateLanguage';
import { RELATIVE_WORDS } from '@/lib/site/dateWords/relative';
import { relativeTime } from '@/lib/site/relativeTime';

const NOW = Date.parse('2025-07-01T12:00:00+05:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LANGUAGES = Object.keys(RELATIVE_WORDS);

const ago = (distance: number, language = 'en') => relativeTime(NOW - distance, NOW, language);

describe('relativeTime', () => {
  it.each([
    ['2025-04-29T15:10:00+05:00', '2 months ago'],
    ['2025-04-04T15:10:00+05:00', '3 months ago'],
    ['2025-04-03T16:45:00+05:00', '3 months ago'],
    ['2025-04-02T14:20:00+05:00', '3 months ago'],
    ['2025-04-01T17:05:00+05:00', '3 months ago'],
  ])('says of %s on 1 July 2025 what the seed page says', (date, label) => {
    expect(relativeTime(Date.parse(date), NOW, 'en')).toBe(label);
  });

  it.each([
    [0, 'just now'],
    [MINUTE - 1, 'just now'],
    [MINUTE, '1 minute ago'],
    [2 * MINUTE - 1, '1 minute ago'],
    [HOUR - 1, '59 minutes ago'],
    [HOUR, '1 hour ago'],
    [DAY - 1, '23 hours ago'],
    [DAY, '1 day ago'],
    [30 * DAY - 1, '29 days ago'],
    [30 * DAY, '1 month ago'],
    [45 * DAY, '1 month ago'],
    [46 * DAY, '2 months ago'],
    [350 * DAY - 1, '11 months ago'],
    [350 * DAY + HOUR, '1 year ago'],
    [730 * DAY, '1 year ago'],
    [731 * DAY, '2 years ago'],
    [3653 * DAY, '10 years ago'],
  ])('says of a distance of %i ms: %s', (distance, label) => {
    expect(ago(distance)).toBe(label);
  });

  it.each([
    ['en', 'in 2 days', 'in 1 hour'],
    ['ru', 'через 2 дня', 'через 1 час'],
    ['kk', '2 күннен кейін', '1 сағаттан кейін'],
    ['ky', '2 күндөн кийин', '1 сааттан кийин'],
    ['tg', 'пас аз 2 рӯз', 'пас аз 1 соат'],
    ['uz', '2 kundan keyin', '1 soatdan keyin'],
    ['tk', '2 günden soň', '1 sagatdan soň'],
  ])('speaks of the future in %s', (language, days, hour) => {
    expect(relativeTime(NOW + 2 * DAY, NOW, language)).toBe(days);
    expect(relativeTime(NOW + HOUR, NOW, language)).toBe(hour);
  });

  it.each([
    [1, '1 день назад'],
    [2, '2 дня назад'],
    [5, '5 дней назад'],
    [11, '11 дней назад'],
    [12, '12 дней назад'],
    [21, '21 день назад'],
    [22, '22 дня назад'],
    [25, '25 дней назад'],
  ])('declines %i in Russian', (days, label) => {
    expect(ago(days * DAY, 'ru')).toBe(label);
  });

  it.each(LANGUAGES)('agrees with the Unicode CLDR on the past in %s', (language) => {
    const cldr = new Intl.RelativeTimeFormat(language);
    const units = { minute: MINUTE, hour: HOUR, day: DAY, month: 30.44 * DAY, year: 365.25 * DAY };
    for (const [unit, size] of Object.entries(units)) {
      for (const count of [1, 2, 5, 11]) {
        const expected = cldr.format(-count, unit as Intl.RelativeTimeFormatUnit);
        expect(ago(count * size + MINUTE / 2, language)).toBe(expected);
      }
    }
  });

  it('never says more than is past of minutes, hours, days and years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 365 }), (days) => {
        const [count = '', unit] = ago(days * DAY).split(' ');
        if (unit?.startsWith('day')) expect(Number(count)).toBeLessThanOrEqual(days);
        if (unit?.startsWith('year') && count !== '1') {
          expect(Number(count) * 365).toBeLessThanOrEqual(days);
        }
      }),
    );
  });

  it('is worded in every language at every distance', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LANGUAGES),
        fc.integer({ min: -4e11, max: 4e11 }),
        (language, distance) => {
          expect(relativeTime(NOW + distance, NOW, language)).toMatch(/^[\p{L}\d ]{4,}$/u);
        },
      ),
    );
  });

  it('is English in a language without words', () => {
    expect(ago(2 * DAY, 'tlh')).toBe('2 days ago');
    expect(ago(2 * DAY, '')).toBe('2 days ago');
    expect(ago(2 * DAY, 'constructor')).toBe('2 days ago');
  });
});

describe('the language of a date', () => {
  it('has words for labels and for days', () => {
    expect(Object.keys(CALENDAR_WORDS).sort()).toEqual([...LANGUAGES].sort());
    for (const { months, alone = months } of Object.values(CALENDAR_WORDS)) {
      expect([months.split(' ').length, alone.split(' ').length]).toEqual([12, 12]);
    }
  });

  it.each([
    ['ky', 'en', 'ky'],
    ['ru-KZ', 'en', 'ru'],
    ['uz-Latn', 'en', 'uz'],
    ['uz-Cyrl', 'en', 'en'],
    ['tk-Cyrl', 'en', 'en'],
    ['ru-Latn', 'en', 'en'],
    ['kk-Latn', 'ru', 'ru'],
    ['de', 'en-GB', 'en'],
    ['de', 'fr', 'en'],
  ])('of a text in %s on a site in %s is %s', (text, site, language) => {
    expect(dateLanguage(text, site)).toBe(language);
  });
});
