import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRates as readContentRates } from '@/lib/rates/files';
import { LARGEST_TABLE } from '@/lib/rates/folder';
import { RateHistory } from '@/lib/rates/observations';
import { tickerQuotes } from '@/lib/rates/quote';
import { brief, contentFolder, fillRates, liesWithin } from './folders';

const NOW = new Date('2026-03-01T12:00:00Z');

const SOURCES = `- {id: bank, name: A bank, url: "https://bank.example", kind: official}
- {id: cbt, name: Central bank, url: "https://cbt.example", kind: peg, quote: TMT, rate: "3.5", since: 2015-01-01}
`;
const TABLE = 'date,KGS\n2026-02-27,87.45\n2026-02-28,87.46\n';

const content = contentFolder();
const rates = join(content, 'rates');

function readRates(folder: string, now?: Date) {
  const { observations, ...rest } = readContentRates(folder, now);
  return { ...rest, history: new RateHistory(observations) };
}

function read(files: Readonly<Record<string, string | Uint8Array>>, now = NOW) {
  fillRates(content, files);
  return readRates(content, now);
}

describe('readRates', () => {
  it('reads sources and their tables', () => {
    const { history, sources, findings } = read({ 'sources.yml': SOURCES, 'bank.csv': TABLE });
    expect(findings).toEqual([]);
    expect(sources.map(({ id }) => id)).toEqual(['bank', 'cbt']);
    expect(history.series('KGS').map(({ rate }) => rate)).toEqual(['87.45', '87.46']);
    expect(history.latest('TMT')).toBeUndefined();
  });

  it('prefers the source that is listed first where both have the day', () => {
    const blend = SOURCES.split('\n')[0]?.replace('bank', 'blend') ?? '';
    const tables = { 'bank.csv': TABLE, 'blend.csv': TABLE };
    const first = read({ ...tables, 'sources.yml': `${SOURCES}${blend}` });
    const last = read({ ...tables, 'sources.yml': `${blend}\n${SOURCES}` });
    expect(first.history.latest('KGS')?.source).toBe('bank');
    expect(last.history.latest('KGS')?.source).toBe('blend');
  });

  it('accepts the rate of the next working day and no later one', () => {
    const table = 'date,KGS\n2026-03-03,87.45\n2026-03-04,87.46\n';
    const { history, findings } = read({ 'sources.yml': SOURCES, 'bank.csv': table });
    expect(findings.map(brief)).toEqual(['rates/bank.csv:3:1 future-date']);
    expect(history.latest('KGS')?.date).toBe('2026-03-03');
  });

  it('is empty and says why without the folder', () => {
    rmSync(rates, { recursive: true, force: true });
    const { history, sources, findings } = readRates(content, NOW);
    expect(findings).toMatchObject([
      { file: 'rates', line: 1, column: 1, severity: 'error', rule: 'missing-folder' },
    ]);
    expect(sources).toEqual([]);
    expect(history.latest('KGS')).toBeUndefined();
  });

  it('is empty and says why where the folder is a file', () => {
    rmSync(rates, { recursive: true, force: true });
    writeFileSync(rates, '');
    expect(readRates(content, NOW).findings.map(brief)).toEqual(['rates:1:1 unreadable-folder']);
    rmSync(rates);
  });

  it('reports a missing list once, however many tables there are', () => {
    const { findings } = read({ 'bank.csv': TABLE });
    expect(findings.map(brief)).toEqual(['rates/sources.yml:1:1 missing-file']);
  });

  it('reports a missing table at its source, and keeps the rest', () => {
    const { sources, findings } = read({ 'sources.yml': SOURCES });
    expect(findings.map(brief)).toEqual(['rates/sources.yml:1:8 missing-file']);
    expect(findings[0]?.message).toContain('rates/bank.csv');
    expect(sources).toHaveLength(2);
  });

  it('reports tables that no source has, a table of a peg among them', () => {
    const files = {
      'sources.yml': SOURCES,
      'bank.csv': TABLE,
      'cbt.csv': TABLE,
      'other.csv': TABLE,
      'notes.txt': '',
    };
    expect(read(files).findings.map(brief)).toEqual([
      'rates/cbt.csv:1:1 unknown-source',
      'rates/other.csv:1:1 unknown-source',
    ]);
  });

  it('keeps the good sources beside a broken one', () => {
    const list = SOURCES.replace('peg, quote: TMT', 'peg, quote: TMM');
    const { history, sources, findings } = read({ 'sources.yml': list, 'bank.csv': TABLE });
    expect(findings.map(brief)).toEqual(['rates/sources.yml:2:79 invalid-field']);
    expect(sources.map(({ id }) => id)).toEqual(['bank']);
    expect(history.series('KGS')).toHaveLength(2);
  });

  it('sorts what it found by file and place', () => {
    const list = `- {id: late, name: Late, url: "https://late.example", kind: official}\n${SOURCES}`;
    const bad = 'date,EUR\n2026-02-30,1\n';
    expect(
      read({ 'sources.yml': list, 'late.csv': bad, 'bank.csv': bad }).findings.map(brief),
    ).toEqual([
      'rates/bank.csv:1:6 unknown-column',
      'rates/bank.csv:2:1 invalid-date',
      'rates/late.csv:1:6 unknown-column',
      'rates/late.csv:2:1 invalid-date',
    ]);
  });

  it('does not follow links out of the folder', () => {
    fillRates(content, { 'sources.yml': SOURCES });
    writeFileSync(join(content, 'elsewhere.csv'), TABLE);
    symlinkSync(join(content, 'elsewhere.csv'), join(rates, 'bank.csv'));
    const { history, findings } = readRates(content, NOW);
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-file']);
    expect(history.latest('KGS')).toBeUndefined();
  });

  it('does not read a folder as a table', () => {
    fillRates(content, { 'sources.yml': SOURCES });
    mkdirSync(join(rates, 'bank.csv'));
    expect(readRates(content, NOW).findings.map(({ rule }) => rule)).toEqual(['missing-file']);
  });

  it('spoils only the cell that is not UTF-8, and skips the byte order mark', () => {
    const bytes = Buffer.from(`\uFEFF${TABLE}`);
    bytes[bytes.indexOf('87.45')] = 0xff;
    const { history, findings } = read({ 'sources.yml': SOURCES, 'bank.csv': bytes });
    expect(findings.map(brief)).toEqual(['rates/bank.csv:2:12 invalid-rate']);
    expect(history.series('KGS')).toHaveLength(1);
  });

  it('reads a table of the largest size and refuses a larger one', () => {
    const filled = TABLE.padEnd(LARGEST_TABLE, '\n');
    expect(read({ 'sources.yml': SOURCES, 'bank.csv': filled }).findings).toEqual([]);
    const { history, findings } = read({ 'sources.yml': SOURCES, 'bank.csv': `${filled}\n` });
    expect(findings.map(brief)).toEqual(['rates/bank.csv:1:1 file-too-large']);
    expect(history.latest('KGS')).toBeUndefined();
  });

  const first = Date.UTC(1500, 0, 1);
  const days = Array.from({ length: 150_000 }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  );

  it.each([
    ['observations', `date,KGS\n${days.map((day) => `${day},88\n`).join('')}`, 150_000, 0],
    ['broken lines', `date,KGS\n${'x\n'.repeat(1_900_000)}2026-02-28,87.46`, 1, 101],
    ['broken columns', `date,KGS${','.repeat(3_900_000)}\n2026-02-28,87.46`, 0, 101],
  ])('reads the most %s that fit, in seconds', { timeout: 30_000 }, (_, table, kept, found) => {
    const { history, findings } = read({ 'sources.yml': SOURCES, 'bank.csv': table });
    expect(history.series('KGS')).toHaveLength(kept);
    expect(findings).toHaveLength(found);
  });

  it('never throws, whatever bytes the files hold, and places every finding in its file', () => {
    const splice = (text: string) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(20), fc.uint8Array({ maxLength: 20 }))
        .map(([at, length, bytes]) =>
          Buffer.concat([
            Buffer.from(text.slice(0, at)),
            bytes,
            Buffer.from(text.slice(at + length)),
          ]),
        );
    const garbage = (text: string) => fc.oneof(fc.uint8Array({ maxLength: 300 }), splice(text));
    fc.assert(
      fc.property(garbage(SOURCES), garbage(TABLE), (list, table) => {
        const { history, sources, findings } = read({ 'sources.yml': list, 'bank.csv': table });
        for (const finding of findings) {
          const bytes = finding.file.endsWith('.yml') ? list : table;
          expect(finding.severity).toBe('error');
          expect(liesWithin(finding, new TextDecoder().decode(bytes)), brief(finding)).toBe(true);
        }
        expect(tickerQuotes(history, sources, NOW, 'local-usd', 'Asia/Almaty')).toHaveLength(5);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the rates that come with the program', () => {
  const publication = resolve('content');
  const { history, sources, findings } = readRates(publication);

  it('have no findings', () => {
    expect(findings).toEqual([]);
  });

  it('have thirty days of four currencies, and the peg of the manat', () => {
    for (const code of ['KGS', 'KZT', 'TJS', 'UZS'] as const) {
      const series = history.series(code);
      expect(series).toHaveLength(30);
      expect(series[0]?.date).toBe('2026-01-28');
      expect(series.at(-1)?.date).toBe('2026-02-26');
    }
    expect(sources).toMatchObject([
      { id: 'fawazahmed0', kind: 'aggregated', licence: 'CC0' },
      { id: 'cbt', kind: 'peg', quote: 'TMT', rate: '3.5', since: '2015-01-01' },
    ]);
  });

  it('show as expired long after their last day, as a fresh install must', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const quotes = tickerQuotes(history, sources, now, 'local-usd', 'Asia/Almaty');
    expect(quotes.map((quote) => (quote.kind === 'observed' ? quote.age : quote.kind))).toEqual([
      'expired',
      'expired',
      'expired',
      'expired',
      'fixed',
    ]);
    expect(quotes.map((quote) => (quote.kind === 'missing' ? '' : quote.rate))).toEqual([
      '0.01144',
      '0.001992',
      '0.1059',
      '0.00008238',
      '0.2857',
    ]);
  });

  it('keep the digits of the file', () => {
    const lines = readFileSync(join(publication, 'rates/fawazahmed0.csv'), 'utf8')
      .trim()
      .split('\n');
    const last = ['KGS', 'KZT', 'TJS', 'UZS'].flatMap((code) =>
      code === 'KGS' || code === 'KZT' || code === 'TJS' || code === 'UZS'
        ? history.latest(code)?.rate
        : [],
    );
    expect(lines.at(-1)).toBe(`2026-02-26,${last.join(',')}`);
  });
});
