import { describe, expect, it } from 'vitest';
import { findings, html, inspect } from './support';

describe('raw HTML', () => {
  it('is dropped within text, the text itself stays', () => {
    const body = 'A <b onclick="x()">bold</b> word.';
    expect(html(body)).toBe('<p>A bold word.</p>\n');
    expect(findings(body)).toEqual(['1:3-1:20 "<b onclick=\\"x()\\">" warning raw-html']);
  });

  it('is dropped as a block', () => {
    const body = 'Before.\n\n<div style="x">\n<script>alert(1)</script>\n</div>\n\nAfter.';
    expect(html(body)).toBe('<p>Before.</p>\n<p>After.</p>\n');
    expect(findings(body)).toEqual([
      '3:1-5:7 "<div style=\\"x\\">\\n<script>alert(1)</script>\\n</div>" warning raw-html',
    ]);
  });

  it('is reported as a comment where it is one', () => {
    const [comment] = inspect('Text <!-- secret --> here.').findings;
    expect(comment?.message).toMatch(/^Comments are left out/);
    expect(findings('Text.\n\n<!--\n\nPlain words.\n\n-->\n\nMore.')).toEqual([
      '3:1-7:4 "<!--\\n\\nPlain words.\\n\\n-->" warning raw-html',
    ]);
    expect(html('Text.\n\n<!--\n\nPlain words.\n\n-->\n\nMore.')).toBe(
      '<p>Text.</p>\n<p>More.</p>\n',
    );
  });

  it('does not run words together at a line break', () => {
    expect(html('3<br>5')).toBe('<p>3 5</p>\n');
    expect(inspect('3<br/>5').plain).toBe('3 5');
  });
});
