import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandError } from '@/lib/cli/commandError';
import { newArticle } from '@/lib/cli/new/article';
import type { Desk } from '@/lib/cli/new/desk';
import { readFrontMatter } from '@/lib/content/frontMatter';
import { sourceOf } from '@/lib/content/source';

const NOW = Date.parse('2026-11-30T20:15:42Z');

const desk: Desk = {
  root: '/srv/content',
  settings: { timeZone: 'Asia/Almaty', language: 'en' },
  sections: ['water', 'politics'],
  articles: new Map([['dam-opens', 'articles/2026/02/dam-opens.md']]),
  authors: new Map([
    ['timur-rashidov', 'authors/timur-rashidov.md'],
    ['aigerim-bekova', 'authors/aigerim-bekova.md'],
  ]),
};

const wishes = { title: 'The dam closes', authors: ['timur-rashidov'], publish: false };

describe('a new article', () => {
  it('stands in the month of its date where the site is, with the offset there', () => {
    const { path, text } = newArticle(desk, wishes, NOW);
    expect(path).toBe('articles/2026/12/the-dam-closes.md');
    expect(text).toContain('\ndate: 2026-12-01T01:15:00+05:00\n');
    expect(text).toContain('\nsection: water\ndraft: true\n');
  });

  it('gives a time without an offset the one of the site, and leaves a day a day', () => {
    const of = (date: string) => newArticle(desk, { ...wishes, date }, NOW);
    expect(of('2027-01-31 09:00').text).toContain('date: 2027-01-31T09:00:00+05:00\n');
    expect(of('2027-01-31').path).toBe('articles/2027/01/the-dam-closes.md');
    expect(of('2027-01-31').text).toContain('date: 2027-01-31\n');
  });

  it('is no draft where it is to be published', () => {
    expect(newArticle(desk, { ...wishes, publish: true }, NOW).text).not.toContain('draft');
  });

  it('needs no author named where there is only one', () => {
    const authors = new Map([['timur-rashidov', 'authors/timur-rashidov.md']]);
    expect(newArticle({ ...desk, authors }, { ...wishes, authors: [] }, NOW).text).toContain(
      'authors:\n  - timur-rashidov\n',
    );
  });

  it.each([
    [{ authors: ['timur-rashidow'] }, 'There is no author "timur-rashidow". Did you mean'],
    [{ authors: ['nobody'] }, 'There is no author "nobody". Known: aigerim-bekova, timur-'],
    [{ authors: [] }, 'Name the author with --author SLUG. Known: aigerim-bekova, timur-'],
    [{ section: 'watr' }, 'There is no section "watr". Did you mean "water"?'],
    [{ date: '2026-13-45' }, '--date: "2026-13-45" does not exist'],
    [{ title: 'Dam opens' }, 'belongs to articles/2026/02/dam-opens.md already; name another'],
    [{ title: '—' }, 'name one with --slug'],
    [{ slug: 'Dam' }, '--slug is lower-case letters'],
    [{ title: 'a '.repeat(90) }, 'title: is 179 characters long; at most 160 fit.'],
    [{ title: 'two\nlines' }, 'title: must be one line'],
  ])('refuses %j', (wrong, says) => {
    expect(() => newArticle(desk, { ...wishes, ...wrong }, NOW)).toThrow(says);
  });

  it('reads back the title that was given, whatever it is', () => {
    const signs = fc.constantFrom(
      '# ',
      ': ',
      '"',
      "'",
      '- ',
      '[',
      '{',
      '*',
      '&',
      '!',
      '%',
      '@',
      '`',
    );
    const words = fc.constantFrom('true', 'null', '2026', '1e3', '0x1', '~', 'y', 'вода', '---');
    const title = fc
      .array(fc.oneof(signs, words, fc.string({ unit: 'grapheme' })), { minLength: 1 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(title, (any) => {
        let text: string;
        try {
          text = newArticle(desk, { ...wishes, title: any, slug: 'new' }, NOW).text;
        } catch (error) {
          // Refused: blank, too long, or with control characters.
          expect(error).toBeInstanceOf(CommandError);
          return;
        }
        const split = readFrontMatter(sourceOf('articles/2026/12/new.md', text));
        expect(split.ok && split.frontMatter.source.value()).toMatchObject({ title: any });
      }),
      { numRuns: 300 },
    );
  });
});
