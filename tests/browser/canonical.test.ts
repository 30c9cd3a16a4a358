import { request } from 'node:http';
import { describe, expect, inject, it } from 'vitest';
import { PAGES } from './support/pages';

interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  /** Addresses that the answer calls its own, in its head and in its HTML. */
  readonly canonical: readonly string[];
}

/** Asks for an address exactly as it is written: other programs mend it first. */
function ask(path: string): Promise<Reply> {
  const { hostname, port } = new URL(inject('address'));
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const html = Buffer.concat(chunks).toString();
        const inHead = /<([^>]*)>; rel="canonical"/.exec(String(response.headers.link ?? ''))?.[1];
        const inHtml = [...html.matchAll(/<link rel="canonical" href="([^"]*)"/g)];
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          canonical: [
            ...(inHead === undefined ? [] : [inHead]),
            ...inHtml.map(([, href = '']) => href),
          ],
        });
      });
    })
      .once('error', reject)
      .end();
  });
}

/** Where the answers lead in the end; a circle never ends. */
async function follow(path: string): Promise<Reply & { readonly hops: number }> {
  let reply = await ask(path);
  let hops = 0;
  for (; reply.location !== undefined && hops < 4; hops += 1) {
    expect(reply.status).toBe(308);
    const target = new URL(reply.location, inject('address'));
    expect(target.host).toBe(new URL(inject('address')).host);
    reply = await ask(`${target.pathname}${target.search}`);
  }
  return { ...reply, hops };
}

const encoded = (path: string) =>
  path.replace(/[a-z](?=[^/]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);

/** Ways to write an address that mean the page itself, or nothing. */
const SPELLINGS: readonly [name: string, spelling: (path: string) => string][] = [
  ['as it is', (path) => path],
  ['with a campaign', (path) => `${path}?utm_source=x&utm_medium=y`],
  ['with a page in the query', (path) => `${path}?page=2`],
  ['with an empty query', (path) => `${path}?q`],
  ['with a zero in the query', (path) => `${path}?%00`],
  ['with a broken query', (path) => `${path}?a=%ZZ&=&&`],
  ['with a query of Next', (path) => `${path}?_rsc=abc`],
  ['with a slash at its end', (path) => `${path}/`],
  ['with a slash and a query', (path) => `${path}/?a=b`],
  ['with two slashes at its end', (path) => `${path}//`],
  ['with two slashes at its beginning', (path) => `/${path}`],
  ['with two slashes within', (path) => path.replace(/(.)\//, '$1//')],
  ['in capitals', (path) => path.toUpperCase()],
  ['with a dot within', (path) => `/.${path}`],
  ['with two dots within', (path) => `/people/..${path}`],
  ['with encoded dots within', (path) => `/people/%2e%2E${path}`],
  ['with an encoded letter', encoded],
  ['with an encoded letter and a slash', (path) => `${encoded(path)}/`],
  ['with a session', (path) => `${path};jsessionid=1A2B`],
  ['with an encoded session', (path) => `${path}%3Bjsessionid%3D1A2B`],
  ['with a file', (path) => `${path}/index.html`],
  ['with an extension', (path) => `${path}.html`],
  ['in the form of Next', (path) => `${path}.rsc`],
  ['with a zero', (path) => `${path}%00`],
  ['with a line break', (path) => `${path}%0AX`],
  ['with another alphabet', (path) => `${path}%D0%9A`],
  ['with a percent sign', (path) => `${path}%25A`],
  ['with a first page', (path) => `${path === '/' ? '' : path}/page/1`],
];

/** Searches are questions: their addresses are not one. */
const found = PAGES.filter(({ status, isListed }) => status === 200 && isListed);

describe.each(found)('$kind ($path)', ({ path }) => {
  it.each(SPELLINGS)('%s is that one page, or none', async (_, spelling) => {
    const asked = spelling(path);
    const { status, canonical, hops } = await follow(asked);
    expect([200, 400, 404]).toContain(status);
    const itself = inject('publicAddress') + path;
    expect(canonical).toEqual(status === 200 ? [itself] : []);
    expect(hops).toBeLessThanOrEqual(2);
  });

  it('has one address in the cache, whatever the query', async () => {
    for (const query of ['', '?utm_source=x', '?page=2', '?%00']) {
      expect((await ask(path + query)).status).toBe(200);
    }
    for (const other of [`/.${path}`, `/${path}`]) {
      expect((await ask(other)).location).toBe(path);
    }
  });
});

describe('the forms of an article', () => {
  const article = '/articles/how-an-official-rate-is-set';

  it.each(['.md', '.json'])('%s name the article as what counts', async (extension) => {
    const { status, canonical } = await ask(`${article}${extension}?utm_source=x`);
    expect(status).toBe(200);
    expect(canonical).toEqual([inject('publicAddress') + article]);
    expect((await ask(`${article}${extension}/`)).location).toBe(article + extension);
    expect((await ask(`/api/documents${article}${extension}`)).status).toBe(404);
  });

  it('are all that its head names, and each is there', async () => {
    const html = await (await fetch(inject('address') + article)).text();
    const links = [...html.matchAll(/<link rel="alternate"[^>]*>/g)].map(([tag]) => ({
      type: /type="([^"]*)"/.exec(tag)?.[1],
      language: /hreflang="([^"]*)"/i.exec(tag)?.[1],
      path: /href="https:\/\/courier\.example([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&'),
    }));
    expect(links.flatMap(({ type }) => type ?? [])).toEqual([
      'text/markdown',
      'application/json',
      'application/json+oembed',
      'application/rss+xml',
    ]);
    expect(links.flatMap(({ language }) => language ?? []).sort()).toEqual([
      'en',
      'ru',
      'x-default',
    ]);
    for (const { path } of links) {
      expect((await fetch(`${inject('address')}${path}`)).status).toBe(200);
    }
  });

  it('in other languages name each other and themselves', async () => {
    const versions = ['how-an-official-rate-is-set', 'kak-ustanavlivayut-ofitsialnyy-kurs'];
    const said = await Promise.all(
      versions.map(async (slug) => {
        const html = await (await fetch(`${inject('address')}/articles/${slug}`)).text();
        const tags = html.match(/<link rel="alternate" hrefLang="[^>]*>/gi) ?? [];
        return tags
          .map((tag) => [/hreflang="([^"]*)"/i.exec(tag)?.[1], /href="([^"]*)"/.exec(tag)?.[1]])
          .sort();
      }),
    );
    const [original, translation] = versions.map(
      (slug) => `${inject('publicAddress')}/articles/${slug}`,
    );
    const all = [
      ['en', original],
      ['ru', translation],
      ['x-default', original],
    ];
    expect(said).toEqual([all, all]);
  });
});
