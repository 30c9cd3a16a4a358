import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { siteOf } from '@/tests/support/content';
import { naive } from './controls/start';
import { flood } from './support/flood';
import { either, IS_LONG } from './support/form';
import { observe, until } from './support/observe';
import { SMALL_CACHE } from './support/reading';

const MANY = 10_000;
/** Files that a server may open here, so that a few connections are too many. */
const FEW = 400;
const DOCUMENTS = ['/feed.xml', '/feed.json', '/articles/how-an-official-rate-is-set.md'];

/** Ways to keep a connection. */
const HELD: Readonly<Record<string, Partial<Parameters<typeof flood>[0]>>> = {
  'idle connections': {},
  'slow heads': { first: 'GET / HTTP/1.1\r\nHost: a\r\n', drip: 'X-Slow: a\r\n' },
  'readers who take nothing of what they ask for': {
    first: 'GET /feed.xml HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(40),
    isDeaf: true,
  },
};

/** Whether ten who come at once all get an answer. */
async function isAnswering(address: string): Promise<boolean> {
  const answers = Array.from({ length: 10 }, () =>
    fetch(`${address}/feed.xml`, {
      // A connection that was kept from before is no new reader's.
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(3_000),
    }).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return !(await Promise.all(answers)).includes(false);
}

const portOf = ({ address }: { address: string }): number => Number(new URL(address).port);

describe('a server that may open many files', () => {
  const site = siteOf({ environment: { PAGE_CACHE: SMALL_CACHE, PUBLISH_SECRET: 'x'.repeat(16) } });

  it('serves readers beside 10,000 connections on which nothing is asked', async () => {
    demandOpenFiles(MANY + 500);
    const seen = await observe({
      fault: '10,000 idle connections',
      address: site().address,
      during: async () => {
        const idle = await flood({ port: portOf(site()), count: MANY });
        expect(idle.open()).toBe(MANY);
        if (!IS_LONG) await sleep(2_000);
        const milliseconds = IS_LONG ? await until('their end', () => idle.open() === 0) : null;
        idle.end();
        return ['closed after 15 to 20 s without a request', milliseconds];
      },
    });
    expect(seen.failures).toEqual([]);
  });

  it('serves readers beside slow heads, slow bodies, and readers who take a byte a second', async () => {
    const port = portOf(site());
    const seen = await observe({
      fault: 'Slow clients',
      address: site().address,
      during: async () => {
        const count = either(100, 1_000);
        const heads = await flood({
          port,
          count,
          first: 'GET / HTTP/1.1\r\nHost: a\r\n',
          drip: 'X-Slow: a\r\n',
        });
        const post =
          `POST /api/publish HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${'x'.repeat(16)}\r\n` +
          'Content-Length: 100000\r\n\r\n';
        const bodies = await flood({ port, count: either(50, 400), first: post, drip: 'x' });
        const ask = 'GET /feed.xml HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(40);
        const deaf = await flood({ port, count: either(50, 400), first: ask, isDeaf: true });
        if (!IS_LONG) await sleep(2_000);
        const areGone = () => heads.open() + bodies.open() === 0;
        const milliseconds = IS_LONG ? await until('their end', areGone) : null;
        for (const one of [heads, bodies, deaf]) one.end();
        return ['slow heads end after 15 s, slow bodies after 10 s', milliseconds];
      },
    });
    expect(seen.failures).toEqual([]);
  });
});

describe('a server that may open few files', () => {
  const site = siteOf({
    environment: { PAGE_CACHE: SMALL_CACHE },
    command: ['prlimit', `--nofile=${FEW}`, process.execPath, 'lib/cli/run.mjs', 'start'],
  });

  it.each([
    ['that ask for nothing', undefined],
    ['that are half-way through a head', 'GET / HTTP/1.1\r\nHost: a\r\n'],
  ])('takes readers in beside twice as many connections %s', async (what, first) => {
    const seen = await observe({
      fault: `More connections than open files (EMFILE): ones ${what}`,
      address: site().address,
      during: async () => {
        const idle = await flood({
          port: portOf(site()),
          count: 2 * FEW,
          ...(first === undefined ? {} : { first }),
        });
        await sleep(either(500, 5_000));
        idle.end();
        return ['new connections take the place of idle ones', 0];
      },
    });
    expect(seen.failures).toEqual([]);
  });

  it('without bounds keeps new readers out', async () => {
    const control = await naive({ keeps: true }, { openFiles: FEW });
    for (const [what, connections] of Object.entries(HELD)) {
      await until('an answer', () => isAnswering(control.address));
      const held = await flood({ port: control.port, count: 2 * FEW, ...connections });
      expect(await isAnswering(control.address), what).toBe(false);
      held.end();
    }
  });

  it('without bounds keeps new readers out where 10,000 connections are as many as it can open', async () => {
    const control = await naive({ keeps: true }, { openFiles: MANY - 500 });
    await until('an answer', () => isAnswering(control.address));
    const idle = await flood({ port: control.port, count: MANY });
    expect(await isAnswering(control.address)).toBe(false);
    idle.end();
  });

  it.runIf(IS_LONG)('without limits of time, idle and slow connections stay for good', async () => {
    const control = await naive({ keeps: true });
    const idle = await flood({ port: control.port, count: 100 });
    const heads = await flood({
      port: control.port,
      count: 100,
      first: 'GET / HTTP/1.1\r\nHost: a\r\n',
      drip: 'X-Slow: a\r\n',
    });
    await sleep(25_000);
    expect([idle.open(), heads.open()]).toEqual([100, 100]);
  });

  it('with bounds, and nothing else, does not', async () => {
    const control = await naive({ keeps: true, bounds: true }, { openFiles: FEW });
    const seen = await observe({
      fault: '',
      address: control.address,
      paths: DOCUMENTS,
      fresh: [],
      during: async () => {
        const idle = await flood({ port: control.port, count: 2 * FEW });
        await sleep(300);
        idle.end();
        return ['', null];
      },
    });
    expect(seen.failures).toEqual([]);
  });
});

/** @throws Error that says how to raise what the system allows */
function demandOpenFiles(count: number): void {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  const hard = /^Max open files\s+\S+\s+(\d+|unlimited)/m.exec(limits)?.[1] ?? '0';
  if (hard === 'unlimited' || Number(hard) >= count) return;
  throw new Error(
    `This test opens ${count} connections, and the system allows ${hard} open files. ` +
      'Raise it: "ulimit -Hn" in the shell, LimitNOFILE= for systemd, --ulimit nofile= for containers.',
  );
}
