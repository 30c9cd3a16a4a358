import { describe, expect, it } from 'vitest';
import { nbk } from '@/lib/rates/providers/nbk';
import { nbkr } from '@/lib/rates/providers/nbkr';
import {
  HTML_PAGE,
  NBK_ERROR,
  nbkDay,
  nbkNewest,
  nbkrDaily,
  nbkrWeekly,
} from '@/tests/fixtures/rates/answers';
import { ask, loopback, rowsOf } from './support';

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
