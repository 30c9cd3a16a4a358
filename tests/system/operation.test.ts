import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOfContent } from '@/tests/support/content';
import { type RunningSite, startSite } from '@/tests/support/server';

const contentDir = copyOfContent();
const BROKEN = 'articles/2026/02/how-an-official-rate-is-set.md';

/** Only tells what never comes. */
const PATIENCE = { timeout: 30_000 };

let site: RunningSite;

beforeAll(async () => {
  const environment = {
    LOG_FORMAT: 'json',
    LOG_REQUESTS: 'on',
    STOP_DELAY: '3',
    TRUSTED_PROXIES: 'loopback',
  };
  site = await startSite({ contentDir, environment });
});

afterAll(() => site.stop());

function lines(): Record<string, unknown>[] {
  return site
    .log()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${site.address}/metrics`)).text();
  const found = text.split('\n').find((line) => line.startsWith(`${name} `));
  return Number(found?.slice(name.length) ?? Number.NaN);
}

async function text(path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await fetch(site.address + path, { headers })).text();
}

it('a server says that it is alive and ready, and how it does', async () => {
  expect(await (await fetch(`${site.address}/healthz`)).json()).toMatchObject({ status: 'ok' });
  const ready = await fetch(`${site.address}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', reasons: [] }]);
  for (let i = 0; i < 100; i += 1) await text('/');
  expect(await metric('saxaul_ready')).toBe(1);
  expect(await metric('saxaul_requests_total{route="front",method="GET",code="200"}')).toBe(100);
  expect(await metric('saxaul_cache_total{event="hit"}')).toBe(99);
  expect(await metric('saxaul_render_duration_seconds_count{route="front",outcome="page"}')).toBe(
    1,
  );
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
    expect(await metric(name)).toBeGreaterThan(0);
  }
  const forOthers = await fetch(`${site.address}/metrics`, {
    headers: { 'x-forwarded-for': '203.0.113.7' },
  });
  expect(forOthers.status).toBe(404);
});

it('the page for people says what was published, and what is wrong', async () => {
  expect(await text('/status')).toContain(
    'Nothing has been published since the server was started',
  );
  appendFileSync(join(contentDir, BROKEN), '\n:::no-such-block\n');
  await expect.poll(() => metric('saxaul_publishes_total{outcome="published"}'), PATIENCE).toBe(1);
  expect(await metric('saxaul_content_files_held_back')).toBe(1);
  expect(await metric('saxaul_articles_refused_total')).toBe(1);
  expect(await metric('saxaul_publish_duration_seconds_count')).toBe(1);
  await expect.poll(() => text('/status'), PATIENCE).toContain(`${BROKEN}:`);
  const page = await fetch(`${site.address}/status`);
  expect(page.headers.get('cache-control')).toBe('public, max-age=2');
  expect(page.headers.get('x-robots-tag')).toBe('noindex');
  expect(await page.text()).toMatch(/1 held back/);
});

it('the log is JSON from the first line on, and holds nothing of those who read', async () => {
  const headers = {
    'x-forwarded-for': '203.0.113.77',
    'user-agent': 'Curious/1.0',
    referer: 'https://elsewhere.example/',
  };
  await text('/search?q=something+private', headers);
  await text('/preview/a.forged.token', headers);
  await expect.poll(() => lines().some(({ kind }) => kind === 'preview'), PATIENCE).toBe(true);
  const messages = lines().map(({ msg }) => String(msg));
  for (const said of [
    /^Publication: \d+ files read/,
    /^Serving Saxaul Courier at http/,
    /^Published/,
  ]) {
    expect(messages.some((message) => said.test(message))).toBe(true);
  }
  expect(lines()).toContainEqual(
    expect.objectContaining({ level: 'info', path: '/search', status: 200, kind: 'search' }),
  );
  for (const secret of ['203.0.113.77', 'Curious', 'elsewhere.example', 'private', 'forged']) {
    expect(site.log()).not.toContain(secret);
  }
});

it('a server that is told to stop says so to balancers, and serves until they have noticed', async () => {
  process.kill(site.pid, 'SIGTERM');
  await expect.poll(async () => (await fetch(`${site.address}/readyz`)).status, PATIENCE).toBe(503);
  expect((await fetch(`${site.address}/readyz`)).headers.get('cache-control')).toBe('no-store');
  expect((await fetch(site.address)).status).toBe(200);
  const answers = () =>
    fetch(site.address).then(
      () => true,
      () => false,
    );
  await expect.poll(answers, PATIENCE).toBe(false);
  expect(lines().map(({ msg }) => msg)).toContain(
    'SIGTERM: the server stops in 3 s, and serves until then.',
  );
});
