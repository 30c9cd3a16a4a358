import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dateline, When } from '@/components/text/When';
import { aContext } from '../support/context';
import { day, minute } from '../support/dates';
import { show } from '../support/render';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('When', () => {
  it.each([
    ['2025-04-29T15:10+05:00', '2 months ago'],
    ['2024-06-30T12:00+05:00', '1 year ago'],
    ['2025-06-30T23:00Z', '1 hour ago'],
    ['2025-07-01T00:00Z', 'just now'],
  ])('calls %s, read on 1 July 2025, %s', (date, label) => {
    show(<When date={minute(date)} context={aContext()} compact />);
    expect(screen.getByRole('time').textContent).toBe(label);
  });

  it('counts from the moment given, not from the clock', () => {
    const context = aContext({ now: '2025-05-01T15:10+05:00' });
    show(<When date={minute('2025-04-29T15:10+05:00')} context={context} compact />);
    expect(screen.getByRole('time').textContent).toBe('2 days ago');
  });

  it.each([
    ['ky', 'ky', '2 ай мурун', '2025-ж., 29-апрель'],
    ['uz-Latn', 'uz', '2 oy oldin', '29-aprel, 2025'],
  ])('is in the language of what it belongs to: %s', (lang, marked, label, day) => {
    const date = minute('2025-04-29T15:10+05:00');
    const page = show(<When date={date} lang={lang} context={aContext()} />);
    const [relative, absolute] = screen.getAllByRole('time');
    expect([relative?.textContent, absolute?.textContent]).toEqual([label, day]);
    expect(relative?.dataset.relative).toBe(marked);
    expect(page.querySelector('.when')?.getAttribute('lang')).toBe(marked);
  });

  it('is in the language of the site where the text has none of ours', () => {
    const page = show(
      <When date={minute('2025-04-29T15:10+05:00')} lang="de" context={aContext()} compact />,
    );
    expect(screen.getByRole('time').textContent).toBe('2 months ago');
    expect(page.querySelector('[lang]')).toBeNull();
  });

  // The hour in which Berlin's clocks went forward is no reason to call one hour two.
  it('counts the same hours wherever the program runs', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const context = aContext({ now: '2026-03-29T01:30Z' });
    show(<When date={minute('2026-03-29T00:30Z')} context={context} compact />);
    expect(screen.getByRole('time').textContent).toBe('1 hour ago');
  });
});

describe('Dateline', () => {
  it('has the time of day and the zone where a time was given', () => {
    show(<Dateline date={minute('2025-04-29T10:10Z')} context={aContext()} />);
    const time = screen.getByRole('time');
    expect(time.textContent).toBe('29 April 2025, 15:10 GMT+5');
    expect(time.getAttribute('datetime')).toBe('2025-04-29T15:10:00+05:00');
  });

  it('is the day alone where no time was given', () => {
    show(<Dateline date={day('2025-04-29')} context={aContext()} />);
    const time = screen.getByRole('time');
    expect(time.textContent).toBe('29 April 2025');
    expect(time.getAttribute('datetime')).toBe('2025-04-29');
  });

  it('is in the zone of the site', () => {
    const context = aContext({ site: { timeZone: 'Asia/Bishkek' } });
    show(<Dateline date={minute('2025-04-29T20:10Z')} context={context} />);
    const time = screen.getByRole('time');
    expect(time.textContent).toBe('30 April 2025, 02:10 GMT+6');
    expect(time.getAttribute('datetime')).toBe('2025-04-30T02:10:00+06:00');
  });
});
