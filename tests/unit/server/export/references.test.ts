import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referencesOf } from '@/lib/server/export/references';

const SITE = 'https://courier.example';
const inHtml = (html: string) => referencesOf(html, SITE, true);
const inText = (text: string) => referencesOf(text, SITE, false);

describe('what a file of an export names', () => {
  it('is what its attributes name on this site', () => {
    const { links } = inHtml(
      '<a href="/people">x</a><a href="https://elsewhere.example/a">y</a><a href="//elsewhere.example/b">z</a>' +
        `<link rel="canonical" href="${SITE}"/><a href="/search?q=a&amp;page=2#top">s</a><a href="#top">t</a>`,
    );
    expect(links).toEqual(['/people', '/', '/search']);
  });

  it('has each picture of a source set', () => {
    const { needs } = inHtml(
      '<img src="/media/a.0123456789-320.webp" srcset="/media/a.0123456789-320.webp 320w, /media/a.0123456789-640.webp 640w"/>',
    );
    expect(needs).toEqual(['/media/a.0123456789-320.webp', '/media/a.0123456789-640.webp']);
  });

  it('is found in data within a page, and in documents', () => {
    const json = `<script type="application/ld+json">{"image":["${SITE}/media/a.png","${SITE}/media/b%20c.png"]}</script>`;
    expect(inHtml(json).needs).toEqual(['/media/a.png', '/media/b%20c.png']);
    expect(inText(`<loc>${SITE}/sitemaps/pages.xml</loc>`).needs).toEqual(['/sitemaps/pages.xml']);
    expect(inText(`See [it](${SITE}/articles/a), or ${SITE}/people.`).links).toEqual([
      '/articles/a',
      '/people',
    ]);
  });

  it('leaves out names of categories, and patterns for scripts', () => {
    expect(inText(`<category domain="${SITE}/sections">Water</category>`).links).toEqual([]);
    expect(inHtml('<template><a href="/articles/pattern">x</a></template>').links).toEqual([]);
  });

  it('is found wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,20}$/), fc.string(), (slug, noise) => {
        const text = noise.replace(/["<>]/g, '');
        expect(inHtml(`${text}<a class="x" href="/articles/${slug}">${text}</a>`).links).toContain(
          `/articles/${slug}`,
        );
      }),
    );
  });
});
