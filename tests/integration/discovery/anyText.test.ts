// @vitest-environment jsdom
import fc from 'fast-check';
import matter from 'gray-matter';
import { beforeEach, expect, it } from 'vitest';
import type { SitePath } from '@/lib/site/routes';
import {
  anyWords,
  articleFile,
  authorFile,
  sectionsFile,
  siteFile,
  type Words,
} from '../../fixtures/anyPublication';
import { inXml } from '../../fixtures/anyText';
import { complaintsOfFeed } from '../../fixtures/feedRules/feedRules';
import { TestPublication } from '../../fixtures/publication';
import { SITE, textOf } from './documents';

const DATE = '2026-01-10T09:00:00+05:00';
/** The article is news, and the newest. */
const NOW = Date.parse(DATE) + 3_600_000;
const ARTICLE = `${SITE}/articles/river-levels`;
const FILE = 'articles/2026/01/river-levels.md';

let publication: TestPublication;

beforeEach(() => {
  publication = TestPublication.sound();
  publication.remove('front.yml');
});

/** Publishes the words; false where the body is one that the site refuses. */
async function publish(words: Words): Promise<boolean> {
  publication.write('site.yml', siteFile(words));
  publication.write('sections.yml', sectionsFile(words));
  publication.write('authors/aigerim-bekova.md', authorFile(words));
  publication.write(FILE, articleFile(words, DATE));
  await publication.sync();
  const refused = publication.problems().filter((problem) => problem.includes(' error '));
  // Other articles name a section that is not there any more.
  return !refused.some((problem) => problem.startsWith(FILE));
}

async function text(path: SitePath): Promise<string> {
  return textOf(publication, path, { now: NOW });
}

/** The document as a parser reads it that forgives nothing. */
async function xml(path: SitePath): Promise<Element> {
  const { documentElement } = new DOMParser().parseFromString(await text(path), 'application/xml');
  expect([path, documentElement.getElementsByTagName('parsererror').length]).toEqual([path, 0]);
  expect(documentElement.tagName).not.toBe('parsererror');
  return documentElement;
}

async function json(path: SitePath) {
  return JSON.parse(await text(path));
}

/** All that elements of a name hold, white space as it stands. */
function texts(root: Element, name: string): (string | null)[] {
  return [...root.getElementsByTagName(name)].map(({ textContent }) => textContent);
}

/** What HTML makes of a body or a quotation; nothing in it may act, or be another element. */
function inertHtml(html: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  expect(
    body.querySelectorAll('script, style, iframe, object, embed, form, base, meta'),
  ).toHaveLength(0);
  const fields = [...body.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
  expect(fields.filter(({ name }) => /^on|^style$/.test(name))).toEqual([]);
  expect(fields.filter(({ value }) => /^\s*(?:javascript|data):/i.test(value))).toEqual([]);
  return body;
}

async function judgeFeeds(words: Words): Promise<void> {
  for (const path of ['/feed.xml', '/atom.xml', '/feed.json'] as const) {
    expect(complaintsOfFeed(await text(path), SITE + path)).toEqual([]);
  }
  const { title, summary, author, section, topic, caption, credit, site } = words;
  const feed = await json('/feed.json');
  const item = feed.items.find(({ url }: { url: string }) => url === ARTICLE);
  expect(feed).toMatchObject({ title: site, description: words.description });
  expect(item).toMatchObject({
    title,
    summary,
    authors: [{ name: author }],
    tags: [section, topic],
  });
  const rss = await xml('/feed.xml');
  const [entry] = [...rss.getElementsByTagName('item')];
  if (entry === undefined) throw new Error('The feed is empty');
  expect(texts(rss, 'title')[0]).toBe(inXml(site));
  expect(texts(entry, 'title')).toEqual([inXml(title)]);
  expect(texts(entry, 'description')).toEqual([inXml(summary)]);
  expect(texts(entry, 'dc:creator')).toEqual([inXml(author)]);
  expect(texts(entry, 'category')).toEqual([inXml(section), inXml(topic)]);
  expect(texts(entry, 'media:description')).toEqual([inXml(caption)]);
  expect(texts(entry, 'media:credit')).toEqual([inXml(credit)]);
  expect(texts(entry, 'content:encoded')).toEqual([inXml(item.content_html)]);
  const atom = await xml('/atom.xml');
  const first = atom.getElementsByTagName('entry')[0];
  if (first === undefined) throw new Error('The feed is empty');
  expect(texts(first, 'title')).toEqual([inXml(title)]);
  expect(texts(first, 'summary')).toEqual([inXml(summary)]);
  expect(texts(first, 'name')).toEqual([inXml(author)]);
  expect(texts(first, 'content')).toEqual([inXml(item.content_html)]);
  const html = inertHtml(item.content_html);
  expect(html.querySelector('img')?.getAttribute('alt')).toBe(words.alt);
  expect(html.querySelector('figcaption')?.textContent).toBe(`${caption} ${credit}`);
  expect([...html.querySelectorAll('span')].at(-1)?.textContent).toBe(words.correction);
  const ofSection = await xml('/sections/water/feed.xml');
  expect(texts(ofSection, 'title')[0]).toBe(inXml(`${section} · ${site}`));
  expect((await json('/people/aigerim-bekova/feed.json')).title).toBe(`${author} · ${site}`);
}

async function judgeArticle(words: Words): Promise<void> {
  const { title, summary, dateline, author, topic, alt, caption, credit, correction } = words;
  const data = await json('/articles/river-levels.json');
  expect(data).toMatchObject({
    ...{ title, summary, dateline, authors: [{ name: author }], topics: [{ name: topic }] },
    ...{ series: { name: words.series }, section: { name: words.section } },
    ...{ picture: { alt, caption, credit }, corrections: [{ text: correction }] },
    site: { name: words.site },
  });
  inertHtml(data.html);
  // Another parser of YAML than the one that writes ours, and of an earlier version of YAML.
  const read = matter(await text('/articles/river-levels.md'), {});
  expect(read.data).toMatchObject({
    ...{ title, summary, dateline, authors: [{ name: author }], topics: [topic] },
    ...{ series: { name: words.series }, section: words.section, publisher: words.site },
    ...{ picture: { alt, caption, credit }, corrections: [{ text: correction }] },
  });
}

async function judgeEmbed({ title, summary, author, site }: Words): Promise<void> {
  const address = `/api/oembed?url=${encodeURIComponent(ARTICLE)}` as const;
  const embed = await json(address);
  const said = { title, author_name: author, provider_name: site };
  expect(embed).toMatchObject(said);
  const lines = [...inertHtml(embed.html).querySelectorAll('p')].map((p) => p.textContent);
  expect(lines).toEqual([title, summary, `${author} · ${site}, 10 January 2026`]);
  const same = await xml(`${address}&format=xml`);
  for (const [name, value] of Object.entries(said))
    expect(texts(same, name)).toEqual([inXml(value)]);
  expect(texts(same, 'html')).toEqual([inXml(embed.html)]);
}

async function judgeSite({ title, site, description }: Words): Promise<void> {
  const news = await xml('/news-sitemap.xml');
  expect(texts(news, 'news:title')).toEqual([inXml(title)]);
  expect(texts(news, 'news:name')).toEqual([inXml(site)]);
  expect(texts(await xml('/opensearch.xml'), 'LongName')).toEqual([inXml(site)]);
  expect(await json('/manifest.webmanifest')).toMatchObject({ name: site, description });
  const parts = texts(await xml('/sitemap.xml'), 'loc').map((url) => url?.slice(SITE.length));
  for (const part of parts) expect(texts(await xml(part as SitePath), 'loc')).not.toEqual([]);
}

it('comes through every feed, form, sitemap and description as it is, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(anyWords, async (words) => {
      fc.pre(await publish(words));
      await judgeFeeds(words);
      await judgeArticle(words);
      await judgeEmbed(words);
      await judgeSite(words);
    }),
    { numRuns: 40 },
  );
});
