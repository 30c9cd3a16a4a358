import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortSlug } from '@/lib/cli/new/shortSlug';
import { isSlug, slugify } from '@/lib/site/slug';

describe('shortSlug', () => {
  it.each([
    ['ә ғ қ ң ө ү ұ һ і', 'a-gh-q-ng-o-u-u-h-i'],
    ['ӣ ӯ ҷ ҳ ў', 'i-u-j-h-o'],
    ['oʻ gʻ Oʼ G‘', 'o-g-o-g'],
    ['ş ň ý ž ä ç ö ü', 's-n-y-z-a-c-o-u'],
    ['Ә Ғ Қ Ң Ө Ү Ұ Һ І', 'a-gh-q-ng-o-u-u-h-i'],
    ['Ё Й Щ Ъ Ы Э Ю Я', 'yo-y-shch-y-e-yu-ya'],
    ['Қырғызстан сунуштары', 'qyrghyzstan-sunushtary'],
    ['Oʻzbekiston gazi', 'ozbekiston-gazi'],
    ['Почему вода пришла поздно', 'pochemu-voda-prishla-pozdno'],
  ])('carries over %s', (title, slug) => {
    expect(shortSlug(title)).toBe(slug);
  });

  it('cuts at a word', () => {
    const title = 'The quick brown fox jumps over the lazy dog and then over another';
    expect(shortSlug(title)).toBe('the-quick-brown-fox-jumps-over-the-lazy-dog-and-then-over');
    expect(shortSlug('a'.repeat(90))).toBe('a'.repeat(60));
    expect(shortSlug(`${'a'.repeat(60)} b`)).toBe('a'.repeat(60));
    expect(shortSlug(`${'a'.repeat(30)} ${'b'.repeat(30)} c`)).toBe('a'.repeat(30));
  });

  it('has nothing to make of signs', () => {
    expect(shortSlug('— 🙂 …')).toBeUndefined();
  });

  it('gives the beginning of the whole slug, of at most 60 characters', () => {
    const words = fc.array(fc.constantFrom('Қазақ', 'суву', 'ýol', 'oʻzbek', 'x', '9', '—'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        words.map((parts) => parts.join(' ')),
        (title) => {
          const made = shortSlug(title);
          const whole = slugify(title);
          expect(made === undefined).toBe(whole === undefined);
          if (made === undefined || whole === undefined) return;
          expect(isSlug(made)).toBe(true);
          expect(made.length).toBeLessThanOrEqual(60);
          expect(`${whole}-`.startsWith(`${made}-`)).toBe(true);
        },
      ),
    );
  });
});
