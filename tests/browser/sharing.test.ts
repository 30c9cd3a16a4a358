import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { PAGES } from './support/pages';
import { browse } from './support/visit';

const go = browse();

/** What networks that show pictures of a page take at most. */
const HEAVIEST = 300_000;

async function sharingOf(path: string): Promise<Record<string, string>> {
  const { page } = await go(path);
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('meta[property], meta[name]')].map((meta) => [
        meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
        meta.getAttribute('content') ?? '',
      ]),
    ),
  );
}

describe.each(PAGES.filter(({ status }) => status === 200))('the $kind, shared,', ({ path }) => {
  it('says what it is, with a picture that is there and not too heavy', async () => {
    const shared = await sharingOf(path);
    const own = inject('publicAddress');
    expect(shared).toMatchObject({
      'og:title': expect.stringMatching(/\S/),
      'og:description': expect.stringMatching(/\S/),
      'og:site_name': 'Saxaul Courier',
      'og:type': expect.stringMatching(/^(?:website|article|profile)$/),
      'og:locale': expect.stringMatching(/^[a-z]{2}_[A-Z]{2}$/),
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:type': 'image/jpeg',
      'og:image:alt': expect.stringMatching(/\S/),
      'twitter:card': 'summary_large_image',
    });
    expect(shared['og:url']?.startsWith(own)).toBe(true);
    expect(shared['og:title']).not.toContain(' · Saxaul Courier');
    const image = shared['og:image'] ?? '';
    expect(image.startsWith(`${own}/share/`)).toBe(true);
    const response = await fetch(image.replace(own, inject('address')));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(response.headers.get('cache-control')).toContain('immutable');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.length).toBeLessThan(HEAVIEST);
    const { width, height, format } = await sharp(bytes).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'jpeg' });
  });
});

describe('an article, shared,', () => {
  it('says when it was published and changed, by whom, and where', async () => {
    const shared = await sharingOf('/articles/how-we-handle-corrections');
    expect(shared).toMatchObject({
      'og:type': 'article',
      'article:published_time': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\+05:00$/),
      'article:modified_time': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\+05:00$/),
      'article:author': expect.stringContaining(`${inject('publicAddress')}/people/`),
      'article:section': expect.stringMatching(/\S/),
    });
  });

  it('has an old address that leads to the present picture, and none that anybody can make up', async () => {
    const page = '/share/articles/how-we-handle-corrections';
    const old = await fetch(`${inject('address')}${page}.0123456789abcdef.jpg`, {
      redirect: 'manual',
    });
    expect(old.status).toBe(307);
    expect(old.headers.get('location')).toMatch(
      /^\/share\/articles\/how-we-handle-corrections\.[0-9a-f]{16}\.jpg$/,
    );
    for (const path of [
      `${page}.jpg`,
      `${page}.0123.jpg`,
      '/share/articles/none.0123456789abcdef.jpg',
    ]) {
      expect((await fetch(inject('address') + path)).status).toBe(404);
    }
  });
});

describe('the icons of the site', () => {
  it('are those that its manifest and its head name', async () => {
    const { page } = await go('/');
    const manifestPath = await page.locator('link[rel="manifest"]').getAttribute('href');
    const manifest = await (await fetch(inject('address') + manifestPath)).json();
    expect(manifest).toMatchObject({ name: 'Saxaul Courier', start_url: '/', lang: 'en' });
    for (const { src, sizes } of manifest.icons) {
      const bytes = await (await fetch(inject('address') + src)).arrayBuffer();
      const { width, height } = await sharp(bytes).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
    const linked = async (rel: string) => {
      const path = await page.locator(`link[rel="${rel}"]`).getAttribute('href');
      return sharp(await (await fetch(inject('address') + path)).arrayBuffer()).metadata();
    };
    expect(await linked('icon')).toMatchObject({ format: 'svg' });
    expect(await linked('apple-touch-icon')).toMatchObject({ format: 'png', width: 180 });
  });

  it('have a favicon of three sizes at the address where all look for it', async () => {
    const response = await fetch(`${inject('address')}/favicon.ico`);
    expect(response.headers.get('content-type')).toBe('image/vnd.microsoft.icon');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)]).toEqual([
      0, 1, 3,
    ]);
    for (const [index, size] of [16, 32, 48].entries()) {
      const entry = 6 + 16 * index;
      const start = bytes.readUInt32LE(entry + 12);
      const picture = bytes.subarray(start, start + bytes.readUInt32LE(entry + 8));
      expect((await sharp(picture).metadata()).width).toBe(size);
    }
  });
});
