import { afterEach, describe, expect, it } from 'vitest';
import type { FrontMatterResult } from '@/lib/content/frontMatter';
import { readFrontMatter } from '@/lib/content/frontMatter';
import { sourceOf } from '@/lib/content/source';
import { brief } from './help';

const read = (text: string): FrontMatterResult => readFrontMatter(sourceOf('a.md', text));
const findings = (text: string): string[] => read(text).findings.map(brief);

function sound(text: string) {
  const result = read(text);
  expect(result.findings).toEqual([]);
  if (!result.ok) throw new Error('refused without a finding');
  const { source, body, bodyOffset } = result.frontMatter;
  return { value: source.value(), source, body, bodyOffset };
}

describe('readFrontMatter', () => {
  it('splits fields from body, and knows where the body starts', () => {
    const text = '---\ntitle: River\n---\n\nThe river.\n';
    const { value, body, bodyOffset } = sound(text);
    expect(value).toEqual({ title: 'River' });
    expect(body).toBe('\nThe river.\n');
    expect(text.slice(bodyOffset)).toBe(body);
  });

  it('takes the line ends of Windows', () => {
    const text = '---\r\ntitle: River\r\ndraft: true\r\n---\r\nThe river.\r\n';
    const { value, source, body, bodyOffset } = sound(text);
    // The last value has no line break left in it, nor a carriage return.
    expect(value).toEqual({ title: 'River', draft: true });
    expect(source.at(['draft'])).toEqual({ line: 3, column: 8, endLine: 3, endColumn: 12 });
    expect(body).toBe('The river.\r\n');
    expect(text.slice(bodyOffset)).toBe(body);
  });

  it('takes a byte order mark', () => {
    const { value, source } = sound('\uFEFF---\ntitle: River\n---\n');
    expect(value).toEqual({ title: 'River' });
    expect(source.at(['title'])).toMatchObject({ line: 2, column: 8 });
  });

  it.each(['---', '---  ', '---yaml', '--- yaml', '---yml ', '---\t'])(
    'keeps the places of the fields under the fence %j',
    (fence) => {
      const { value, source } = sound(`${fence}\ntitle: River\n---\nText`);
      expect(value).toEqual({ title: 'River' });
      expect(source.at(['title'])).toEqual({ line: 2, column: 8, endLine: 2, endColumn: 13 });
      expect(source.atKey([], 'title')).toMatchObject({ line: 2, column: 1 });
    },
  );

  it('reads no fields as an empty map', () => {
    for (const fields of ['', '\n', '# title: River\n']) {
      expect(sound(`---\n${fields}---\nText`)).toMatchObject({ value: {}, body: 'Text' });
    }
  });

  it('leaves rules and hyphens in the body alone', () => {
    const { body } = sound('---\na: 1\n---\nOne\n\n---\n\nTwo\n---js\n');
    expect(body).toBe('One\n\n---\n\nTwo\n---js\n');
  });

  it('reads a broken file as broken every time', () => {
    const text = '---\ntitle: "open\n---\nText';
    expect(findings(text)).toEqual(findings(text));
    expect(findings(text)).toHaveLength(1);
  });

  it.each([
    ['no fence at all', 'Just text.\n', '1:1-1:1 front-matter-missing'],
    ['a fence further down', '\n---\ntitle: River\n---\n', '1:1-1:1 front-matter-missing'],
    ['a fence alone', '---', '1:1-1:1 front-matter-missing'],
    ['no end', '---\ntitle: River\n\nText', '1:1-1:1 front-matter-open'],
    [
      'an end with something after it',
      '---\ntitle: River\n--- x\nText',
      '3:1-3:6 front-matter-open',
    ],
    ['four hyphens at the end', '---\ntitle: River\n----\nText', '3:1-3:5 front-matter-open'],
    ['four hyphens at the start', '----\ntitle: River\n---\nText', '1:4-1:5 front-matter-language'],
    ['TOML', '---toml\ntitle = 1\n---\n', '1:4-1:8 front-matter-language'],
    ['JSON', '---json\n{"title": 1}\n---\n', '1:4-1:8 front-matter-language'],
  ])('refuses %s', (_name, text, expected) => {
    expect(findings(text)).toEqual([expected]);
    expect(read(text).ok).toBe(false);
  });

  it('refuses front matter as long as a book, and takes a long one', () => {
    const of = (length: number): string => `---\na: ${'x'.repeat(length)}\n---\nText`;
    expect(findings(of(19_000))).toEqual([]);
    expect(findings(of(20_000))).toEqual(['1:1-1:1 front-matter-length']);
    // As a million line breaks would keep gray-matter busy for an hour.
    expect(findings(`---\n${'\n'.repeat(900_000)}---\n`)).toEqual(['1:1-1:1 front-matter-length']);
  });

  it('keeps the place of what is wrong in the fields', () => {
    expect(findings('---\ntitle: River\ntitle: Lake\n---\n')).toEqual(['3:1-3:6 duplicate-key']);
    expect(findings('---\r\ntitle: one: two\r\n---\r\n')).toEqual(['2:8-2:9 yaml-syntax']);
  });
});

describe('front matter in another language', () => {
  const EVIDENCE = 'saxaulFrontMatterRan';

  afterEach(() => {
    Reflect.deleteProperty(globalThis, EVIDENCE);
  });

  it.each([
    '---js',
    '---javascript',
    '--- js',
    '---JS',
    '---coffee',
    '---\tjs',
    '---js yaml',
    '---cson',
  ])('is never executed: %j', (fence) => {
    const code = `{ title: (globalThis.${EVIDENCE} = true, 'River') }`;
    const result = read(`${fence}\n${code}\n---\nText`);
    expect(result.ok).toBe(false);
    expect(result.findings.map(({ rule }) => rule)).toEqual(['front-matter-language']);
    expect(Reflect.has(globalThis, EVIDENCE)).toBe(false);
  });

  it('is pointed at by its name', () => {
    expect(findings('---js\n{}\n---\n')).toEqual(['1:4-1:6 front-matter-language']);
  });
});
