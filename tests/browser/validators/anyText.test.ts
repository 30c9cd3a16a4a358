import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import {
  anyWords,
  articleFile,
  authorFile,
  sectionsFile,
  siteFile,
  type Words,
} from '@/tests/fixtures/anyPublication';
import { SOUND_PUBLICATION } from '@/tests/fixtures/soundPublication';
import { siteOf, temporaryFolder } from '@/tests/support/content';
import { complaints } from '../support/xmllint';

const ARTICLES = 16;

/** The words of each article; those of the site, the section and the author are the first one's. */
const all = fc.sample(anyWords, ARTICLES);
const [shared = neverEmpty()] = all;
const contentDir = temporaryFolder();

function neverEmpty(): never {
  throw new Error('There are no words');
}

function write(path: string, content: string | Uint8Array): void {
  const file = join(contentDir, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

for (const [path, content] of Object.entries(SOUND_PUBLICATION)) {
  if (!path.startsWith('articles/') && path !== 'front.yml') write(path, content);
}
write('site.yml', siteFile(shared));
write('sections.yml', sectionsFile(shared));
write('authors/aigerim-bekova.md', authorFile(shared));
const today = new Date(Date.now() - 60_000).toISOString();
for (const [index, words] of all.entries()) {
  // Bodies have tests of their own, and some are refused.
  write(`articles/2026/01/any-${index}.md`, articleFile({ ...words, body: 'Text.' }, today));
}

const site = siteOf({ contentDir });

async function textAt(path: string): Promise<string> {
  const response = await fetch(site().address + path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

/** A page as a browser reads it, but that nothing in it runs. */
async function pageAt(path: string): Promise<Document> {
  return new JSDOM(await textAt(path)).window.document;
}

/** As `document.title` gives it. */
function collapsed(title: string): string {
  return title.replace(/[\t\n\f\r ]+/g, ' ').trim();
}

/** Every text of a description, at whatever depth. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

function metaOf(page: Document): Record<string, string | null> {
  const metas = [...page.head.querySelectorAll('meta[property], meta[name]')];
  return Object.fromEntries(
    metas.map((meta) => [
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
      meta.getAttribute('content'),
    ]),
  );
}

describe.each(all.map((words, index) => ({ words, path: `/articles/any-${index}` })))(
  'the page of an article of any words ($path)',
  ({ words, path }) => {
    it('says them as they are, in its head and in its text, and is nothing else', async () => {
      const page = await pageAt(path);
      const { title, summary: description, topic } = words satisfies Words;
      expect(page.title).toBe(collapsed(`${title} · ${shared.site}`));
      expect(metaOf(page)).toMatchObject({
        description,
        'og:title': title,
        'og:description': description,
        'og:site_name': shared.site,
        'og:image:alt': expect.stringContaining(title),
        'article:section': shared.section,
        'article:tag': topic,
      });
      expect(page.querySelector('h1')?.textContent).toBe(title);
      const data = page.querySelectorAll('script[type="application/ld+json"]');
      expect(data).toHaveLength(1);
      expect(JSON.parse(data[0]?.textContent ?? '')['@graph'][0]).toMatchObject({
        headline: title,
        description,
        articleSection: shared.section,
        author: [{ name: shared.author }],
        correction: [{ text: words.correction }],
      });
      const others = [...page.querySelectorAll('script:not([type="application/ld+json"])')];
      expect(others.every((script) => script.hasAttribute('data-island'))).toBe(true);
    });
  },
);

describe('a page of any words', () => {
  it.each([
    ['/people/aigerim-bekova', shared.author],
    ['/sections/water', shared.section],
    ['/', shared.site],
  ])('says whose it is: %s', async (path, name) => {
    const page = await pageAt(path);
    const title = path === '/' ? name : `${name} · ${shared.site}`;
    expect(page.title).toBe(collapsed(title));
    expect(metaOf(page)).toMatchObject({ 'og:title': name, 'og:site_name': shared.site });
    expect(page.querySelector('h1')?.textContent).toContain(name);
    const data = page.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
    expect(texts(JSON.parse(data))).toContain(name);
  });
});

describe('what programs read of articles of any words', () => {
  it.each([
    '/feed.xml',
    '/atom.xml',
    '/sections/water/feed.xml',
    '/people/aigerim-bekova/feed.xml',
    '/opensearch.xml',
    `/api/oembed?format=xml&url=SITE/articles/any-0`,
  ])('is well-formed (xmllint): %s', async (path) => {
    const xml = await textAt(path.replace('SITE', encodeURIComponent(site().address)));
    expect(complaints(xml)).toBe('');
  });

  it('is a news sitemap as Google asks for it', async () => {
    const xml = await textAt('/news-sitemap.xml');
    expect(xml.match(/<url>/g)).toHaveLength(ARTICLES);
    expect(complaints(xml, 'all')).toBe('');
    const british = xml.replace('<news:language>de', '<news:language>en-GB');
    expect(complaints(british, 'all')).toContain('language');
  });
});
