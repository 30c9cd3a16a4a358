import { describe, expect, it } from 'vitest';
import { cbt } from '@/lib/rates/providers/cbt';
import { cbu } from '@/lib/rates/providers/cbu';
import { nbt } from '@/lib/rates/providers/nbt';
import { cbtFile, cbuTable, HTML_PAGE, nbtTable } from '@/tests/fixtures/rates/answers';
import { ask, loopback, rowsOf } from './support';

describe('nbt', () => {
  const at = { quote: 'TJS', now: '2026-05-20T09:00:00Z' } as const;
  const path = (day: string) => `/en/kurs/export_xml.php?date=${day}&export=xmlout`;
  const table = (day: string, value: string) =>
    nbtTable(day, [
      { code: 'EUR', value: '10.9' },
      { code: 'USD', value },
      { code: 'UZS', value: '0.0780', nominal: '100' },
    ]);

  it('asks for the day in Dushanbe and the day before', async () => {
    const { address } = await loopback({
      [path('2026-05-20')]: table('2026-05-20', '9.3288'),
      [path('2026-05-19')]: table('2026-05-19', '9.3371'),
    });
    expect(rowsOf(await ask(nbt(address), at))).toEqual([
      '2026-05-19 9.3371/1',
      '2026-05-20 9.3288/1',
    ]);
  });

  it('believes no table of another day than was asked for', async () => {
    const { address } = await loopback({ '*': table('2026-05-25', '9.2793') });
    await expect(ask(nbt(address), at)).rejects.toThrow('not of the days asked for');
  });

  it('looks back to a day that has a table of its own', async () => {
    const { address } = await loopback({
      '*': table('2026-05-25', '9.2793'),
      [path('2026-05-18')]: table('2026-05-18', '9.3450'),
      [path('2026-05-16')]: table('2026-05-16', '9.3501'),
    });
    expect(rowsOf(await ask(nbt(address), at))).toEqual([
      '2026-05-16 9.3501/1',
      '2026-05-18 9.3450/1',
    ]);
  });

  it('refuses a web page, which comes without the word for XML', async () => {
    const { address } = await loopback({ '*': HTML_PAGE });
    await expect(ask(nbt(address), at)).rejects.toThrow('type declaration');
  });
});

describe('cbu', () => {
  const at = { quote: 'UZS', now: '2026-04-02T09:00:00Z' } as const;
  const path = '/en/arkhiv-kursov-valyut/json/';

  it('reads text for numbers, and the day before by its address', async () => {
    const { address } = await loopback({
      [path]: cbuTable('02.04.2026', [
        { code: 'USD', value: '12142.10' },
        { code: 'TMT', value: '3469.17' },
        { code: 'IDR', value: '7.1', nominal: '10' },
      ]),
      [`${path}USD/2026-04-01/`]: cbuTable('01.04.2026', [{ code: 'USD', value: '12194.21' }]),
    });
    expect(rowsOf(await ask(cbu(address), at))).toEqual([
      '2026-04-01 12194.21/1',
      '2026-04-02 12142.10/1',
    ]);
  });

  it('shows by way of the sum how far the manat is from where it is held', async () => {
    const { address } = await loopback({
      [path]: cbuTable('01.04.2026', [
        { code: 'USD', value: '12194.21' },
        { code: 'TMT', value: '4037.68' },
      ]),
    });
    const rates = await cbu(address).crossRates?.(async (url) => (await fetch(url)).text());
    expect(rates?.map(({ quote, rate }) => `${quote} ${rate.toFixed(2)}`)).toEqual(['TMT 3.02']);
  });

  it('refuses a table without the dollar', async () => {
    const { address } = await loopback({ '*': cbuTable('02.04.2026', []) });
    await expect(ask(cbu(address), at)).rejects.toThrow('no US dollar');
  });
});

describe('cbt', () => {
  const at = { quote: 'TMT', now: '2026-05-24T09:00:00Z' } as const;
  const file = (date: string) => cbtFile(date, [{ code: 'USD', value: '3.5' }]);

  it('looks back over Sundays, and names itself as browsers do', async () => {
    const { address, asked, headers } = await loopback({
      '/kurs/2026/23052026.xml': file('23.05.2026'),
    });
    expect(rowsOf(await ask(cbt(address), at))).toEqual(['2026-05-23 3.5/1']);
    expect(asked).toEqual(['/kurs/2026/24052026.xml', '/kurs/2026/23052026.xml']);
    expect(headers[0]?.['user-agent']).toMatch(/^Mozilla\/5\.0 .*Saxaul/);
  });

  it('reads the dates of older files', async () => {
    const { address } = await loopback({ '*': file('2026-05-24') });
    expect(rowsOf(await ask(cbt(address), at))).toEqual(['2026-05-24 3.5/1']);
  });

  it('refuses a file of another day than its name says', async () => {
    const { address } = await loopback({ '*': file('20.05.2026') });
    await expect(ask(cbt(address), at)).rejects.toThrow('dated 2026-05-20');
  });
});
