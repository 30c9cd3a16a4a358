import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberIn } from '@/lib/rates/dates';
import { parseObservations } from '@/lib/rates/observationsFile';
import { liesWithin } from './folders';

const LAST_DAY = dayNumberIn(new Date('2026-03-01T00:00:00Z'), 'UTC');

const parse = (text: string) => parseObservations(text, 'bank', LAST_DAY);

/** What was kept, as `QUOTE DATE RATE`. */
const kept = (text: string) =>
  parse(text).value.map(({ quote, date, rate }) => `${quote} ${date} ${rate}`);

/** What was reported, as `LINE:COLUMN-ENDCOLUMN RULE`. */
const reported = (text: string) =>
  parse(text).findings.map(
    ({ line, column, endColumn, rule }) => `${line}:${column}-${endColumn} ${rule}`,
  );

describe('parseObservations', () => {
  it('keeps the digits of the source and skips empty cells and blank lines', () => {
    const text = 'date,KGS,KZT\n2026-02-03,87.4650,\n\n2026-02-02,,501.771\n';
    expect(parse(text)).toEqual({
      value: [
        { source: 'bank', quote: 'KGS', date: '2026-02-03', rate: '87.4650' },
        { source: 'bank', quote: 'KZT', date: '2026-02-02', rate: '501.771' },
      ],
      findings: [],
    });
  });

  it('reads the line ends of Windows, spaces around cells, and columns in any order', () => {
    const text = 'date, UZS ,KGS\r\n2026-02-03 , 12129.63,87.46\r\n';
    expect(kept(text)).toEqual(['UZS 2026-02-03 12129.63', 'KGS 2026-02-03 87.46']);
    expect(parse(text).findings).toEqual([]);
  });

  it('accepts a table without lines', () => {
    expect(parse('date,KGS\n')).toEqual({ value: [], findings: [] });
  });

  it.each([
    ['abc', 'invalid-rate'],
    ['NaN', 'invalid-rate'],
    ['Infinity', 'invalid-rate'],
    ['8.7e1', 'invalid-rate'],
    ['+87.46', 'invalid-rate'],
    ['087.46', 'invalid-rate'],
    ['87.', 'invalid-rate'],
    ['"87.46"', 'invalid-rate'],
    ['87 46', 'invalid-rate'],
    ['0x57', 'invalid-rate'],
    ['87.4600000000000001', 'invalid-rate'],
    ['9'.repeat(400), 'invalid-rate'],
    ['0', 'rate-not-positive'],
    ['0.000', 'rate-not-positive'],
    ['-87.46', 'rate-not-positive'],
    ['8.746', 'rate-out-of-band'],
    ['874.6', 'rate-out-of-band'],
    ['0.01144', 'rate-out-of-band'],
  ])('refuses the rate %s at its cell and keeps the rest', (rate, rule) => {
    const text = `date,KZT,KGS,TJS\n2026-02-03,501.7,${rate},9.3\n`;
    expect(reported(text)).toEqual([`2:18-${18 + rate.length} ${rule}`]);
    expect(kept(text)).toEqual(['KZT 2026-02-03 501.7', 'TJS 2026-02-03 9.3']);
  });

  it.each(['60', '140', '60.0000', '140.0'])('takes the ends of the band: %s', (rate) => {
    expect(kept(`date,KGS\n2026-02-03,${rate}`)).toEqual([`KGS 2026-02-03 ${rate}`]);
  });

  it.each(['59.9999', '140.0001'])('refuses what is just outside the band: %s', (rate) => {
    expect(reported(`date,KGS\n2026-02-03,${rate}`)).toEqual([
      `2:12-${12 + rate.length} rate-out-of-band`,
    ]);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-2-3',
    '03.02.2026',
    '',
    '2026-02-03T00:00:00Z',
    '0000-00-00',
  ])('refuses the date "%s" with its line', (date) => {
    const text = `date,KGS\n${date},87.46\n2026-02-04,87.47\n`;
    expect(reported(text)).toEqual([`2:1-${1 + date.length} invalid-date`]);
    expect(kept(text)).toEqual(['KGS 2026-02-04 87.47']);
  });

  it('refuses a date that has not come yet', () => {
    const text = 'date,KGS\n2026-03-01,87.46\n2026-03-02,87.47\n2062-02-01,87.48\n';
    expect(reported(text)).toEqual(['3:1-11 future-date', '4:1-11 future-date']);
    expect(kept(text)).toEqual(['KGS 2026-03-01 87.46']);
  });

  it('keeps the first of two lines for one date and names its line', () => {
    const text = 'date,KGS\n\n2026-02-03,87.46\n2026-02-03,87.47\n';
    expect(reported(text)).toEqual(['4:1-11 duplicate-date']);
    expect(parse(text).findings[0]?.message).toContain('in line 3 already');
    expect(kept(text)).toEqual(['KGS 2026-02-03 87.46']);
  });

  it.each(['2026-02-03,87,46,501.7', '2026-02-03,87.46', '2026-02-03', '2026-02-03;87.46;501.7'])(
    'refuses the line "%s", whose figures may stand in the wrong columns',
    (line) => {
      const text = `date,KGS,KZT\n${line}\n2026-02-04,87.46,501.7\n`;
      expect(reported(text)).toEqual([`2:1-${1 + line.length} cell-count`]);
      expect(kept(text)).toHaveLength(2);
    },
  );

  it('does not count the line ends of Windows as a part of the line', () => {
    expect(reported('date,KGS\r\n2026-02-03\r\n')).toEqual(['2:1-11 cell-count']);
  });

  it('does not let a stray quotation mark swallow the lines after it', () => {
    const text = 'date,KGS\n2026-02-03,"87.46\n2026-02-04,87.47\n';
    expect(reported(text)).toEqual(['2:12-18 invalid-rate']);
    expect(kept(text)).toEqual(['KGS 2026-02-04 87.47']);
  });

  it('refuses unknown and repeated columns and keeps the others', () => {
    const text = 'date,kgs,KGS,EUR,,KGS\n2026-02-03,1,87.46,2,3,4\n';
    expect(reported(text)).toEqual([
      '1:6-9 unknown-column',
      '1:14-17 unknown-column',
      '1:18-18 unknown-column',
      '1:19-22 duplicate-column',
    ]);
    expect(parse(text).findings[0]).toMatchObject({ suggestion: 'KGS' });
    expect(kept(text)).toEqual(['KGS 2026-02-03 87.46']);
  });

  it.each(['2026-02-03,87.46\n', 'day,KGS\n2026-02-03,87.46\n', 'date;KGS\n', 'KGS,date\n'])(
    'reads nothing without the header: %j',
    (text) => {
      expect(parse(text).value).toEqual([]);
      expect(parse(text).findings).toMatchObject([{ line: 1, column: 1, rule: 'table-header' }]);
    },
  );

  it.each(['', '\n', ' \r\n\n'])('reports a file without text: %j', (text) => {
    expect(reported(text)).toEqual(['1:1-1 empty-file']);
  });

  it('sums up what is beyond a hundred problems', () => {
    const text = `date,KGS\n${'x,y\n'.repeat(1000)}`;
    const { findings } = parse(text);
    expect(findings).toHaveLength(101);
    expect(findings.at(-1)).toMatchObject({ line: 102, rule: 'too-many-problems' });
    expect(findings.at(-1)?.message).toContain('900 more');
  });

  it('reads any text without throwing, and places every finding in it', () => {
    const scrap = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'date',
        ',KGS',
        ',',
        '\n',
        '\r\n',
        '\r',
        '"',
        '2026-02-03',
        '87.46',
        '0',
        '-',
        ';',
        '\0',
      ),
    );
    const texts = fc
      .tuple(fc.constantFrom('', 'date,KGS,KZT\n'), fc.array(scrap))
      .map(([head, rest]) => head + rest.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        for (const finding of parse(text).findings) {
          expect(liesWithin({ file: 'rates/bank.csv', ...finding }, text)).toBe(true);
          expect(finding.message).not.toMatch(/[\n\r\0]/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
