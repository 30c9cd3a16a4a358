import { describe, expect, it } from 'vitest';
import { findings, html, inspect } from './support';

describe('headings', () => {
  it('refuses a first-level heading at its sign', () => {
    expect(findings('Text.\n\n# Wrong\n')).toEqual(['3:1-3:2 "#" error heading-level -> ##']);
    expect(findings('  # *Wrong*')).toEqual(['1:3-1:4 "#" error heading-level -> ##']);
    expect(findings('Wrong\n=====')).toEqual(['1:1-2:6 "Wrong\\n=====" error heading-level']);
  });

  it('warns of a level left out, and only going down', () => {
    expect(findings('## A\n\n#### B\n')).toEqual(['3:1-3:5 "####" warning heading-jump -> ###']);
    expect(findings('### A')).toEqual(['1:1-1:4 "###" warning heading-jump -> ##']);
    expect(findings('## A\n\n### B\n\n## C\n\n### D\n\n#### E\n\n## F')).toEqual([]);
  });

  it('refuses a heading without text and leaves it out', () => {
    expect(findings('##\n\nText.')).toEqual(['1:1-1:3 "##" error empty-heading']);
    expect(html('##\n\nText.')).toBe('<p>Text.</p>\n');
  });

  it('never renders a first-level heading', () => {
    expect(html('# Wrong')).toBe('<h2 id="wrong">Wrong</h2>\n');
  });

  it('gives each its own identifier, also beside those of the page', () => {
    const body =
      '## Water\n\n## Water\n\n## Water 1\n\n## Main\n\n## Footnotes\n\n## Вода и *свет*';
    const ids = ['water', 'water-1', 'water-1-1', 'main-1', 'footnotes-1', 'вода-и-свет'];
    expect(inspect(body).headings.map(({ id }) => id)).toEqual(ids);
    expect([...html(body).matchAll(/ id="([^"]*)"/g)].map((match) => match[1])).toEqual(ids);
  });

  it('names a heading of signs alone', () => {
    expect(inspect('## ???\n\n## !!!').headings.map(({ id }) => id)).toEqual([
      'section',
      'section-1',
    ]);
  });

  it('lists them for a table of contents', () => {
    expect(inspect('## One *two*[^1]\n\n### `Three`\n\n[^1]: Note.').headings).toEqual([
      { level: 2, text: 'One two', id: 'one-two' },
      { level: 3, text: 'Three', id: 'three' },
    ]);
  });

  it('keeps identifiers the same whatever the typography', () => {
    const body = '## "Gas" -- and *water*...';
    const [heading] = inspect(body).headings;
    expect(html(body, { lang: 'en' })).toBe(
      `<h2 id="${heading?.id}">“Gas” — and <em>water</em>…</h2>\n`,
    );
  });
});
