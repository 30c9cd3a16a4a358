import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frankfurterRows } from '@/tests/fixtures/rates/answers';
import {
  allVariables,
  type Handler,
  hanging,
  type Loopback,
  startLoopback,
} from '@/tests/fixtures/rates/loopback';
import { temporaryFolder } from '@/tests/support/content';
import { type RunningSite, startSite } from '@/tests/support/server';

const dataDir = temporaryFolder();
const DAY = 86_400_000;
const day = (ago: number) => new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);

/** Rates of each currency, the newest of today. */
const rates: Record<string, readonly [before: number, now: number]> = {
  KGS: [87.45, 87.45],
  KZT: [481.54, 478.77],
  TJS: [9.3371, 9.3288],
  UZS: [12194.21, 12142.1],
};

const frankfurter: Handler = (request, response) => {
  const quote = new URL(request.url ?? '', 'http://loopback').searchParams.get('quotes') ?? '';
  const known = rates[quote];
  if (!known) response.writeHead(404).end();
  else {
    const [before, now] = known;
    response.end(
      frankfurterRows(quote, [
        [day(1), before],
        [day(0), now],
      ]),
    );
  }
};

let provider: Loopback;
let site: RunningSite;

beforeAll(async () => {
  provider = await startLoopback({ '/v2/rates': frankfurter });
  site = await start();
});

afterAll(async () => {
  await site.stop();
  await provider.close();
});

function start(environment: Record<string, string> = {}): Promise<RunningSite> {
  const variables = allVariables(provider.address);
  return startSite({ dataDir, environment: { RATES_REFRESH: '1', ...variables, ...environment } });
}

const text = async (path: string) => (await fetch(site.address + path)).text();

/** The line of figures of a pair, without markup. */
async function figure(pair: string, path = '/'): Promise<string> {
  const [, rest = ''] = (await text(path)).split(`data-pair="${pair}"`);
  const [summary = ''] = rest.split('</summary>');
  return summary
    .replace(/<span class="sr-only">.*?<\/span>/g, '')
    .replace(/<[^>]*>|^[^>]*>/g, '')
    .trim();
}

const WAIT = { timeout: 15_000, interval: 100 };

interface Health {
  readonly rates: {
    readonly status: string;
    readonly troubles: readonly string[];
    readonly providers: readonly { id: string; state: string }[];
  };
}

const health = async () => (await (await fetch(`${site.address}/healthz`)).json()) as Health;

describe('a site with live rates', () => {
  it.each([
    ['UZS/USD', 'UZS/USD 0.00008236 +0.43%'],
    ['KZT/USD', 'KZT/USD 0.002089 +0.58%'],
    ['TJS/USD', 'TJS/USD 0.1072 +0.09%'],
    ['KGS/USD', 'KGS/USD 0.01144 0.00%'],
    ['TMT/USD', 'TMT/USD 0.2857 fixed since 2015'],
  ])('shows %s as the banks have it, soon after its start', async (pair, shown) => {
    await expect.poll(() => figure(pair), WAIT).toBe(shown);
  });

  it('names the bank, the way and the day', async () => {
    const page = await text('/rates/uzs');
    expect(page).toContain('1 USD = 12,142.10 UZS');
    expect(page).toContain('Central Bank of Uzbekistan</a>, via Frankfurter');
    expect(page).toContain(`<time dateTime="${day(0)}">`);
  });

  it('is well', async () => {
    expect((await health()).rates).toMatchObject({ status: 'ok', troubles: [] });
  });

  it('shows new figures on pages that were kept, the front page and rates pages at once', async () => {
    await Promise.all(['/', '/rates', '/rates/kzt', '/about'].map(text));
    rates.KZT = [478.77, 475.09];
    await expect.poll(() => figure('KZT/USD'), WAIT).toBe('KZT/USD 0.002105 +0.77%');
    // They are made one after the other, so that these may follow a moment later.
    await expect.poll(() => figure('KZT/USD', '/rates/kzt'), WAIT).toContain('0.002105');
    await expect.poll(() => text('/rates'), WAIT).toContain('475.09 KZT');
    // Any other page is shown once more as it was, and made anew meanwhile.
    await expect.poll(() => figure('KZT/USD', '/about'), WAIT).toContain('0.002105');
  });

  it('gives data: all of it, and the history of a currency', async () => {
    const all = await fetch(`${site.address}/api/rates`);
    expect(all.headers.get('content-type')).toContain('application/json');
    expect(all.headers.get('cache-control')).toContain('stale-while-revalidate');
    expect(all.headers.get('access-control-allow-origin')).toBe('*');
    const etag = all.headers.get('etag') ?? '';
    const again = await fetch(`${site.address}/api/rates`, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    const { rates: listed } = (await all.json()) as { rates: { code: string; rate: string }[] };
    expect(listed.map(({ code, rate }) => `${code} ${rate}`)).toEqual([
      'KGS 87.45',
      'KZT 475.09',
      'TJS 9.3288',
      'UZS 12142.1',
      'TMT 3.5',
    ]);
    expect(await text('/rates/kzt.csv')).toBe(`date,KZT\n${day(1)},478.77\n${day(0)},475.09\n`);
    expect(JSON.parse(await text('/rates/kzt.json'))).toMatchObject({
      source: { id: 'nbk' },
      rates: [{ date: day(1) }, { date: day(0), rate: '475.09' }],
    });
  });

  it('keeps its figures and says so when every provider hangs', async () => {
    for (const path of provider.answers.keys()) provider.answers.set(path, hanging);
    provider.answers.set('*', hanging);
    expect(await figure('KZT/USD', '/people')).toContain('0.002105');
    expect((await fetch(`${site.address}/corrections`)).status).toBe(200);
    await expect
      .poll(async () => (await health()).rates.status, { timeout: 58_000 })
      .toBe('trouble');
    expect((await health()).rates.troubles.join()).toContain('frankfurter');
    expect(await figure('KZT/USD')).toContain('0.002105');
  });

  it('keeps them over a restart, and without the archive', async () => {
    await site.stop();
    for (const suffix of ['', '-wal', '-shm'])
      rmSync(join(dataDir, `archive.db${suffix}`), { force: true });
    site = await start({ RATES_REFRESH: 'off' });
    expect(existsSync(join(dataDir, 'rates.db'))).toBe(true);
    expect(await figure('KZT/USD')).toBe('KZT/USD 0.002105 +0.77%');
    expect((await health()).rates).toMatchObject({ refresh: 'off' });
  });
});
