// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readVariant } from '@/lib/images/variants';
import { plain } from '../../fixtures/pictures';
import { TestPublication } from '../../fixtures/publication';
import { documentOf, SITE, textOf } from './documents';

const LEVELS = `${SITE}/articles/river-levels`;

/** What the specification says of the two types that there are. */
const shared = {
  version: z.literal('1.0'),
  title: z.string(),
  author_name: z.string(),
  author_url: z.url().optional(),
  provider_name: z.string(),
  provider_url: z.url(),
  cache_age: z.int(),
  thumbnail_url: z.url().optional(),
  thumbnail_width: z.int().optional(),
  thumbnail_height: z.int().optional(),
};
const response = z.discriminatedUnion('type', [
  z.strictObject({ ...shared, type: z.literal('link') }),
  z.strictObject({
    ...shared,
    type: z.literal('rich'),
    html: z.string(),
    width: z.int(),
    height: z.int(),
  }),
]);

let publication: TestPublication;

beforeEach(async () => {
  publication = TestPublication.sound();
  await publication.sync();
});

function address(parameters: Readonly<Record<string, string>>): string {
  return `/api/oembed?${new URLSearchParams(parameters)}`;
}

async function embed(parameters: Readonly<Record<string, string>> = {}) {
  const text = await textOf(publication, address({ url: LEVELS, ...parameters }));
  return response.parse(JSON.parse(text));
}

async function statusOf(parameters: Readonly<Record<string, string>>): Promise<number> {
  const document = await documentOf(publication, address(parameters));
  if (document === null) throw new Error('There is no answer');
  return document.status ?? 200;
}

describe('an embedded article', () => {
  it('is a quotation with its author, its publisher and its picture', async () => {
    expect(await embed()).toEqual({
      version: '1.0',
      type: 'rich',
      title: 'River levels fall along the upper Syr Darya',
      author_name: 'Aigerim Bekova, Timur Rashidov',
      provider_name: 'Steppe Post',
      provider_url: `${SITE}/`,
      cache_age: 3600,
      thumbnail_url: expect.stringMatching(/\/media\/river\.\w{10}-8\.webp$/),
      thumbnail_width: 8,
      thumbnail_height: 4,
      html:
        `<blockquote cite="${LEVELS}">` +
        `<p lang="en"><a href="${LEVELS}">River levels fall along the upper Syr Darya</a></p>` +
        '<p lang="en">The river stands lower than in any January of the last decade.</p>' +
        '<p>Aigerim Bekova, Timur Rashidov · Steppe Post, ' +
        '<time datetime="2026-01-10T09:00:00+05:00">10 January 2026</time></p></blockquote>',
      width: 600,
      height: expect.any(Number),
    });
  });

  it('has the address of its author where there is one', async () => {
    const { author_name, author_url } = await embed({ url: `${SITE}/articles/dam-opens` });
    expect(author_name).toBe('Aigerim Bekova');
    expect(author_url).toBe(`${SITE}/people/aigerim-bekova`);
  });

  it('says the same in XML', async () => {
    const url = LEVELS;
    const document = await documentOf(publication, address({ url, format: 'xml' }));
    expect(document?.type).toBe('text/xml; charset=utf-8');
    const { documentElement } = new DOMParser().parseFromString(
      String(document?.body),
      'application/xml',
    );
    const said = [...documentElement.children].map(({ tagName, textContent }) => {
      return [tagName, textContent];
    });
    const expected = Object.entries(await embed()).map(([name, value]) => [name, String(value)]);
    expect(documentElement.tagName).toBe('oembed');
    expect(said.sort()).toEqual(expected.sort());
  });

  it('keeps within what there is room for', async () => {
    const narrow = await embed({ maxwidth: '300' });
    expect(narrow).toMatchObject({ type: 'rich', width: 300 });
    const wide = await embed({ maxwidth: '5000' });
    expect(wide).toMatchObject({ type: 'rich', width: 600 });
    const height = wide.type === 'rich' ? wide.height : 0;
    expect(narrow.type === 'rich' && narrow.height).toBeGreaterThan(height);
    expect(await embed({ maxheight: String(height) })).toMatchObject({ type: 'rich', height });
    expect((await embed({ maxheight: String(height - 1) })).type).toBe('link');
    expect((await embed({ maxwidth: '239' })).type).toBe('link');
    expect((await embed({ maxwidth: '240' })).type).toBe('rich');
  });

  it('has a picture that is there, in a size that fits', async () => {
    publication.write('media/river.png', await plain(2000, 1000).png().toBuffer());
    await publication.sync();
    const sizes = async (parameters: Readonly<Record<string, string>>) => {
      const { thumbnail_url = '', thumbnail_width, thumbnail_height } = await embed(parameters);
      const variant = readVariant(new URL(thumbnail_url).pathname.slice(1));
      expect(variant?.width).toBe(thumbnail_width);
      return [thumbnail_width, thumbnail_height];
    };
    expect(await sizes({})).toEqual([680, 340]);
    expect(await sizes({ maxwidth: '640' })).toEqual([640, 320]);
    const [width = 0, height = 0] = await sizes({ maxwidth: '400', maxheight: '150' });
    expect(width).toBeLessThanOrEqual(400);
    expect(height).toBeLessThanOrEqual(150);
    expect((await embed({ maxheight: '5' })).thumbnail_url).toBeUndefined();
  });
});

describe('what is asked to be embedded', () => {
  it.each([
    ['as the site spells it', LEVELS],
    ['with a query and a fragment', `${LEVELS}?utm_source=x#what`],
    ['with a slash at its end', `${LEVELS}/`],
    ['in capitals', LEVELS.toUpperCase()],
    ['with percent signs', `${SITE}/%61rticles/river%2Dlevels`],
    ['with the port that goes without saying', `${SITE}:443/articles/river-levels`],
    ['without a secure scheme', 'http://courier.example/articles/river-levels'],
  ])('is found %s', async (_, url) => {
    expect((await embed({ url })).title).toBe('River levels fall along the upper Syr Darya');
  });

  it('is found where it has moved to', async () => {
    expect((await embed({ url: `${SITE}/news/dam` })).title).toContain('Dam opens');
  });

  it.each([
    ['/articles/nothing', 404],
    ['/articles/draft-notes', 404],
    ['/articles/next-century', 404],
    ['/news/notes', 404],
    ['/articles/river-levels.md', 404],
    ['/articles/river-levels/history', 404],
    ['/people/timur-rashidov', 404],
    ['/old/horoscope', 404],
    ['/', 404],
    ['/%E0%A4%A', 404],
  ])('is not there for %s', async (path, status) => {
    expect(await statusOf({ url: SITE + path })).toBe(status);
  });

  it.each([
    {},
    { url: '' },
    { url: '/articles/river-levels' },
    { url: 'https://elsewhere.example/articles/river-levels' },
    { url: 'https://courier.example.evil.example/articles/river-levels' },
    { url: 'https://courier.example@evil.example/articles/river-levels' },
    { url: 'https://courier.example:8443/articles/river-levels' },
    { url: 'javascript://courier.example/articles/river-levels' },
    { url: LEVELS, maxwidth: 'wide' },
    { url: LEVELS, maxheight: '0' },
    { url: LEVELS, maxwidth: '-5' },
  ])('has to be an article of this site, within a size: %j', async (parameters) => {
    expect(await statusOf({ ...parameters } as Record<string, string>)).toBe(400);
  });

  it('can be had as JSON and XML alone', async () => {
    expect(await statusOf({ url: LEVELS, format: 'yaml' })).toBe(501);
    expect(await statusOf({ url: LEVELS, format: 'json' })).toBe(200);
  });
});

describe('a refusal', () => {
  it('says why, in a line, and is kept by nobody as an answer', async () => {
    const document = await documentOf(publication, '/api/oembed');
    expect(document).toMatchObject({
      status: 400,
      type: 'text/plain; charset=utf-8',
      body: `url must be the address of an article of ${SITE}.\n`,
      modified: null,
    });
  });
});
