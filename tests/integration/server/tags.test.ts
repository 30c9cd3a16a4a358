import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { changedKeys, surrogateKey } from '@/lib/publishing/purging/surrogateKeys';
import type { Shown } from '@/lib/publishing/shown';
import { finishDocument } from '@/lib/server/pages/document';
import type { CdnKind } from '@/lib/site/environment/delivery';
import { fetchRaw, madePage, serve } from './support';

const SHOWN: ReadonlySet<Shown> = new Set(['article:dam', 'site', 'rates']);

async function site(cdn?: CdnKind) {
  const folder = mkdtempSync(join(tmpdir(), 'saxaul-tags-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  const document = await finishDocument(
    { type: 'text/xml', body: '<feed/>', modified: null },
    SHOWN,
  );
  return serve({
    folder,
    ...(cdn && { cdn }),
    data: { '/api/rates': { body: '{}', headers: {} } },
    answers: {
      '/articles/dam': { kind: 'page', page: { ...(await madePage('Dam')), shown: SHOWN } },
      '/feed.xml': { kind: 'document', document },
      '/old': { kind: 'redirect', status: 308, location: '/new' },
      '/withdrawn': { kind: 'gone' },
      '/preview/token': { kind: 'page', page: await madePage('Draft') },
    },
  });
}

const shown = ['article:dam', 'site'].map((thing) => surrogateKey(thing as Shown));

it.each([
  ['/articles/dam', shown],
  ['/feed.xml', shown],
  ['/nothing', [surrogateKey('missing')]],
  ['/withdrawn', [surrogateKey('missing')]],
  ['/old', [surrogateKey('missing')]],
  ['/icon.svg', [surrogateKey('files')]],
  ['/api/rates', [surrogateKey('site')]],
  ['/speculation-rules.json', [surrogateKey('files')]],
] as const)('the cache in front learns what %s depends on', async (path, keys) => {
  const running = await site('cloudflare');
  // Once made for the first reader, once at hand for the next.
  for (let times = 0; times < 2; times += 1) {
    const { headers } = await fetchRaw(running, path);
    expect(headers['cache-tag']).toBe(keys.join(','));
  }
});

it('an answer that is still good says so too', async () => {
  const running = await site('fastly');
  const { headers } = await fetchRaw(running, '/articles/dam');
  const asked = { headers: { 'if-none-match': headers.etag ?? '' } };
  const again = await fetchRaw(running, '/articles/dam', asked);
  expect(again.status).toBe(304);
  expect(again.headers['surrogate-key']).toBe(shown.join(' '));
});

it('what no cache may keep says nothing', async () => {
  const { headers } = await fetchRaw(await site('fastly'), '/preview/token');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers).not.toHaveProperty('surrogate-key');
});

it('without a cache in front no byte is spent on it', async () => {
  const running = await site();
  for (const path of ['/articles/dam', '/feed.xml', '/nothing', '/icon.svg']) {
    const { headers } = await fetchRaw(running, path);
    for (const name of ['surrogate-key', 'cache-tag', 'cdn-tag', 'xkey']) {
      expect(headers).not.toHaveProperty(name);
    }
  }
});

it('whatever is purged meets what was tagged with it', () => {
  expect(changedKeys(['article:dam'])).toContain(shown[0]);
  expect(changedKeys(['site'])).toContain(shown[1]);
  expect(changedKeys(['article:dam'])).toContain(surrogateKey('missing'));
});

it.each(['/articles/dam', '/feed.xml', '/nothing', '/withdrawn', '/old', '/icon.svg'])(
  'a cache in front may send %s for a day where this server cannot',
  async (path) => {
    const { headers } = await fetchRaw(await site(), path);
    expect(headers['cache-control']).toContain('stale-if-error=86400');
  },
);
