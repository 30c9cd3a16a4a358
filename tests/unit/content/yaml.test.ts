import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '@/lib/content/positions';
import type { YamlPath } from '@/lib/content/yaml';
import { readYaml } from '@/lib/content/yaml';
import { brief, liesWithin, told } from './help';

const read = (text: string) => readYaml(text, new LineIndex(text));
const findings = (text: string): string[] => read(text).findings.map(brief);

function place(text: string, path: YamlPath): string {
  const { line, column, endLine, endColumn } = read(text).source.at(path);
  return `${line}:${column}-${endLine}:${endColumn}`;
}

describe('the values of YAML', () => {
  it('are those of the core schema: dates stay text', () => {
    const text = [
      'date: 2026-11-22',
      'when: 2026-13-45T99:00:00Z',
      'time: 12:30:45',
      'number: 12',
      'octal: 012',
      'grouped: 1_000',
      'yes: yes',
      'flag: true',
      'none:',
    ].join('\n');
    expect(read(text).findings).toEqual([]);
    expect(read(text).source.value()).toEqual({
      date: '2026-11-22',
      when: '2026-13-45T99:00:00Z',
      time: '12:30:45',
      number: 12,
      octal: 12,
      grouped: '1_000',
      yes: 'yes',
      flag: true,
      none: null,
    });
  });

  it('are an empty map where there is nothing', () => {
    expect(read('').source.value()).toEqual({});
    expect(read('# a remark\n').source.value()).toEqual({});
  });
});

describe('the place of a value', () => {
  const text = [
    'title: River',
    'image:',
    '  src: media/river.png',
    'authors: [aigerim, timur]',
    'corrections:',
    '  - date: 2026-01-11',
    '    text: "Wrong gauge."',
    'empty:',
  ].join('\n');

  it.each<[YamlPath, string]>([
    [['title'], '1:8-1:13'],
    [['image', 'src'], '3:8-3:23'],
    [['authors'], '4:10-4:26'],
    [['authors', 1], '4:20-4:25'],
    [['corrections', 0, 'date'], '6:11-6:21'],
    [['corrections', 0, 'text'], '7:11-7:25'],
    [['empty'], '8:7-8:7'],
  ])('%j is %s', (path, expected) => {
    expect(place(text, path)).toBe(expected);
  });

  it('that does not exist is that of the value around it, or the start of the file', () => {
    expect(place(text, ['image', 'alt'])).toBe(place(text, ['image']));
    expect(place(text, ['corrections', 0, 'kind'])).toBe('6:5-8:1');
    expect(place(text, ['summary'])).toBe('1:1-1:1');
    expect(place(text, [])).toBe('1:1-1:1');
  });

  it('of a key is the key itself', () => {
    const { source } = read(text);
    expect(source.atKey([], 'authors')).toEqual({ line: 4, column: 1, endLine: 4, endColumn: 8 });
    expect(source.atKey(['corrections', 0], 'text')).toMatchObject({ line: 7, column: 5 });
    expect(source.atKey(['image'], 'nothing')).toEqual(source.at(['image']));
  });

  it('counts from where the YAML stands in its file', () => {
    const file = `---\n${text}`;
    const { source } = readYaml(text, new LineIndex(file), 4);
    expect(source.at(['title'])).toMatchObject({ line: 2, column: 8 });
    expect(source.atKey([], 'image')).toMatchObject({ line: 3, column: 1 });
  });
});

describe('what is wrong with YAML', () => {
  it.each([
    ['a: 1\nb: 2\na: 3', '3:1-3:2 duplicate-key This field stands twice; keep one of the two.'],
    [
      'image:\n  alt: x\n  alt: y',
      '3:3-3:6 duplicate-key This field stands twice; keep one of the two.',
    ],
    ['a:\n\tb: 1', '2:1-2:2 yaml-syntax YAML is indented with spaces; replace the tab.'],
    [
      'title: one: two',
      '1:8-1:9 yaml-syntax YAML cannot read this: a text with a colon in it must stand in quotes.',
    ],
    [
      'a: [1, 2]\nb: *other',
      '2:4-2:10 yaml-alias Aliases are not read here: write the value again in place of "*other".',
    ],
  ])('in %j is told with its place', (text, expected) => {
    expect(read(text).findings.map(told)).toEqual([expected]);
  });

  it.each([
    ['a: "open\nb: 1', 'yaml-syntax'],
    ['a: [1, 2', 'yaml-syntax'],
    ['a: !unknown x', 'yaml-syntax'],
    ['a: 1\n---\nb: 2', 'yaml-syntax'],
    ['a: @x', 'yaml-syntax'],
  ])('in %j is found', (text, rule) => {
    expect(findings(text).join()).toContain(rule);
  });

  it('reports a key that stands twice once for each time too many', () => {
    expect(findings('a: 1\na: 2\na: 3')).toEqual([
      '2:1-2:2 duplicate-key',
      '3:1-3:2 duplicate-key',
    ]);
  });
});

describe('hostile YAML', () => {
  it('with aliases that multiply is not expanded', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level <= 9; level += 1) {
      const aliases = Array(9)
        .fill(`*a${level - 1}`)
        .join(', ');
      bomb.push(`a${level}: &a${level} [${aliases}]`);
    }
    const result = read(bomb.join('\n'));
    expect(brief(result.findings[0] ?? never())).toBe('2:10-2:13 yaml-alias');
    expect(new Set(result.findings.map(({ rule }) => rule))).toEqual(new Set(['yaml-alias']));
    expect(result.source.value()).toEqual({});
  });

  it.each([
    ['lists in lists', `a: ${'['.repeat(60)}${']'.repeat(60)}`, '1:42-1:43 yaml-nesting'],
    ['open brackets', `a: ${'['.repeat(50_000)}`, '1:204-1:205 yaml-nesting'],
    ['maps', mapsIn(25), '21:21-21:22 yaml-nesting'],
  ])('of deeply nested %s is refused where it is too deep', (_name, text, expected) => {
    expect(findings(text)).toContain(expected);
    expect(read(text).source.value()).toEqual({});
  });

  it.each([
    ['lists', '- '.repeat(20_000)],
    ['keys', '? '.repeat(20_000)],
    ['tags', `a: ${'!!str '.repeat(5000)}x`],
  ])('of endless %s is refused', (_name, text) => {
    const result = read(text);
    expect(result.findings.length).toBeGreaterThan(0);
    expect(result.findings.every((finding) => !finding.message.includes('stack'))).toBe(true);
  });

  it('as deep as anybody writes is read', () => {
    expect(findings(mapsIn(15))).toEqual([]);
    expect(findings(`text: "${'['.repeat(30)}"`)).toEqual([]);
  });

  it('of more than a thousand fields side by side is refused', () => {
    const fields = (count: number): string =>
      Array.from({ length: count }, (_, index) => `f${index}: 1`).join('\n');
    expect(findings(fields(1000))).toEqual([]);
    expect(findings(fields(1001))).toEqual(['1:1-1:1 yaml-size']);
    expect(findings(`redirects:\n  ${fields(1001).replaceAll('\n', '\n  ')}`)).toEqual([
      '2:3-2:3 yaml-size',
    ]);
  });

  it('as a list of thousands is read, as redirects need', () => {
    const text = Array.from({ length: 2000 }, (_, index) => `- {from: /a/${index}}`).join('\n');
    expect(findings(text)).toEqual([]);
  });

  it('never throws, and every finding lies in the text', () => {
    const piece = fc.constantFrom(
      ...['a: ', '- ', '? ', '&x ', '*x', '[', ']', '{', '}', '"', "'", '|', '>', '#', ',', ':'],
      ...['\n', '\n  ', '\t', '!!map ', '%YAML 1.1', '---', '...', '<<: ', '__proto__: ', 'x', '1'],
    );
    const text = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const result = read(any);
        result.source.value();
        expect(result.findings.filter((finding) => !liesWithin(finding, any))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

function mapsIn(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
}

function never(): never {
  throw new Error('there is no finding');
}
