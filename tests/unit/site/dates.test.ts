import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateline, longDate, machineDate, monthLabel, monthOf } from '@/lib/site/dates';

const ALMATY = { language: 'en', timeZone: 'Asia/Almaty' };
const at = (text: string): number => Date.parse(text);

describe('absolute dates', () => {
  it('are those of the time zone', () => {
    const newYear = at('2025-12-31T20:00:00Z');
    expect(longDate(newYear, ALMATY)).toBe('1 January 2026');
    expect(longDate(newYear, { ...ALMATY, timeZone: 'Europe/Berlin' })).toBe('31 December 2025');
  });

  it('name the time and the zone where a time was given', () => {
    const instant = at('2025-04-29T15:10:00+05:00');
    expect(dateline(instant, 'minute', ALMATY)).toBe('29 April 2025, 15:10 GMT+5');
    expect(dateline(instant, 'day', ALMATY)).toBe('29 April 2025');
  });

  it('follow the change of the clocks of Kazakhstan on 1 March 2024', () => {
    expect(dateline(at('2024-02-01T09:00:00Z'), 'minute', ALMATY)).toBe(
      '1 February 2024, 15:00 GMT+6',
    );
    expect(dateline(at('2024-04-01T09:00:00Z'), 'minute', ALMATY)).toBe(
      '1 April 2024, 14:00 GMT+5',
    );
  });

  it.each([
    ['ru', '29 апреля 2025 г.', 'апрель 2025 г.'],
    ['kk', '2025 ж. 29 сәуір', '2025 ж. сәуір'],
    ['ky', '2025-ж., 29-апрель', '2025-ж., апрель'],
    ['tg', '29 апрели 2025', 'апрели 2025'],
    ['uz', '29-aprel, 2025', 'aprel, 2025'],
    ['tk', '29 aprel 2025', 'aprel 2025'],
    // Of a language without a table, the words are English.
    ['de', '29 April 2025', 'April 2025'],
  ])('are written in the order and the words of %s', (language, day, month) => {
    const instant = at('2025-04-29T15:10:00+05:00');
    expect(longDate(instant, { ...ALMATY, language })).toBe(day);
    expect(monthLabel('2025-04', language)).toBe(month);
  });

  it.each(['ru', 'kk', 'ky', 'uz', 'tk'])('agree with the Unicode CLDR all year in %s', (tag) => {
    const context = { language: tag, timeZone: 'UTC' };
    for (let month = 0; month < 12; month += 1) {
      const date = Date.UTC(2025, month, 9);
      const cldr = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
      expect(longDate(date, context)).toBe(cldr.format(date));
    }
  });

  it.each([
    ['Asia/Kathmandu', 'GMT+5:45'],
    ['America/New_York', 'GMT-4'],
    ['UTC', 'GMT'],
  ])('name the zone %s as clocks are compared with', (timeZone, name) => {
    const instant = at('2025-04-29T15:10:00+05:00');
    expect(dateline(instant, 'minute', { language: 'en', timeZone })).toMatch(
      new RegExp(` ${name.replace('+', '\\+')}$`),
    );
  });

  it('name a month in words', () => {
    expect(monthLabel('2025-04', 'en')).toBe('April 2025');
    expect(monthLabel('2024-12', 'en')).toBe('December 2024');
  });
});

describe('machineDate', () => {
  it('is a date alone, or a timestamp with the offset of the zone at that time', () => {
    const winter = at('2024-01-15T04:05:06Z');
    expect(machineDate(winter, 'day', 'Asia/Almaty')).toBe('2024-01-15');
    expect(machineDate(winter, 'minute', 'Asia/Almaty')).toBe('2024-01-15T10:05:06+06:00');
    expect(machineDate(winter, 'minute', 'America/New_York')).toBe('2024-01-14T23:05:06-05:00');
    expect(machineDate(winter, 'day', 'America/New_York')).toBe('2024-01-14');
  });

  it('leads back to the instant', () => {
    const zone = fc.constantFrom('Asia/Almaty', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC');
    const second = fc.integer({ min: -1e9, max: 4e9 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(second, zone, (instant, timeZone) => {
        expect(at(machineDate(instant, 'minute', timeZone))).toBe(instant);
      }),
    );
  });
});

describe('monthOf', () => {
  it.each([
    ['2026-02-28T19:30:00Z', 'Asia/Almaty', '2026-03'],
    ['2026-02-28T18:59:59Z', 'Asia/Almaty', '2026-02'],
    ['2026-02-28T19:30:00Z', 'Europe/Berlin', '2026-02'],
    ['2026-01-01T03:00:00Z', 'America/New_York', '2025-12'],
    // Still +06 there: 18:30 in Greenwich was past midnight.
    ['2024-01-31T18:30:00Z', 'Asia/Almaty', '2024-02'],
  ])('puts %s in %s into %s', (instant, timeZone, month) => {
    expect(monthOf(at(instant), timeZone)).toBe(month);
  });
});
