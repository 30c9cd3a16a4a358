import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ArticleFacts } from '@/lib/discovery/articles/articleData';
import { articleMarkdown } from '@/lib/discovery/articles/articleMarkdown';
import { anyText } from '@/tests/fixtures/anyText';

const FACTS: ArticleFacts = {
  url: 'https://courier.example/articles/dam',
  site: { name: 'Courier', url: 'https://courier.example/' },
  title: 'The dam',
  summary: 'It opens.',
  lang: 'en',
  published: '2026-01-05',
  updated: null,
  authors: [{ name: 'A. Bekova', url: null }],
  section: { name: 'Water', url: 'https://courier.example/sections/water' },
  genre: null,
  dateline: null,
  countries: [],
  topics: [],
  picture: null,
  series: null,
  corrections: [],
  translations: [],
  canonicalUrl: null,
  words: 1,
};

/** Front matter and body, taken apart as simple programs do it. */
function read(text: string): { head: string; fields: Record<string, unknown>; body: string } {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? [];
  return { head, fields: parse(head), body };
}

describe('front matter for other programs', () => {
  it('leaves out what there is not', () => {
    expect(read(articleMarkdown(FACTS, 'Text.\n')).fields).toEqual({
      title: 'The dam',
      authors: [{ name: 'A. Bekova' }],
      date: '2026-01-05',
      summary: 'It opens.',
      section: 'Water',
      lang: 'en',
      canonical: 'https://courier.example/articles/dam',
      publisher: 'Courier',
    });
  });

  it('gives every text back as it is, in signs that any parser of YAML takes', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (title, name, text) => {
        const corrections = [{ kind: 'correction' as const, date: '2026-01-06', text }];
        const facts = { ...FACTS, title, corrections, authors: [{ name, url: null }] };
        const { head, fields, body } = read(articleMarkdown(facts, 'Text.\n'));
        expect(fields).toMatchObject({ title, corrections, authors: [{ name }] });
        expect(body).toBe('Text.\n');
        expect(head).toMatch(
          /^[\n\u0020-\u007E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]*$/u,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
