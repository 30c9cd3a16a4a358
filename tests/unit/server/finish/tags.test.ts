import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { forEachTag } from '@/lib/server/finish/tags';

type Found = readonly [name: string, attributes: Readonly<Record<string, string>>];

function tags(html: string): Found[] {
  const found: Found[] = [];
  forEachTag(html, ({ name, attributes }) => found.push([name, attributes]));
  return found;
}

describe('the tags of a page', () => {
  it('have their attributes, with the references of these read', () => {
    expect(
      tags('<P class="a b"><input type=radio checked hidden=""/><br/><b title=\'"\'>'),
    ).toEqual([
      ['p', { class: 'a b' }],
      ['input', { type: 'radio', checked: '', hidden: '' }],
      ['br', {}],
      ['b', { title: '"' }],
    ]);
    expect(tags('<a href="/?a=1&amp;b=2" title="&quot;&#x27;&#39;&#x26;lt;">')).toEqual([
      ['a', { href: '/?a=1&b=2', title: "\"''&lt;" }],
    ]);
  });

  it.each([
    ['in a comment', '<!-- <b> -->'],
    ['in a script', '<script>"<b>"</script>'],
    ['in a style sheet', '<style>a{content:"<b>"}</style>'],
    ['in a title', '<title><b></title>'],
    ['in a field', '<textarea><b></textarea>'],
    ['in an attribute', '<p title="<b>">'],
    ['as text', '&lt;b> 1 < b> </b>'],
  ])('are none that stand %s', (_, html) => {
    expect(tags(`${html}<i>`).map(([name]) => name)).not.toContain('b');
    expect(tags(`${html}<i>`).at(-1)).toEqual(['i', {}]);
  });

  it('say where the text of a script is', () => {
    const html = '<p><script data-island="a">x < y</script></p>';
    forEachTag(html, ({ name, start, end, textEnd }) => {
      if (name !== 'script') return;
      expect(html.slice(start, end)).toBe('<script data-island="a">');
      expect(html.slice(end, textEnd)).toBe('x < y');
    });
  });

  it('are those that a parser finds', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/);
    const value = fc.string().map(escaped);
    const tag = fc
      .tuple(word, fc.dictionary(word, value, { maxKeys: 4, noNullPrototype: true }))
      .map(([name, attributes]) => {
        const written = Object.entries(attributes).map(([key, text]) => ` ${key}="${text}"`);
        return `<x-${name}${written.join('')}>`;
      });
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, value, fc.constant('<!-- <p> -->'))), (parts) => {
        const html = parts.join('');
        const parsed: Found[] = [];
        const parser = new Parser({
          onopentag: (name, attributes) => parsed.push([name, attributes]),
        });
        parser.end(html);
        expect(tags(html)).toEqual(parsed);
      }),
    );
  });
});
