// @vitest-environment jsdom
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { xmlDocument } from '@/lib/discovery/xml';

/** Any text at all, with what is dangerous in XML more often than chance would have it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('<', '&', ']]>', '"', "'", '\0', '\u{D800}', '\uFFFE', '\r\n', 'ә', '😀'),
  }),
);

/** What XML 1.0 can hold of a text. */
function possible(text: string): string {
  return [...text]
    .filter((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 32) return [9, 10, 13].includes(code);
      return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join('');
}

describe('an XML document', () => {
  it('reads back as what it was made of, whatever that is', () => {
    fc.assert(
      fc.property(anyText, anyText, (inside, field) => {
        const written = xmlDocument({
          name: 'a',
          attributes: { b: field },
          children: [{ name: 'c', children: [inside] }, { name: 'd' }],
        });
        const { documentElement } = new DOMParser().parseFromString(written, 'application/xml');
        expect(documentElement.tagName).toBe('a');
        expect(documentElement.getAttribute('b')).toBe(possible(field));
        expect(documentElement.children[0]?.textContent).toBe(possible(inside));
        expect(XMLValidator.validate(written)).toBe(true);
      }),
    );
  });

  it('has its instructions before the root, and numbers as they are', () => {
    const written = xmlDocument({ name: 'a', attributes: { width: 5 } }, ['<?x y?>']);
    expect(written).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<?x y?>\n<a width="5"/>\n');
  });
});
