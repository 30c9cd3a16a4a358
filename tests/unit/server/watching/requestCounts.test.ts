import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BROKEN_OFF, RequestCounts } from '@/lib/server/watching/requestCounts';
import { ROUTE_KINDS, routeKind } from '@/lib/server/watching/routeKind';

describe('counts of requests', () => {
  it('are kept apart by kind, method and status', () => {
    const counts = new RequestCounts();
    counts.add('article', 'GET', 200);
    counts.add('article', 'GET', 200);
    counts.add('article', 'HEAD', 304);
    counts.add('other', 'BREW', 418);
    counts.add('search', 'GET', BROKEN_OFF);
    expect([...counts.all()]).toEqual([
      { kind: 'article', method: 'GET', code: '200', count: 2 },
      { kind: 'article', method: 'HEAD', code: '304', count: 1 },
      { kind: 'search', method: 'GET', code: 'none', count: 1 },
      { kind: 'other', method: 'other', code: 'other', count: 1 },
    ]);
  });

  it('lose none, and have few labels whatever is asked for', () => {
    const asked = fc.tuple(fc.webPath(), fc.string(), fc.integer({ min: 0, max: 999 }));
    fc.assert(
      fc.property(fc.array(asked), (requests) => {
        const counts = new RequestCounts();
        for (const [path, method, status] of requests) counts.add(routeKind(path), method, status);
        const all = [...counts.all()];
        expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(requests.length);
        for (const { kind, code } of all) {
          expect(ROUTE_KINDS).toContain(kind);
          expect(code).toMatch(/^(?:[2-5]\d\d|other|none)$/);
        }
      }),
    );
  });
});

describe('the kind of an address', () => {
  it.each([
    ['/', 'front'],
    ['/?utm_source=x', 'front'],
    ['/articles/a-b', 'article'],
    ['/articles/a-b.md', 'article'],
    ['/articles/a-b/history', 'article'],
    ['/people', 'person'],
    ['/sections/society/page/2', 'list'],
    ['/archive/2026/11', 'list'],
    ['/sections/society/feed.xml', 'feed'],
    ['/feed.xml', 'feed'],
    ['/atom.xml', 'feed'],
    ['/sitemap.xml', 'document'],
    ['/sitemaps/2026-11.xml', 'document'],
    ['/robots.txt', 'document'],
    ['/api/oembed?url=x', 'document'],
    ['/search?q=a.b', 'search'],
    ['/rates/kzt', 'rates'],
    ['/media/a.0123-640.avif', 'media'],
    ['/islands/theme.0123.js', 'file'],
    ['/about', 'page'],
    ['/api/publish', 'publish'],
    ['/api/publish/status', 'status'],
    ['/healthz', 'status'],
    ['/preview/token', 'preview'],
    ['/wp-admin/setup.php', 'other'],
    ['http://other.example/', 'other'],
    ['*', 'other'],
    ['', 'other'],
  ])('%s is %s', (path, kind) => {
    expect(routeKind(path)).toBe(kind);
  });
});
