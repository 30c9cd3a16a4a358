import { describe, expect, it } from 'vitest';
import { sourceOf } from '@/lib/content/source';
import { parseSpellings } from '@/lib/content/spellings';

function parse(text: string) {
  const { value, findings } = parseSpellings(sourceOf('spellings.yml', text));
  return {
    value,
    problems: findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
  };
}

describe('spellings.yml', () => {
  it('is a list of groups', () => {
    const text = '- [Tashkent, Toshkent, Ташкент]\n- [Almaty, Alma-Ata]\n';
    expect(parse(text)).toEqual({
      value: [
        ['Tashkent', 'Toshkent', 'Ташкент'],
        ['Almaty', 'Alma-Ata'],
      ],
      problems: [],
    });
  });

  it('names a group of one, and keeps the others', () => {
    const { value, problems } = parse('- [Tashkent]\n- [Almaty, Alma-Ata]\n');
    expect(value).toEqual([['Almaty', 'Alma-Ata']]);
    expect(problems).toEqual(['1:3 invalid-field']);
  });

  it('names a spelling that stands in two groups', () => {
    const { value, problems } = parse('- [Osh, Ош]\n- [Osh city, osh]\n');
    expect(value).toEqual([['Osh', 'Ош']]);
    expect(problems).toEqual(['2:14 repeated-value']);
  });

  it.each(['Tashkent: Toshkent\n', 'Tashkent\n', ''])('must be a list: %j', (text) => {
    expect(parse(text)).toEqual({ value: [], problems: ['1:1 invalid-field'] });
  });

  it('names a slip of the notation at its place', () => {
    expect(parse('- [Tashkent, Toshkent\n').problems.length).toBeGreaterThan(0);
  });
});
