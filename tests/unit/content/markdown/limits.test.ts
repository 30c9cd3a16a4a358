import { describe, expect, it } from 'vitest';
import { BodyRefusedError, openingText } from '@/lib/content/markdown';
import { findings, html, inspect } from './support';

const MEGABYTE = 1_000_000;

describe('nesting', () => {
  it.each([
    ['quotes', `${'> '.repeat(51)}a`],
    ['quotes without gaps', `${'>'.repeat(10_000)}a`],
    ['empty quotes', '> '.repeat(10_000)],
    ['lists on a line', `${'- '.repeat(10_000)}a`],
    ['numbers on a line', `${'1. '.repeat(10_000)}a`],
    ['notes on a line', `${'[^a]: '.repeat(10_000)}a`],
    [
      'lists by indentation',
      Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
    ],
    [
      'lists in a quote',
      Array.from({ length: 60 }, (_, level) => `> ${'  '.repeat(level)}- a`).join('\n'),
    ],
    ['blocks', ':::a\n'.repeat(10_000)],
    ['blocks with false ends', '::::a\n:::\n'.repeat(10_000)],
    ['blocks behind false beginnings', ':::a "\n::::b\n:::\n'.repeat(10_000)],
    ['blocks in a quote', '> :::a\n'.repeat(10_000)],
  ])('too deep by %s is refused before parsing', (_, body) => {
    const found = findings(`Text.\n\n${body}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('error nesting');
    expect(() => html(body)).toThrow(BodyRefusedError);
    expect(openingText(body)).toBe('');
  });

  it('is placed at the line', () => {
    expect(inspect(`Plain.\n\nText.\n${'>'.repeat(51)} a`).findings).toMatchObject([
      { line: 7, column: 1, endLine: 7, endColumn: 54, rule: 'nesting' },
    ]);
  });

  it('of emphasis is refused as well', () => {
    const body = `${'*'.repeat(2000)}a${'*'.repeat(2000)}`;
    expect(findings(body)[0]).toContain('error nesting');
    expect(() => html(body)).toThrow(BodyRefusedError);
  });

  it.each([
    ['50 quotes', `${'> '.repeat(50)}a`],
    ['a rule across the page', '- '.repeat(500)],
    ['a rule of stars in a quote', `> ${'* '.repeat(500)}`],
    [
      'twenty lists',
      Array.from({ length: 20 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'),
    ],
    [
      'many blocks after one another',
      '::::factbox{title="T"}\n:::figure{src="media/a.png" alt=""}\n:::\n::::\n\n'.repeat(50),
    ],
    ['many blocks in lists', '- :::pullquote\n  a\n  :::\n'.repeat(50)],
  ])('that is not too deep passes: %s', (_, body) => {
    expect(findings(body)).toEqual([]);
    expect(html(body)).not.toBe('');
  });
});

/** What the parser is slow at, each in its own way. */
const FLOODS = [
  ...['[', '*', '`', '![', '!', '>', '\r', '_*', 'a]', '<!-- ', '- a\n', '> a\n\n', '- - a\n'],
  ...['a\n---\n', '=\n', '[^1]: b\n\n[^1]\n\n', 'a\n\n', 'www.a.b ', 'xmpp:a@b.c ', 'a<!--\n'],
];

// What takes the parser for ever runs into the time limit of its test.
describe('a megabyte', { timeout: 30_000 }, () => {
  it.each(FLOODS)('of %j is inspected in a moment', (unit) => {
    const body = unit.repeat(Math.ceil(MEGABYTE / unit.length));
    expect(() => inspect(body)).not.toThrow();
  });

  it.each(FLOODS)('is not needed for %j to be refused where it takes long', (unit) => {
    const body = unit.repeat(Math.ceil(8000 / unit.length));
    expect(() => inspect(body)).not.toThrow();
  });

  it('of backticks in runs of all lengths is inspected in a moment', () => {
    const body = Array.from({ length: 1400 }, (_, length) => `${'`'.repeat(length)}a`).join('');
    expect(() => inspect(body)).not.toThrow();
  });

  it('of prose is taken whole', () => {
    const paragraph = 'The river rises in the east and flows west, past the towns. '
      .repeat(8)
      .trim();
    const body = `${paragraph}\n\n`.repeat(2000);
    expect(inspect(body).findings).toEqual([]);
    expect(inspect(body).words).toBe(2000 * 8 * 12);
    expect(html(body).length).toBeGreaterThan(body.length);
  });
});

describe('complexity', () => {
  it('is reported at the block that is too much', () => {
    const body = `Text.\n\nMore *text*.\n\n${'a*'.repeat(20_000)}`;
    expect(inspect(body).findings).toMatchObject([
      { line: 8, column: 1, endLine: 8, endColumn: 40_001, rule: 'too-complex' },
    ]);
    expect(() => html(body)).toThrow(BodyRefusedError);
  });

  it('adds up over the blocks', () => {
    const block = `${'a*'.repeat(3300)}\n\n`;
    expect(findings(block)).toEqual([]);
    expect(findings(block.repeat(3))[0]).toContain('error too-complex');
  });

  it('lets a long chapter with links and a long table pass', () => {
    const sentence = 'The *Naryn* rises in [Kyrgyzstan](/articles/naryn) and flows west. ';
    expect(findings(`${sentence.repeat(5)}\n\n`.repeat(250))).toEqual([]);
    expect(
      findings(
        `| a | b | c | d |\n| --- | --- | --- | --- |\n${'| 1 | 2 | 3 | 4 |\n'.repeat(1500)}`,
      ),
    ).toEqual([]);
    expect(findings('- An item with **bold** text\n'.repeat(1000))).toEqual([]);
  });
});
