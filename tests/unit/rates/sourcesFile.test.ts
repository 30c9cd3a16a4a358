import { describe, expect, it } from 'vitest';
import { sourceOf } from '@/lib/content/source';
import { parseSources } from '@/lib/rates/sourcesFile';

const parse = (text: string) => parseSources(sourceOf('rates/sources.yml', text));

const ids = (text: string) => parse(text).value.map(({ source }) => source.id);

const reported = (text: string) =>
  parse(text).findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

const BANK = `- id: bank
  name: A bank
  url: https://bank.example
  kind: official
`;

const PEG = `- id: cbt
  name: Central bank
  url: https://cbt.example
  kind: peg
  quote: TMT
  rate: "3.5"
  since: 2015-01-01
`;

describe('parseSources', () => {
  it('reads sources in their order, with the place of each id', () => {
    const { value, findings } = parse(PEG + BANK);
    expect(findings).toEqual([]);
    expect(value).toMatchObject([
      {
        source: { id: 'cbt', kind: 'peg', rate: '3.5', since: '2015-01-01' },
        place: { line: 1, column: 7 },
      },
      { source: { id: 'bank', kind: 'official' }, place: { line: 8, column: 7 } },
    ]);
    expect(value[1]?.source).not.toHaveProperty('licence');
  });

  it.each([
    ['an id that is a path', BANK.replace('id: bank', 'id: ../bank'), '1:7 invalid-field'],
    ['no name', BANK.replace('  name: A bank\n', ''), '1:3 missing-field'],
    ['an address that is none', BANK.replace('https://', 'javascript:'), '3:8 invalid-field'],
    ['an unknown kind', BANK.replace('official', 'bank'), '4:9 invalid-field'],
    ['a misspelt field', `${BANK}  license: CC0\n`, '5:3 unknown-field'],
    ['a field of a peg', `${BANK}  rate: "87.45"\n`, '5:3 unknown-field'],
    ['a peg of an unknown currency', PEG.replace('TMT', 'TMM'), '5:10 invalid-field'],
    ['a rate without quotation marks', PEG.replace('"3.5"', '3.5'), '6:9 invalid-field'],
    ['a rate that is no number', PEG.replace('3.5', '3,5'), '6:9 invalid-field'],
    ['a rate out of its band', PEG.replace('3.5', '0.2857'), '6:9 invalid-field'],
    ['a day that does not exist', PEG.replace('2015-01-01', '2015-02-30'), '7:10 invalid-field'],
    ['no map', '- bank\n', '1:3 invalid-field'],
    ['nothing', '-\n', '1:2 invalid-field'],
  ])('refuses an entry with %s and keeps the others', (_, entry, finding) => {
    const other = BANK.replace('id: bank', 'id: other');
    expect(reported(entry + other)).toEqual([finding]);
    expect(ids(entry + other)).toEqual(['other']);
  });

  it('suggests the field that was meant', () => {
    expect(parse(`${BANK}  license: CC0\n`).findings[0]).toMatchObject({ suggestion: 'licence' });
  });

  it('keeps the first of two sources with one id', () => {
    expect(reported(BANK + BANK)).toEqual(['5:7 duplicate-source']);
    expect(ids(BANK + BANK)).toEqual(['bank']);
  });

  it('keeps the first of two pegs of one currency', () => {
    const again = PEG.replace('id: cbt', 'id: other');
    expect(reported(PEG + again)).toEqual(['12:10 duplicate-peg']);
    expect(ids(PEG + again)).toEqual(['cbt']);
  });

  it.each(['{}', 'bank', '# nothing yet', 'id: bank'])('refuses what is no list: %s', (text) => {
    expect(parse(text).value).toEqual([]);
    expect(reported(text)).toEqual(['1:1 invalid-field']);
  });

  it('says nothing of the shape where the syntax is broken', () => {
    expect(new Set(parse('{"').findings.map(({ rule }) => rule))).toEqual(new Set(['yaml-syntax']));
  });

  it('keeps the entries that a slip of the syntax spares', () => {
    expect(reported(`${BANK}- id: [other\n`)).toContain('6:1 yaml-syntax');
    expect(ids(`${BANK}- id: [other\n`)).toEqual(['bank']);
  });
});
