import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sourceOf } from '@/lib/content/source';
import { redirectFromFix } from '@/lib/publishing/fixes/redirectFrom';
import type { SitePath } from '@/lib/site/routes';

/** The file as it is after the fix; null where there is none. */
function mended(text: string, ...addresses: SitePath[]): string | null {
  const fix = redirectFromFix(sourceOf('articles/2026/01/new.md', text), addresses);
  const edit = fix?.edits[0];
  return edit ? text.slice(0, edit.start) + edit.text + text.slice(edit.end) : null;
}

const file = (field: string) => `---\ntitle: A\n${field}date: 2026-01-01\n---\n\nText\n---\nMore\n`;

describe('the old addresses of an article', () => {
  it('are added before the end of the front matter', () => {
    expect(mended(file(''), '/articles/old', '/articles/older')).toBe(
      '---\ntitle: A\ndate: 2026-01-01\nredirectFrom: [/articles/old, /articles/older]\n---\n\nText\n---\nMore\n',
    );
  });

  it('are added with the line breaks that the file has', () => {
    expect(mended('---\r\ntitle: A\r\n---\r\nText\r\n', '/old')).toBe(
      '---\r\ntitle: A\r\nredirectFrom: [/old]\r\n---\r\nText\r\n',
    );
  });

  it.each([
    ['redirectFrom: [/a, "/b" ] # kept\n', 'redirectFrom: [/a, "/b", /old ] # kept\n'],
    ['redirectFrom: [ ]\n', 'redirectFrom: [/old ]\n'],
    [
      'redirectFrom:\n  - /a # one\n  - /b # two\n',
      'redirectFrom:\n  - /a # one\n  - /b # two\n  - /old\n',
    ],
    ['redirectFrom:\n- /a\n', 'redirectFrom:\n- /a\n- /old\n'],
  ])('join those that are there: %j', (before, after) => {
    expect(mended(file(before), '/old')).toBe(file(after));
  });

  it.each(['redirectFrom: /a\n', 'redirectFrom:\n', 'redirectFrom: [[/a]]\n', '"\n'])(
    'are not added to what is no list: %j',
    (field) => expect(mended(file(field), '/old')).toBeNull(),
  );

  it('may be none', () => expect(mended(file(''))).toBeNull());

  it('follow those that are there, however they are written, and change nothing else', () => {
    const paths = fc.uniqueArray(fc.stringMatching(/^\/[a-z]{1,6}(\/[a-z0-9-]{1,9})?$/), {
      minLength: 2,
      maxLength: 6,
    });
    const quoted = fc.constantFrom('', '"', "'");
    const look = fc.record({
      isFlow: fc.boolean(),
      indent: fc.constantFrom('', '  ', '    '),
      gap: fc.constantFrom('', ' ', '   '),
      comment: fc.constantFrom('', ' # kept'),
      newline: fc.constantFrom('\n', '\r\n'),
      isLast: fc.boolean(),
    });
    fc.assert(
      fc.property(paths, quoted, look, ([added = '/x', ...kept], quote, shape) => {
        const { isFlow, indent, gap, comment, newline, isLast } = shape;
        const items = kept.map((path) => quote + path + quote);
        const list = isFlow
          ? [`redirectFrom: [${gap}${items.join(`${gap}, `)}${gap}]${comment}`]
          : ['redirectFrom:', ...items.map((item) => `${indent}- ${gap}${item}${comment}`)];
        const fields = isLast ? ['title: A', ...list] : [...list, 'title: A'];
        const text = ['---', ...fields, '---', '', 'Text', ''].join(newline);
        const after = mended(text, added as SitePath) ?? '';
        const [matter = ''] = after.slice(3).split(`${newline}---`);
        expect(parse(matter)).toEqual({ title: 'A', redirectFrom: [...kept, added] });
        const lines = after.split(newline);
        const same = text.split(newline).filter((line) => !isFlow || line !== list[0]);
        expect(lines.filter((line) => same.includes(line))).toEqual(same);
      }),
    );
  });
});
