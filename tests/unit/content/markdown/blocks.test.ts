import { describe, expect, it } from 'vitest';
import { SLOTS } from '@/lib/images/slots';
import { findings, html, references, shown } from './support';

const IMG = shown('media/a.png', 'A dog');

describe('figure', () => {
  it('shows a picture with its caption and credit', () => {
    const body = ':::figure{src="media/a.png" alt="A dog" credit="Photo: AKI"}\nThe *dog*.\n:::';
    expect(html(body)).toBe(
      `<figure>${IMG}<figcaption>The <em>dog</em>. <span class="credit">Photo: AKI</span></figcaption></figure>\n`,
    );
    expect(findings(body)).toEqual([]);
    expect(references(body)).toEqual(['media media/a.png at 1:16-1:27 "media/a.png"']);
  });

  it('does without either', () => {
    expect(html(':::figure{src=media/a.png alt="A dog"}\n:::')).toBe(`<figure>${IMG}</figure>\n`);
    expect(html(':::figure{src=media/a.png alt="A dog" credit="AKI"}\n:::')).toBe(
      `<figure>${IMG}<figcaption><span class="credit">AKI</span></figcaption></figure>\n`,
    );
  });

  it('keeps the paragraphs of a long caption', () => {
    expect(html(':::figure{src=media/a.png alt="A dog"}\nOne.\n\nTwo.\n:::')).toBe(
      `<figure>${IMG}<figcaption><p>One.</p><p>Two.</p></figcaption></figure>\n`,
    );
  });

  it('may be decoration, but says so', () => {
    expect(findings(':::figure{src="media/a.png" alt=""}\n:::')).toEqual([]);
    expect(findings('Text.\n\n:::figure{src="media/a.png"}\n:::')).toEqual([
      '3:4-3:10 "figure" error missing-attribute',
    ]);
  });

  it('is left out where there is no such picture', () => {
    expect(html('Text.\n\n:::figure{src="media/missing.png" alt="A"}\nCaption.\n:::')).toBe(
      '<p>Text.</p>\n',
    );
  });

  it('checks its picture', () => {
    expect(findings(':::figure{src="https://example.org/a.png" alt="A"}\n:::')).toEqual([
      '1:16-1:41 "https://example.org/a.png" error foreign-image',
    ]);
    expect(findings(":::figure{alt=A src='a.png'}\n:::")).toEqual([
      '1:22-1:27 "a.png" error image-path',
    ]);
  });
});

describe('pull quote', () => {
  it('is a quotation with its source', () => {
    expect(html(':::pullquote{by="Aigul"}\nText.\n:::')).toBe(
      '<figure class="pullquote"><blockquote>\n<p>Text.</p>\n</blockquote><figcaption>Aigul</figcaption></figure>\n',
    );
    expect(html(':::pullquote\nText.\n:::')).toBe(
      '<figure class="pullquote"><blockquote>\n<p>Text.</p>\n</blockquote></figure>\n',
    );
  });

  it('has text', () => {
    expect(findings(':::pullquote{by="Aigul"}\n:::')).toEqual([
      '1:1-1:25 ":::pullquote{by=\\"Aigul\\"}" error empty-block',
    ]);
  });
});

describe('fact box', () => {
  it('is a note that is named by its title', () => {
    const body = ':::factbox{title="In brief"}\n- One\n:::';
    expect(html(`${body}\n\n${body}`)).toBe(
      [1, 2]
        .map(
          (number) =>
            `<aside class="factbox" role="note" aria-labelledby="box:${number}"><p class="factbox-title" id="box:${number}">In brief</p><ul>\n<li>One</li>\n</ul></aside>\n`,
        )
        .join(''),
    );
    expect(findings(body)).toEqual([]);
  });

  it('has a title', () => {
    expect(findings(':::factbox\nText.\n:::')).toEqual([
      '1:4-1:11 "factbox" error missing-attribute',
    ]);
    expect(findings(':::factbox{title=" "}\nText.\n:::')).toEqual([
      '1:19-1:20 " " error missing-attribute',
    ]);
  });

  it('may hold a figure', () => {
    const body = '::::factbox{title="T"}\n:::figure{src="media/a.png" alt="A dog"}\n:::\n::::';
    expect(findings(body)).toEqual([]);
    expect(html(body)).toContain(`<figure>${IMG}</figure></aside>`);
  });
});

describe('embed', () => {
  const body =
    '::embed{url="https://www.youtube.com/watch?v=1&t=2" title="A film" poster="media/a.png"}';

  it('is a card that leads to the other site', () => {
    expect(html(body)).toBe(
      `<figure class="embed"><a href="https://www.youtube.com/watch?v=1&#x26;t=2" rel="noopener external">${shown('media/a.png', '', SLOTS.poster)}<span class="embed-title">A film</span> <span class="embed-host">Open on youtube.com</span></a></figure>\n`,
    );
    expect(findings(body)).toEqual([]);
    expect(references(body)).toEqual(['media media/a.png at 1:76-1:87 "media/a.png"']);
  });

  it('does without a picture', () => {
    expect(
      html('::embed{url="https://example.org/" title="A film" poster="media/missing.png"}'),
    ).toBe(
      '<figure class="embed"><a href="https://example.org/" rel="noopener external"><span class="embed-title">A film</span> <span class="embed-host">Open on example.org</span></a></figure>\n',
    );
  });

  it('leads to a safe address', () => {
    for (const url of ['http://example.org', 'javascript:alert(1)', '/a', 'https://']) {
      const unsafe = `::embed{url="${url}" title="A film"}`;
      expect(findings(unsafe), url).toEqual([`1:14-1:${14 + url.length} "${url}" error embed-url`]);
      expect(html(unsafe), url).toBe('');
    }
  });
});

describe('blocks', () => {
  it('are known by name', () => {
    expect(findings('Text.\n\n:::figuer{src="media/a.png"}\nText\n:::')).toEqual([
      '3:4-3:10 "figuer" error unknown-directive -> figure',
    ]);
    expect(findings('::youtube{id=1}')).toEqual(['1:3-1:10 "youtube" error unknown-directive']);
  });

  it('lose nothing of their text when they are unknown', () => {
    expect(html(':::box\nText *here*.\n:::')).toBe('<p>Text <em>here</em>.</p>\n');
    expect(html('::box[Text *here*.]')).toBe('<p>Text <em>here</em>.</p>\n');
  });

  it('have known attributes, each reported at its name', () => {
    expect(findings(':::factbox{titel="T" title="T"}\nText.\n:::')).toEqual([
      '1:12-1:17 "titel" error unknown-attribute -> title',
    ]);
    expect(findings(':::pullquote{#id .wide}\nText.\n:::')).toEqual([
      '1:14-1:17 "#id" error unknown-attribute',
      '1:18-1:23 ".wide" error unknown-attribute',
    ]);
  });

  it('are closed', () => {
    expect(findings('Text.\n\n:::factbox{title="T"}\nText.\n\nMore.')).toEqual([
      '3:1-3:22 ":::factbox{title=\\"T\\"}" error unclosed-directive',
    ]);
    expect(findings('::::factbox{title="T"}\n:::pullquote\nText.\n::::')).toEqual([
      '2:1-2:13 ":::pullquote" error unclosed-directive',
    ]);
  });

  it('are not closed twice', () => {
    expect(findings(':::factbox{title="T"}\n:::pullquote\nText.\n:::\n:::\n')).toEqual([
      '2:1-2:13 ":::pullquote" error unclosed-directive',
      '5:1-5:4 ":::" error stray-fence',
    ]);
  });

  it('are written without gaps', () => {
    expect(findings('Text.\n\n:::figure {src="media/a.png"}\nText.\n:::')).toEqual([
      '3:1-3:30 ":::figure {src=\\"media/a.png\\"}" error directive-syntax',
      '5:1-5:4 ":::" error stray-fence',
    ]);
    expect(findings('::: figure\nText.')).toEqual(['1:1-1:11 "::: figure" error directive-syntax']);
  });

  it('have the form they were given', () => {
    expect(findings('::factbox{title="T"}')).toEqual([
      '1:1-1:21 "::factbox{title=\\"T\\"}" error directive-form',
      '1:1-1:21 "::factbox{title=\\"T\\"}" error empty-block',
    ]);
    expect(findings(':::embed{url="https://a.example" title="T"}\n:::')).toEqual([
      '1:1-1:44 ":::embed{url=\\"https://a.example\\" title=\\"T\\"}" error directive-form',
    ]);
  });

  it('have no labels', () => {
    expect(findings(':::factbox[In *brief*]{title="T"}\nText.\n:::')).toEqual([
      '1:11-1:23 "[In *brief*]" error directive-label',
    ]);
  });

  it('leave times, ratios and inline forms alone', () => {
    const text = 'At 10:30pm the ratio was 3:2, and :name[2.4bn KGS] a::b ::: too.';
    expect(findings(text)).toEqual([]);
    expect(html(text)).toBe(`<p>${text}</p>\n`);
  });
});
