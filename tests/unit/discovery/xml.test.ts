// @vitest-environment jsdom
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { xmlDocument } from '@/lib/discovery/xml';
import { anyText, inXml } from '@/tests/fixtures/anyText';

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
        expect(documentElement.getAttribute('b')).toBe(inXml(field));
        expect(documentElement.children[0]?.textContent).toBe(inXml(inside));
        expect(XMLValidator.validate(written)).toBe(true);
      }),
    );
  });

  it('has its instructions before the root, and numbers as they are', () => {
    const written = xmlDocument({ name: 'a', attributes: { width: 5 } }, ['<?x y?>']);
    expect(written).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<?x y?>\n<a width="5"/>\n');
  });
});
