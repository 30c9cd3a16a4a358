import { describe, expect, it } from 'vitest';
import { parseSections } from '@/lib/content/sections';
import { sourceOf } from '@/lib/content/source';
import { told } from './help';

const read = (text: string) => parseSections(sourceOf('sections.yml', text));

const WATER = '- {slug: water, name: Water, description: Rivers.}';
const POLITICS = '- {slug: politics, name: Politics, description: Parliaments.}';

describe('sections.yml', () => {
  it('is a list that keeps its order', () => {
    const { value, declared, findings } = read(`${WATER}\n${POLITICS}`);
    expect(findings).toEqual([]);
    expect(value).toEqual([
      { slug: 'water', name: 'Water', description: 'Rivers.' },
      { slug: 'politics', name: 'Politics', description: 'Parliaments.' },
    ]);
    expect(declared).toEqual(['water', 'politics']);
  });

  it.each([
    [
      '- {slug: water, name: Water}',
      '1:3-1:29 missing-field [1].description: this field is required.',
      ['water'],
    ],
    [
      '- {slug: water, nmae: W, description: R}',
      '1:3-1:41 missing-field [1].name: this field is required.',
      ['water'],
    ],
    [
      '- {slug: Water!, name: W, description: R}',
      '1:10-1:16 invalid-field [1].slug: must be a slug: lower-case letters a to z, digits and single hyphens, such as politics.',
      ['Water!'],
    ],
    ['- water', '1:3-1:8 invalid-field [1]: must be {slug, name, description}.', []],
    ['-', '1:2-1:2 invalid-field [1]: must be {slug, name, description}.', []],
  ])('leaves out %j and keeps the others', (entry, expected, declared) => {
    const sections = read(`${entry}\n${POLITICS}`);
    expect(told(sections.findings[0] ?? never())).toBe(expected);
    expect(sections.value.map(({ slug }) => slug)).toEqual(['politics']);
    // The broken entry is known by its slug, so that its articles stay.
    expect(sections.declared).toEqual([...declared, 'politics']);
  });

  it('suggests the key that was meant', () => {
    const { findings } = read('- {slug: water, nmae: W, description: R}');
    expect(findings.map(told)).toContain(
      '1:17-1:21 unknown-field Unknown field "nmae". Did you mean "name"?',
    );
  });

  it('reports a section that stands twice, and keeps the first', () => {
    const { value, findings } = read(`${WATER}\n- {slug: water, name: Again, description: x}`);
    expect(findings.map(told)).toEqual([
      '2:10-2:15 duplicate-slug The section "water" stands twice; give one of them another slug.',
    ]);
    expect(value.map(({ name }) => name)).toEqual(['Water']);
  });

  it.each(['water: {name: Water}', 'water', '# nothing yet'])('is a list, not %j', (text) => {
    expect(read(text)).toEqual({
      value: [],
      declared: [],
      findings: [
        {
          line: 1,
          column: 1,
          endLine: 1,
          endColumn: 1,
          severity: 'error',
          rule: 'invalid-field',
          message: 'sections.yml must be a list of {slug, name, description}.',
        },
      ],
    });
  });

  it('that YAML cannot read says so alone', () => {
    const { value, findings } = read('- {slug: water');
    expect(findings.map(({ rule }) => rule)).toContain('yaml-syntax');
    expect(value).toEqual([]);
  });
});

function never(): never {
  throw new Error('there is no finding');
}
