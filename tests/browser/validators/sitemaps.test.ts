import { describe, expect, inject, it } from 'vitest';
import { complaints } from '../support/xmllint';

async function textOf(address: string, path: string): Promise<string> {
  const response = await fetch(address + path);
  expect([path, response.status, response.headers.get('content-type')]).toEqual([
    path,
    200,
    'application/xml; charset=utf-8',
  ]);
  return response.text();
}

function placesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url);
}

describe('the sitemaps of the sample publication', () => {
  it('are what the protocol asks for', async () => {
    const index = await textOf(inject('address'), '/sitemap.xml');
    expect(complaints(index, 'index')).toBe('');
    const parts = placesIn(index);
    expect(parts.length).toBeGreaterThan(5);
    for (const url of parts) {
      const path = url.slice(inject('publicAddress').length);
      expect(complaints(await textOf(inject('address'), path), 'all')).toBe('');
    }
  });

  it('name pages that are there, and that call themselves so', async () => {
    const [own, site] = [inject('publicAddress'), inject('address')];
    const parts = placesIn(await textOf(site, '/sitemap.xml'));
    for (const part of parts) {
      for (const url of placesIn(await textOf(site, part.slice(own.length)))) {
        const response = await fetch(url.replace(own, site), { redirect: 'manual' });
        expect([url, response.status]).toEqual([url, 200]);
        expect(await response.text()).toContain(`<link rel="canonical" href="${url}"`);
      }
    }
  });

  it('are refused by the same check where they are wrong', async () => {
    const sitemap = await textOf(inject('address'), '/sitemaps/pages.xml');
    expect(
      complaints(sitemap.replace('<loc>', '<place>').replace('</loc>', '</place>'), 'all'),
    ).toContain('place');
    expect(complaints(sitemap.replace('</lastmod>', ' o’clock</lastmod>'), 'all')).toContain(
      'lastmod',
    );
  });
});
