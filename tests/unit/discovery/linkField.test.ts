import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkField } from '@/lib/discovery/linkField';
import { anyText } from '@/tests/fixtures/anyText';

describe('a Link field', () => {
  it('names what it links to, one after the other', () => {
    expect(
      linkField([
        { rel: 'canonical', href: 'https://a.example/b' },
        { rel: 'alternate', href: '/b.md?c', type: 'text/markdown' },
      ]),
    ).toBe(
      '<https://a.example/b>; rel="canonical", ' +
        '</b.md?c>; rel="alternate"; type="text/markdown"',
    );
  });

  it('cannot be ended by an address, whatever its signs', () => {
    const signs = fc.oneof(anyText, fc.constantFrom('>; rel="x"', '\r\nSet-Cookie: a=b', ','));
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 4 }), (parts) => {
        for (const host of ['https://a.example', '']) {
          const field = linkField([{ rel: 'self', href: `${host}/${parts.join('')}` }]);
          expect(field).toMatch(/^<[\x21-\x3B=\x3F-\x7E]+>; rel="self"$/);
        }
      }),
    );
  });

  it('is not made of what is no address', () => {
    expect(() => linkField([{ rel: 'self', href: 'nowhere' }])).toThrow();
  });
});
