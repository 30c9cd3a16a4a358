import { describe, expect, it } from 'vitest';
import { findings, html, inspect } from './support';

function ids(page: string): string[] {
  return [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
}

function anchors(page: string): string[] {
  return [...page.matchAll(/ href="#([^"]*)"/g)].map((match) => match[1] ?? '');
}

describe('footnotes', () => {
  it('are set at the end with links both ways', () => {
    expect(html('One[^a] two.\n\n[^a]: The *note*.')).toBe(
      '<p>One<sup class="footnote-mark" id="fnref:1"><a href="#fn:1" role="doc-noteref" aria-describedby="footnotes">1</a></sup> two.</p>\n' +
        '<section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes"><h2 id="footnotes">Notes</h2><ol>\n' +
        '<li id="fn:1">The <em>note</em>. <a href="#fnref:1" class="footnote-back" role="doc-backlink" aria-label="Back to text 1">\u21A9\uFE0E</a></li>\n' +
        '</ol></section>\n',
    );
  });

  it('are numbered in the order of their marks, each mark with its way back', () => {
    const page = html(
      'A[^x] b[^y] c[^x] d.\n\n> e[^y]\n\n[^y]: Y[^z].\n\n[^x]: X.\n\n[^z]: Z\n\n    long[^x].\n\n## fn:1\n\n## Footnotes',
    );
    expect(ids(page)).toEqual([
      'fnref:1',
      'fnref:2',
      'fnref:1:2',
      'fnref:2:2',
      'fn1',
      'footnotes-1',
      'footnotes',
      'fn:1',
      'fn:2',
      'fnref:3',
      'fn:3',
      'fnref:1:3',
    ]);
    expect(new Set(ids(page)).size).toBe(ids(page).length);
    for (const anchor of anchors(page)) expect(ids(page)).toContain(anchor);
    expect(page).toContain('aria-label="Back to text 1.3"');
  });

  it('stay whole around a loop', () => {
    const page = html('A[^x].\n\n[^x]: X[^y].\n\n[^y]: Y[^x] and[^y].');
    for (const anchor of anchors(page)) expect(ids(page)).toContain(anchor);
    expect(anchors(page).filter((anchor) => anchor.startsWith('fnref'))).toHaveLength(4);
  });

  it('put no link into a link', () => {
    expect(html('[a *b[^x]*](/c).\n\n[^x]: X.')).toContain(
      '<a href="/c">a <em>b<sup class="footnote-mark" id="fnref:1">1</sup></em></a>',
    );
  });

  it('end in their last paragraph, or after what else is last', () => {
    expect(html('A[^x].\n\n[^x]: X.\n\n    - list')).toMatch(/<\/ul>\n<p> <a href="#fnref:1"/);
    expect(html('A[^x].\n\n[^x]: ![a](media/a.png)')).toMatch(/<\/figure>\n<p> <a href="#fnref:1"/);
  });

  it('without a mark are reported and left out', () => {
    const body = 'Text.\n\n[^x]: The [note](/a).';
    expect(findings(body)).toEqual(['3:1-3:5 "[^x]" warning unused-footnote']);
    expect(html(body)).toBe('<p>Text.</p>\n');
  });

  it('without a text are reported at their mark', () => {
    expect(findings('Plain.\n\nText *here*[^x] and \\[^y].')).toEqual([
      '3:12-3:16 "[^x]" warning missing-footnote',
    ]);
    expect(html('Text[^x].')).toBe('<p>Text[^x].</p>\n');
  });

  it('written twice are reported', () => {
    expect(findings('A[^x].\n\n[^x]: X.\n\n[^x]: Y.')).toEqual([
      '5:1-5:5 "[^x]" warning repeated-footnote',
    ]);
  });

  it('leave no marks in plain text', () => {
    expect(inspect('One[^a] two.\n\n[^a]: The *note*.\n\nThree.').plain).toBe(
      'One two.\n\nThree.\n\nThe note.',
    );
  });
});
