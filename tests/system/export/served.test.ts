import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { LinkChecker } from 'linkinator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@/tests/support/content';
import { difference } from '@/tests/support/difference';
import {
  type Exported,
  filesOf,
  putSmallContent,
  runExport,
  SITE_URL,
  startFileServer,
} from '@/tests/support/exports';
import { startSite } from '@/tests/support/server';
import { comparable } from './support/comparable';
import { type Host, startCaddyHost, startNginxHost } from './support/hosts';
import { pagesOf } from './support/pagesOf';

const out = temporaryFolder();
const dataDir = temporaryFolder();
const contentDir = temporaryFolder();
let exported: Exported;
let site: Host;
const hosts = new Map<string, Host>();

beforeAll(async () => {
  await putSmallContent(contentDir);
  exported = await runExport({ out, contentDir, dataDir });
  // Afterwards: both would read the content into one archive.
  site = await startSite({ contentDir, dataDir, environment: { SITE_URL } });
  hosts.set('nginx', await startNginxHost(out));
  hosts.set('Caddy', await startCaddyHost(out));
  hosts.set('a server of files', await startFileServer(out));
});

afterAll(async () => {
  await Promise.all([...hosts.values(), site].map((one) => one?.stop()));
});

const hostOf = (name: string): Host => {
  const host = hosts.get(name);
  if (host === undefined) throw new Error(`${name} does not run`);
  return host;
};

describe('the export of the sample publication', () => {
  it('is whole, and leads nowhere', () => {
    expect(exported.log).not.toMatch(/nothing answers|could not be made/);
    expect(exported.status).toBe(0);
  });

  it('has the pages that the server shows', async () => {
    // The page that searches is another one, and has tests of its own.
    const pages = pagesOf(out).filter(({ path }) => path !== '/search');
    expect(pages.length).toBeGreaterThan(100);
    const differences = [];
    for (const { path, html } of pages) {
      const served = await (await fetch(site.address + path)).text();
      const parts = difference(comparable(html), comparable(served));
      if (parts) differences.push({ path, ...parts });
    }
    expect(differences).toEqual([]);
  });

  it('has the documents and data that the server sends', async () => {
    const files = [...filesOf(out)].filter(([file]) =>
      /^(?!search\/|speculation-rules).*\.(?:xml|json|md|csv|txt|webmanifest|ico|jpg)$|^api\/rates$/.test(
        file,
      ),
    );
    expect(files.length).toBeGreaterThan(100);
    const different = [];
    for (const [file, content] of files) {
      const answer = await fetch(`${site.address}/${file}`);
      const body = Buffer.from(await answer.arrayBuffer());
      if (answer.status !== 200 || !body.equals(content)) different.push(file);
    }
    expect(different).toEqual([]);
  });

  it('has every text compressed too', () => {
    const files = filesOf(out);
    const texts = [...files].filter(([file]) => /\.(?:html|xml|md|csv|css|js|svg)$/.test(file));
    for (const [file, content] of texts) {
      const [br, gzip] = [files.get(`${file}.br`), files.get(`${file}.gz`)];
      expect(br && brotliDecompressSync(br).equals(content), `${file}.br`).toBe(true);
      expect(gzip && gunzipSync(gzip).equals(content), `${file}.gz`).toBe(true);
    }
  });

  it('has every picture in every size that a page asks for', () => {
    const files = filesOf(out);
    const named = [...files]
      .filter(([file]) => file.endsWith('.html'))
      .flatMap(([, html]) => html.toString('utf8').match(/\/(?:media|share)\/[^\s"'<>,]+/g) ?? [])
      // Links to services that share begin alike.
      .filter((path) => !path.includes('?'))
      .map((path) => decodeURIComponent(path.slice(1)));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((path) => !files.has(path))).toEqual([]);
  });

  it('says in each page what the page may do', () => {
    for (const { path, html } of pagesOf(out)) {
      const [, policy = ''] =
        /^.{0,120}<meta http-equiv="Content-Security-Policy" content="([^"]+)"/s.exec(html) ?? [];
      expect(policy, path).toMatch(/^default-src 'none'; script-src 'self' /);
      expect(policy.includes('wasm-unsafe-eval'), path).toBe(path === '/search');
    }
  });
});

describe.each(['nginx', 'Caddy', 'a server of files'])('the export behind %s', (name) => {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(hostOf(name).address + path, { redirect: 'manual', headers });
  const knowsRedirects = name !== 'a server of files';

  it('answers at every address as its file says', async () => {
    const wrong = [];
    for (const { path, html } of pagesOf(out)) {
      const answer = await ask(path);
      const isSame = (await answer.text()) === html;
      if (answer.status !== 200 || !isSame) wrong.push([path, answer.status, isSame]);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['/feed.xml', /^application\/xml/],
    ['/sitemap.xml', /^application\/xml/],
    ['/articles/how-an-official-rate-is-set.md', /^text\/markdown/],
    ['/articles/how-an-official-rate-is-set.json', /^application\/json/],
    ['/rates/kzt.csv', /^text\/csv/],
    ['/feed.css', /^text\/css/],
    ['/search/index/pagefind.js', /javascript/],
  ])('sends %s with its type', async (path, type) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(type);
  });

  it.each([
    '/no/such/page',
    '/articles/none',
    '/people/aliya-haidar/page/99',
    '/.saxaul/export.db',
  ])('shows the page that says that there is none at %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe(readFileSync(join(out, '404.html'), 'utf8'));
  });

  it('leads on from old addresses', async () => {
    const answer = await ask('/author/aliya-haidar');
    if (knowsRedirects) {
      expect(answer.status).toBe(308);
      expect(answer.headers.get('location')).toBe('/people/aliya-haidar');
    } else {
      const html = await answer.text();
      expect(html).toContain(`<link rel="canonical" href="${SITE_URL}/people/aliya-haidar"/>`);
      expect(html).toContain(`content="0; url=${SITE_URL}/people/aliya-haidar"`);
    }
  });

  it('says that what was withdrawn is gone', async () => {
    const answer = await ask('/horoscopes');
    expect(answer.status).toBe(knowsRedirects ? 410 : 404);
    const page = knowsRedirects ? '410.html' : '404.html';
    expect(await answer.text()).toBe(readFileSync(join(out, page), 'utf8'));
  });

  it.runIf(knowsRedirects).each([
    ['/people/', '/people'],
    ['/people.html', '/people'],
    ['/index.html', '/'],
    ['/sections/business/page/1', '/sections/business'],
  ])('has one spelling for %s', async (path, target) => {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([308, target]);
  });

  it.runIf(knowsRedirects)('leads to no other host', async () => {
    for (const path of ['//elsewhere.example/', '//elsewhere.example/.html', '/%0d%0aX: y/']) {
      const location = (await ask(path)).headers.get('location');
      expect(location === null || /^\/(?!\/)/.test(location), `${path}: ${location}`).toBe(true);
    }
  });

  it.runIf(knowsRedirects)('sends the fields that files can have', async () => {
    const fields = async (path: string) => Object.fromEntries((await ask(path)).headers);
    const article = await fields('/articles/how-an-official-rate-is-set');
    const own = Object.fromEntries(
      (await fetch(`${site.address}/articles/how-an-official-rate-is-set`)).headers,
    );
    for (const name of [
      'cache-control',
      'content-type',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'link',
      'permissions-policy',
      'referrer-policy',
      'speculation-rules',
      'strict-transport-security',
      'x-content-type-options',
    ]) {
      expect([name, article[name]]).toEqual([name, own[name]]);
    }
    expect(article['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(article.etag).toBeTruthy();
    const data = await fields('/articles/how-an-official-rate-is-set.json');
    expect(data['x-robots-tag']).toBe('noindex');
    expect(data['access-control-allow-origin']).toBe('*');
    const feed = await fields('/feed.xml');
    expect(feed['content-security-policy']).toContain("default-src 'none'");
    const share = [...filesOf(out).keys()].find((file) => file.startsWith('share/')) ?? '';
    expect((await fields(`/${share}`))['cache-control']).toContain('immutable');
    expect((await fields('/no/such/page'))['cache-control']).toContain('s-maxage=10');
  });

  it.runIf(knowsRedirects)('sends the copies that were compressed before', async () => {
    const gzip = statSync(join(out, 'people.html.gz')).size;
    const answer = await ask('/people', { 'accept-encoding': 'gzip' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toBe(readFileSync(join(out, 'people.html'), 'utf8'));
    // Caddy sends no length with what it has not compressed itself.
    const length = answer.headers.get('content-length') ?? gzip;
    expect(Number(length)).toBe(gzip);
  });
});

it('has no dead link, by the judgement of another program', async () => {
  // It asks for some addresses with a slash at their end, which a server of files alone does not know.
  const { address } = hostOf('nginx');
  const { links, passed } = await new LinkChecker().check({
    path: address,
    recurse: true,
    concurrency: 20,
    linksToSkip: async (link: string) => !link.startsWith(address),
  });
  expect(links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url)).toEqual([]);
  expect(passed).toBe(true);
  expect(links.length).toBeGreaterThan(200);
});
