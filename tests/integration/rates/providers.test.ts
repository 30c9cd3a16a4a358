import { describe, expect, it } from 'vitest';
import { cbt } from '@/lib/rates/providers/cbt';
import { cbu } from '@/lib/rates/providers/cbu';
import { fawazahmed0 } from '@/lib/rates/providers/fawazahmed0';
import { frankfurter } from '@/lib/rates/providers/frankfurter';
import { nbk } from '@/lib/rates/providers/nbk';
import { nbkr } from '@/lib/rates/providers/nbkr';
import { nbt } from '@/lib/rates/providers/nbt';
import { AnswerError } from '@/lib/rates/providers/provider';
import {
  cbtFile,
  cbuTable,
  fawazahmed0File,
  frankfurterRows,
  HTML_PAGE,
  NBK_ERROR,
  nbkDay,
  nbkNewest,
  nbkrDaily,
  nbkrWeekly,
  nbtTable,
} from '@/tests/fixtures/rates/answers';
import { ask, loopback, rowsOf } from './support';

describe('frankfurter', () => {
  const at = { quote: 'UZS', now: '2026-04-03T09:00:00Z' } as const;
  const rows = frankfurterRows('UZS', [
    ['2026-04-01', 12194.21],
    ['2026-04-02', 12142.1],
  ]);

  it('asks one bank alone for units of one dollar, from a year ago on', async () => {
    const { address, asked } = await loopback({ '/v2/rates': rows });
    const answer = await ask(frankfurter(address), at);
    expect(rowsOf(answer)).toEqual(['2026-04-01 12194.21/1', '2026-04-02 12142.1/1']);
    expect(answer).toMatchObject({ rates: [{ source: 'cbu', quote: 'UZS' }, {}] });
    expect(asked).toEqual(['/v2/rates?base=USD&quotes=UZS&providers=CBU&from=2025-02-27']);
  });

  it('asks again for the days before the newest figure, since banks correct themselves', async () => {
    const { address, asked } = await loopback({ '/v2/rates': rows });
    await ask(frankfurter(address), { ...at, stored: () => '2026-04-01' });
    expect(asked).toEqual(['/v2/rates?base=USD&quotes=UZS&providers=CBU&from=2026-03-22']);
  });

  it('leaves out rows of other currencies, such as the dollar itself', async () => {
    const body = JSON.stringify([
      { date: '2026-04-02', base: 'USD', quote: 'USD', rate: 1 },
      { date: '2026-04-02', base: 'USD', quote: 'UZS', rate: 12142.1 },
    ]);
    const { address } = await loopback({ '/v2/rates': body });
    expect(rowsOf(await ask(frankfurter(address), at))).toEqual(['2026-04-02 12142.1/1']);
  });

  it.each([
    ['no rows', '[]', 'holds no UZS'],
    ['an object', '{"quotes":{}}', 'another shape'],
    [
      'units of another currency',
      '[{"date":"2026-04-02","base":"EUR","quote":"UZS","rate":1}]',
      'base',
    ],
    ['a rate as text', '[{"date":"2026-04-02","base":"USD","quote":"UZS","rate":"1"}]', 'rate'],
    ['half an answer', rows.slice(0, 40), 'no JSON'],
    ['a web page', HTML_PAGE, 'no JSON'],
    ['nothing', '', 'no JSON'],
  ])('refuses %s', async (_, body, message) => {
    const { address } = await loopback({ '/v2/rates': body });
    const asking = ask(frankfurter(address), at);
    await expect(asking).rejects.toThrow(AnswerError);
    await expect(asking).rejects.toThrow(message);
  });
});

describe('nbk', () => {
  const at = { quote: 'KZT', now: '2026-04-01T09:00:00Z' } as const;
  const dollar = (value: string) => [
    { code: 'UZS', value: '3.93', nominal: '100' },
    { code: 'USD', value },
    { code: 'IRR', value: '3.6', nominal: '10000' },
  ];
  const earlier = '/rss/get_rates.cfm?fdate=31.03.2026';

  it('reads both forms: the newest, and the day before', async () => {
    const { address } = await loopback({
      '/rss/rates_all.xml': nbkNewest('01.04.2026', dollar('478.77')),
      [earlier]: nbkDay('31.03.2026', dollar('481.54')),
    });
    const answer = await ask(nbk(address), at);
    expect(rowsOf(answer)).toEqual(['2026-03-31 481.54/1', '2026-04-01 478.77/1']);
    expect(answer).toMatchObject({ notes: [], rates: [{ source: 'nbk', quote: 'KZT' }, {}] });
  });

  it('looks back over days without a dollar', async () => {
    const { address, asked } = await loopback({
      '/rss/rates_all.xml': nbkNewest('01.04.2026', dollar('478.77')),
      '/rss/get_rates.cfm': nbkDay('30.03.2026', []),
      '/rss/get_rates.cfm?fdate=29.03.2026': nbkDay('29.03.2026', dollar('481.54')),
    });
    const answer = await ask(nbk(address), at);
    expect(rowsOf(answer)).toEqual(['2026-03-29 481.54/1', '2026-04-01 478.77/1']);
    expect(asked).toHaveLength(4);
  });

  it('asks for nothing more where the store has an earlier day of that week', async () => {
    const { address, asked } = await loopback({
      '/rss/rates_all.xml': nbkNewest('01.04.2026', dollar('478.77')),
    });
    await ask(nbk(address), { ...at, stored: () => '2026-03-30' });
    expect(asked).toEqual(['/rss/rates_all.xml']);
  });

  it('finds the newest by days where the newest table has no dollar', async () => {
    const { address } = await loopback({
      '/rss/rates_all.xml': nbkNewest('01.04.2026', [{ code: 'EUR', value: '550' }]),
      '/rss/get_rates.cfm?fdate=01.04.2026': nbkDay('01.04.2026', [{ code: 'EUR', value: '550' }]),
      [earlier]: nbkDay('31.03.2026', dollar('481.54')),
      '/rss/get_rates.cfm?fdate=30.03.2026': nbkDay('30.03.2026', dollar('480.01')),
    });
    expect(rowsOf(await ask(nbk(address), at))).toEqual([
      '2026-03-30 480.01/1',
      '2026-03-31 481.54/1',
    ]);
  });

  it('takes no day before that is dated as the newest or later', async () => {
    const { address } = await loopback({
      '/rss/rates_all.xml': nbkNewest('01.04.2026', dollar('478.77')),
      '/rss/get_rates.cfm': nbkDay('01.04.2026', dollar('478.77')),
    });
    const answer = await ask(nbk(address), at);
    expect(rowsOf(answer)).toEqual(['2026-04-01 478.77/1']);
    expect(answer).toMatchObject({ notes: ['no earlier day within a week'] });
  });

  it('says what came where JSON comes with a good status', async () => {
    const { address } = await loopback({ '/rss/rates_all.xml': NBK_ERROR });
    await expect(ask(nbk(address), at)).rejects.toThrow('Invalid format date');
  });

  it('leaves the number of units out where it is missing, and takes it for nothing', async () => {
    const { address } = await loopback({
      '*': nbkNewest('01.04.2026', [{ code: 'USD', value: '478.77', nominal: null }]),
    });
    expect(rowsOf(await ask(nbk(address), at))).toEqual(['2026-04-01 478.77/?']);
  });

  it.each([
    ['a web page', HTML_PAGE, 'type declaration'],
    [
      'a declared entity',
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "1">]><rates>&a;</rates>',
      'type declaration',
    ],
    ['half a table', nbkNewest('01.04.2026', dollar('478.77')).slice(0, 300), 'broken'],
    ['another document', '<?xml version="1.0"?><feed><entry/></feed>', 'another shape'],
  ])('refuses %s', async (_, body, message) => {
    const { address } = await loopback({ '*': body });
    await expect(ask(nbk(address), at)).rejects.toThrow(message);
  });
});

describe('nbkr', () => {
  const at = { quote: 'KGS', now: '2026-05-24T09:00:00Z' } as const;
  const daily = nbkrDaily('24.05.2026', [
    { code: 'USD', value: '87,4500' },
    { code: 'KZT', value: '0,1859' },
  ]);

  it('reads numbers with a decimal comma in windows-1251', async () => {
    const bytes = Buffer.from(daily.replace('Daily', '\u00c4'), 'latin1');
    const { address } = await loopback({ '/XML/daily.xml': (_, response) => response.end(bytes) });
    const answer = await ask(nbkr(address), at);
    expect(rowsOf(answer)).toEqual(['2026-05-24 87.4500/1']);
    expect(answer).toMatchObject({ rates: [{ source: 'nbkr', quote: 'KGS' }] });
  });

  it('refuses the weekly table in place of the daily one', async () => {
    const weekly = nbkrWeekly('23.05.2026', [{ code: 'TJS', value: '9,4148' }]);
    const { address } = await loopback({ '*': weekly });
    await expect(ask(nbkr(address), at)).rejects.toThrow('no US dollar');
  });

  it('compares the somoni and the manat by the weekly table, never the sum', async () => {
    const { address } = await loopback({
      '/XML/daily.xml': daily,
      '/XML/weekly.xml': nbkrWeekly('23.05.2026', [
        { code: 'TJS', value: '9,4148' },
        { code: 'UZS', value: '0,0073' },
        { code: 'TMT', value: '24,9857' },
      ]),
    });
    const rates = await nbkr(address).crossRates?.(async (url) => (await fetch(url)).text());
    expect(rates?.map(({ quote, rate }) => `${quote} ${rate.toFixed(4)}`)).toEqual([
      'TJS 9.2886',
      'TMT 3.5000',
    ]);
  });
});

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

describe('fawazahmed0', () => {
  const at = { quote: 'KGS', now: '2026-02-26T09:00:00Z' } as const;
  const first = (version: string, name = 'usd.min.json') =>
    `/npm/@fawazahmed0/currency-api@${version}/v1/currencies/${name}`;
  const second = '/v1/currencies/usd.min.json';
  const file = (date: string, kgs = 87.4479) => fawazahmed0File(date, { kgs, kzt: 501.901 });

  it('reads the newest file and the day before', async () => {
    const { address } = await loopback({
      [first('latest')]: file('2026-02-26'),
      [first('2026-02-25')]: file('2026-02-25', 87.4501),
    });
    expect(rowsOf(await ask(fawazahmed0(address, address), at))).toEqual([
      '2026-02-25 87.4501/1',
      '2026-02-26 87.4479/1',
    ]);
  });

  it('takes the other form of the file, then the other address', async () => {
    const one = await loopback({ [first('latest', 'usd.json')]: file('2026-02-26') });
    expect(rowsOf(await ask(fawazahmed0(one.address, one.address), at))).toHaveLength(1);
    const other = await loopback({ [second]: file('2026-02-26') });
    const nothing = await loopback();
    const answer = await ask(fawazahmed0(nothing.address, other.address), at);
    expect(rowsOf(answer)).toEqual(['2026-02-26 87.4479/1']);
  });

  it('goes to the other address at once where the first does not answer', async () => {
    const other = await loopback({ [second]: file('2026-02-26') });
    const dead = await loopback();
    await dead.close();
    const answer = await ask(fawazahmed0(dead.address, other.address), {
      ...at,
      stored: () => '2026-02-25',
    });
    expect(rowsOf(answer)).toEqual(['2026-02-26 87.4479/1']);
  });

  it('walks back over days that were never published', async () => {
    const { address, asked } = await loopback({ [first('2026-02-24')]: file('2026-02-24') });
    const stored = () => '2026-02-23' as const;
    const answer = await ask(fawazahmed0(address, address), { ...at, stored });
    expect(rowsOf(answer)).toEqual(['2026-02-24 87.4479/1']);
    expect(asked.filter((path) => path === first('2026-02-25'))).toHaveLength(1);
  });

  it('gives up after a week of days that were never published', async () => {
    const { address } = await loopback();
    await expect(ask(fawazahmed0(address, address), at)).rejects.toThrow('no file of any day');
  });

  it('refuses a dated file that is of another day', async () => {
    const { address } = await loopback({ [first('2026-02-26')]: file('2026-02-20') });
    await expect(ask(fawazahmed0(address, address), at)).rejects.toThrow('is of 2026-02-20');
  });

  it('says so where it has no such currency', async () => {
    const { address } = await loopback({ [first('latest')]: fawazahmed0File('2026-02-26', {}) });
    await expect(ask(fawazahmed0(address, address), at)).rejects.toThrow('no KGS');
  });

  it('is asked once for all currencies', async () => {
    const { address, asked } = await loopback({
      [first('latest')]: file('2026-02-26'),
      [first('2026-02-25')]: file('2026-02-25'),
    });
    const { Asking } = await import('@/lib/rates/fetching/asking');
    const requests = new Asking();
    const get = (url: URL) => requests.get(url);
    const provider = fawazahmed0(address, address);
    const inquiry = { now: new Date(at.now), get, newestStored: () => undefined };
    await Promise.all([
      provider.ask({ ...inquiry, quote: 'KGS' }),
      provider.ask({ ...inquiry, quote: 'KZT' }),
    ]);
    expect(asked).toHaveLength(2);
  });
});
