import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '@/lib/content/dates';
import { machineDate } from '@/lib/site/dates';

/** The instant that a date was read as, or the reason why it was not. */
function read(text: string, timeZone = 'Asia/Almaty'): string {
  const reading = readDate(text, timeZone);
  if (!reading.ok) return reading.message;
  return `${new Date(reading.instant).toISOString().replace('.000', '')} ${reading.precision}`;
}

describe('readDate', () => {
  it.each([
    ['2026-11-22T09:00:00+05:00', '2026-11-22T04:00:00Z minute'],
    ['2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z minute'],
    ['2026-11-22 09:00 -0430', '2026-11-22T13:30:00Z minute'],
    ['2026-11-22T00:30+14:00', '2026-11-21T10:30:00Z minute'],
    ['2026-11-22T09:00:00.250+05:00', '2026-11-22T04:00:00.250Z minute'],
  ])('takes the offset of %s', (text, instant) => {
    expect(read(text, 'America/New_York')).toBe(instant);
  });

  it.each([
    ['2026-11-22T09:00', 'Asia/Almaty', '2026-11-22T04:00:00Z minute'],
    ['2026-11-22 09:00:30', 'Europe/Berlin', '2026-11-22T08:00:30Z minute'],
    ['2026-07-22T09:00', 'Europe/Berlin', '2026-07-22T07:00:00Z minute'],
    ['2026-11-22T09:00', 'UTC', '2026-11-22T09:00:00Z minute'],
  ])('reads %s without an offset as a time in %s', (text, timeZone, instant) => {
    expect(read(text, timeZone)).toBe(instant);
  });

  it.each([
    ['2026-11-22', 'Asia/Almaty', '2026-11-21T19:00:00Z day'],
    ['2026-11-22', 'America/New_York', '2026-11-22T05:00:00Z day'],
    ['  2026-11-22 ', 'UTC', '2026-11-22T00:00:00Z day'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00Z day'],
    // Midnight was skipped in Cairo that day: it began at one o'clock, summer time.
    ['2023-04-28', 'Africa/Cairo', '2023-04-27T22:00:00Z day'],
  ])('reads %s alone as the start of the day in %s', (text, timeZone, instant) => {
    expect(read(text, timeZone)).toBe(instant);
  });

  it.each([
    ['2024-02-28T09:00', '2024-02-28T03:00:00Z minute'],
    ['2024-02-29', '2024-02-28T18:00:00Z day'],
    ['2024-03-01', '2024-02-29T19:00:00Z day'],
    ['2024-03-01T09:00', '2024-03-01T04:00:00Z minute'],
  ])('knows that Almaty went from +06 to +05 on 1 March 2024: %s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it.each([
    ['2026-11-22T09:00:00.5Z', '2026-11-22T09:00:00.500Z minute'],
    ['2026-11-22T09:00:00.029', '2026-11-22T04:00:00.029Z minute'],
    ['2026-11-22T09:00:00.000000Z', '2026-11-22T09:00:00Z minute'],
    // Never before it is so late.
    ['2026-11-22T09:00:00.0000001Z', '2026-11-22T09:00:00.001Z minute'],
    ['2026-11-22T09:00:00.9999Z', '2026-11-22T09:00:01Z minute'],
  ])('reads fractions of a second, the next millisecond at the latest: %s', (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it('refuses a time that the clocks skipped, and takes it with an offset', () => {
    const skipped = /^"2026-03-29T02:30" was skipped by a change of the clocks in Europe\/Berlin/;
    expect(read('2026-03-29T02:30', 'Europe/Berlin')).toMatch(skipped);
    expect(read('2026-03-29T01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:00Z minute');
    expect(read('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00Z minute');
    expect(read('2026-03-29T02:30+01:00', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z minute');
  });

  it('takes one of the two moments that a repeated time may mean', () => {
    expect(read('2026-10-25T02:30', 'Europe/Berlin')).toMatch(/^2026-10-25T0[01]:30:00Z minute$/);
  });

  it.each([
    '2026-13-45',
    '2026-00-10',
    '2026-02-29',
    '2025-04-31',
    '2026-11-22T24:00',
    '2026-11-22T09:60',
    '2026-11-22T23:59:60Z',
    '0099-01-01',
  ])('refuses %s, which does not exist', (text) => {
    expect(read(text)).toMatch(/does not exist in the calendar or on the clock; write 2026-11-22/);
  });

  it.each([
    'yesterday',
    '',
    '22.11.2026',
    '2026-11',
    '2026-1-2',
    '20261122',
    '2026-11-22T09',
    '2026-11-22T9:00',
    '2026-11-22 9 am',
    '2026-W47-7',
    '٢٠٢٦-١١-٢٢',
  ])('says how to write a date instead of %j', (text) => {
    expect(read(text)).toBe(
      `"${text}" is not a date; write 2026-11-22 or 2026-11-22T09:00:00+05:00.`,
    );
  });

  it('refuses offsets that are none', () => {
    expect(read('2026-11-22+05:00')).toContain('has an offset but no time');
    expect(read('2026-11-22T09:00+15:00')).toContain('"+15:00" is not a time offset');
    expect(read('2026-11-22T09:00+05:75')).toContain('"+05:75" is not a time offset');
  });

  const zone = fc.constantFrom('Asia/Almaty', 'Europe/Berlin', 'Asia/Tehran', 'UTC');

  it('reads back every timestamp that the site writes', () => {
    // Before 1950 some offsets had seconds, which ISO 8601 cannot write.
    const second = fc.integer({ min: -6e8, max: 1e10 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(second, zone, (instant, timeZone) => {
        const text = machineDate(instant, 'minute', timeZone);
        expect(readDate(text, 'Pacific/Auckland')).toEqual({
          ok: true,
          instant,
          precision: 'minute',
        });
      }),
    );
  });

  it('reads back every day that the site writes', () => {
    const day = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, zone, (date, timeZone) => {
        const text = date.toISOString().slice(0, 10);
        const reading = readDate(text, timeZone);
        expect(reading.ok && machineDate(reading.instant, 'day', timeZone)).toBe(text);
      }),
    );
  });

  it('never throws and never gives an instant that is no number', () => {
    const digits = fc.stringMatching(/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/);
    fc.assert(
      fc.property(fc.oneof(digits, fc.string()), zone, (text, timeZone) => {
        const reading = readDate(text, timeZone);
        if (reading.ok) expect(Number.isInteger(reading.instant)).toBe(true);
        else expect(reading.message).toContain('write ');
      }),
      { numRuns: 300 },
    );
  });
});
