// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleCard } from '@/lib/archive/queries/cards';
import { quotation } from '@/lib/discovery/oembed/quotation';
import { xmlDocument } from '@/lib/discovery/xml';
import { anyText } from '@/tests/fixtures/anyText';

const URL_OF_IT = 'https://courier.example/articles/dam';
const UNBOUND = { maxWidth: Number.POSITIVE_INFINITY, maxHeight: Number.POSITIVE_INFINITY };

function card(title: string, summary: string, name: string): ArticleCard {
  const byline = { name, slug: 'a' as ArticleCard['bylines'][0]['slug'], hasProfile: true };
  return {
    slug: 'dam' as ArticleCard['slug'],
    title,
    summary,
    opening: '',
    published: { at: 0, precision: 'minute' },
    section: { name: '', slug: 'water' as ArticleCard['section']['slug'] },
    bylines: [byline],
    genre: null,
    countries: [],
    image: null,
    lang: 'en',
    hidden: null,
  };
}

// A parser of HTML takes these for others.
const anyWords = anyText.filter((text) => !/[\0\r]/.test(text));

describe('a quotation', () => {
  it('says the same text, whatever it is, and does nothing', () => {
    fc.assert(
      fc.property(anyWords, anyWords, anyWords, anyWords, (title, summary, name, site) => {
        const about = { name: site, language: 'en', timeZone: 'Asia/Almaty' };
        const html = quotation(card(title, summary, name), about, URL_OF_IT, UNBOUND)?.html ?? '';
        const box = document.createElement('div');
        box.innerHTML = html;
        expect(box.children).toHaveLength(1);
        expect([...box.querySelectorAll('*')].map(({ tagName }) => tagName)).toEqual(
          ['blockquote', 'p', 'a', 'p', 'p', 'time'].map((tag) => tag.toUpperCase()),
        );
        const texts = [...box.querySelectorAll('p')].map(({ textContent }) => textContent);
        expect(texts).toEqual([title, summary, `${name} · ${site}, 1 January 1970`]);
        const xml = xmlDocument({ name: 'html', children: [html] });
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        expect(parsed.documentElement.tagName).toBe('html');
      }),
    );
  });

  it('needs more room for more words, and in less width', () => {
    const about = { name: 'Courier', language: 'en', timeZone: 'Asia/Almaty' };
    const height = (summary: string, maxWidth = 600) =>
      quotation(card('Dam', summary, 'A'), about, URL_OF_IT, { ...UNBOUND, maxWidth })?.height ?? 0;
    expect(height('word '.repeat(40))).toBeGreaterThan(height('word'));
    expect(height('word '.repeat(40), 300)).toBeGreaterThan(height('word '.repeat(40)));
  });
});
