import { describe, expect, it } from 'vitest';
import { fawazahmed0 } from '@/lib/rates/providers/fawazahmed0';
import { frankfurter } from '@/lib/rates/providers/frankfurter';
import { AnswerError } from '@/lib/rates/providers/provider';
import { fawazahmed0File, frankfurterRows, HTML_PAGE } from '@/tests/fixtures/rates/answers';
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
