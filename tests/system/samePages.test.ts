import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Libsql from 'libsql';
import { beforeAll, describe, expect, it } from 'vitest';
import { finishHtml } from '@/lib/server/finish/finishHtml';
import { styleReader } from '@/lib/server/finish/styleFiles';
import { makePage } from '@/lib/server/pages/page';
import { routes } from '@/lib/site/routes';
import { contentWithRarePages, PREVIEW_SECRET } from '@/tests/browser/finished/rarePages';
import { ALL_PAGES } from '@/tests/browser/finished/support';
import { siteOf } from '@/tests/support/content';
import { difference } from '@/tests/support/difference';
import { withoutNext } from '@/tests/support/withoutNext';

const { folder: contentDir, pages: rarePages } = contentWithRarePages();
/** Searches a minute, of which this file asks for fewer but where it wants to be refused. */
const SEARCHES = 20;
const environment = {
  SITE_URL: 'https://courier.example',
  PREVIEW_SECRET,
  SEARCH_LIMIT: String(SEARCHES),
  TRUSTED_PROXIES: 'loopback',
};
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');

const ours = siteOf({ contentDir, environment });
const underNext = siteOf({
  contentDir,
  environment,
  command: [process.execPath, next, 'start'],
  ready: /Ready in/,
});

// The first page waits for the publication to be read, and Next sends what it has of the head meanwhile.
beforeAll(() => ask(underNext().address));

const readStyles = styleReader('.');

/** What changes with the clock, and the weight, which changes with it. */
function comparable(html: string): string {
  return html
    .replace(/(<time [^>]*data-relative[^>]*>)[^<]*/g, '$1')
    .replace(/This page: [\d.]+ kB/, '');
}

async function finished(html: string): Promise<string> {
  const { gzip } = await makePage(finishHtml(withoutNext(html), readStyles), new Set());
  return comparable(gunzipSync(gzip).toString('utf8'));
}

async function ask(address: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(address, { redirect: 'manual', headers });
  const { status } = response;
  return { status, location: response.headers.get('location'), html: await response.text() };
}

/** The answer to one who searches too often. */
async function tooMany(address: string) {
  const reader = { 'X-Forwarded-For': '203.0.113.7' };
  const search = (_: unknown, index: number) => ask(`${address}/search?q=${index}`, reader);
  const answers = await Promise.all(Array.from({ length: 2 * SEARCHES }, search));
  return answers.find(({ status }) => status === 429);
}

const KINDS = [...ALL_PAGES, ...rarePages].map(({ kind, path, status }) => ({
  kind,
  path,
  status,
}));
const PAGES = [
  // What a server says of itself is another's under Next.
  ...KINDS.filter(({ status, path }) => status === 200 && path !== routes.status()),
  { kind: 'converter', path: '/rates?amount=1500.50&from=KZT&to=UZS' },
  { kind: 'converter that is asked nonsense', path: '/rates?amount=%3Cb%3E&from=KZT&to=KZT' },
  { kind: 'search with a filter', path: '/search?q=rate&section=business' },
  { kind: 'search with markup and signs', path: '/search?q=a%2Bb+%22%3Cscript%3E%26%22' },
  { kind: 'search in Cyrillic', path: '/search?q=%D0%BA%D1%83%D1%80%D1%81' },
  { kind: 'search that finds nothing', path: '/search?q=zzyzzx' },
  { kind: 'currency that moves', path: '/rates/uzs' },
];

const WITHOUT_PAGE = [
  '/no/such/page',
  '/articles/none',
  '/people/none',
  '/people/aliya-haidar/page/99',
  '/people/aliya-haidar/page/x',
  '/people/aliya-haidar/page/01',
  '/sections/none',
  '/countries/france',
  '/topics/none',
  '/archive/2025/13',
  '/archive/2025',
  '/corrections/page/0',
  '/rates/xxx',
  '/rates/xxx.csv',
  '/media/none.jpg',
  '/api/none',
  '/articles/how-an-official-rate-is-set/none',
  '/preview/none',
  '/%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82',
  '/a%2Fb',
];

const ELSEWHERE = [
  '/people/aliya-haidar/page/1',
  '/sections/business/page/1',
  '/corrections/page/1',
  '/archive/2025/04/page/1',
  '/People/Aliya-Haidar',
  '/SECTIONS/BUSINESS',
  '/rates/KZT',
  '/About',
  '/author/aliya-haidar',
  '/rss.xml',
  '/sections/money/feed.xml',
  '/a%2Fb/C',
  '/%D0%BF/Q',
];

describe('what react-dom alone makes of app/ is what Next makes of it', () => {
  it.each(PAGES)('$kind: $path', async ({ path }) => {
    const [own, nexts] = await Promise.all([
      ask(ours().address + path),
      ask(underNext().address + path),
    ]);
    expect([own.status, nexts.status]).toEqual([200, 200]);
    expect(difference(comparable(own.html), await finished(nexts.html))).toBeNull();
  });

  it.each(WITHOUT_PAGE)('no page: %s', async (path) => {
    const answers = await Promise.all([
      ask(ours().address + path),
      ask(underNext().address + path),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it.each(ELSEWHERE)('another address: %s', async (path) => {
    const [own, nexts] = await Promise.all([
      ask(ours().address + path),
      ask(underNext().address + path),
    ]);
    expect([own.status, own.location]).toEqual([nexts.status, nexts.location]);
    expect(own.status).toBe(308);
  });

  it('what stands in for a page that is missing, withdrawn, asked for too often, or broken', async () => {
    const gone = rarePages.find(({ status }) => status === 410)?.path ?? '';
    const [missing, withdrawn] = await Promise.all(
      ['/no/such/page', gone].map((path) => ask(ours().address + path)),
    );
    const often = await tooMany(ours().address);
    const archive = new Libsql(join(ours().dataDir, 'archive.db'));
    const nexts = await Promise.all(
      [routes.notFound(), routes.gone(), routes.tooManyRequests(), routes.serverError()].map(
        (path) => ask(underNext().address + path),
      ),
    );
    archive.exec('DROP TABLE listing');
    archive.close();
    const broken = await ask(`${ours().address}/topics/diplomacy`);
    const own = [missing, withdrawn, often, broken];
    expect(own.map((answer) => answer?.status)).toEqual([404, 410, 429, 500]);
    for (const [index, { html }] of nexts.entries()) {
      const shown = comparable(own[index]?.html ?? '');
      expect(difference(shown, await finished(html))).toBeNull();
    }
  });
});
