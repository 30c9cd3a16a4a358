import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { temporaryFolder } from '@/tests/support/content';
import { startTcpProxy, type TcpProxy } from '@/tests/support/tcpProxy';
import { type RunningValkey, startValkey } from '@/tests/support/valkey';
import { type Balancer, startBalancer } from './support/balancer';
import { Instance } from './support/fleet';
import { EDITED, Newsroom } from './support/newsroom';
import { Readers } from './support/readers';
import { type Phase, writeTable } from './support/table';
import { KZT, type SearchEngine, startSearchEngine } from './support/world';

/** How often all parts are gone through; more for a long run. */
const ROUNDS = Number(process.env.SCALE_ROUNDS ?? 1);
const READERS = 6;
/** Milliseconds in which all instances must show what one was told of, or give the test up as hanging. */
const DEADLINE = { timeout: 60_000, interval: 20 };
/** Seconds between two looks at Git where nothing is shared. */
const POLL = 2;

/** Pages that no reader asks for, so that nobody has them before. */
const OTHER_PAGES = [
  '/about',
  '/corrections',
  '/rates/kgs',
  '/rates/uzs',
  '/rates/tjs',
  '/atom.xml',
];

const folders = [1, 2, 3].map(() => temporaryFolder());
const newsroomFolder = temporaryFolder();
const phases: Phase[] = [];
let newsroom: Newsroom;
let valkey: RunningValkey;
let line: TcpProxy;
let engine: SearchEngine;
let instances: Instance[];
let balancer: Balancer;
let readers: Readers;
let converged: number[] = [];

beforeAll(async () => {
  newsroom = new Newsroom(newsroomFolder);
  valkey = await startValkey();
  line = await startTcpProxy(valkey.port);
  engine = await startSearchEngine();
  instances = await Promise.all(folders.map((folder) => Instance.prepare(folder)));
  // The first one builds the site where that is needed.
  for (const instance of instances) await instance.start(shared());
  balancer = await startBalancer(instances.map(({ port }) => port));
  await Promise.all(instances.map((instance) => instance.warmUp()));
  readers = new Readers(balancer.address, READERS);
  readers.demand(newsroom.edition);
});

afterEach(({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const { port, log } of instances) console.error(`-- ${port}:\n${log.slice(-4_000)}`);
});

afterAll(async () => {
  await readers?.stop();
  await balancer?.stop();
  await Promise.all((instances ?? []).map((instance) => instance.close()));
  engine?.stop();
  await line?.stop();
  await valkey?.stop();
  writeTable(phases);
});

/** Settings of instances that share Valkey, by the line that is cut. */
function shared(): Record<string, string> {
  return { ...alone(), CACHE_URL: `redis://127.0.0.1:${line.port}`, PUBLISH_POLL: 'off' };
}

/** Settings of instances that share nothing but Git. */
function alone(): Record<string, string> {
  return {
    CONTENT_REPO: newsroom.repository.folder,
    PUBLISH_POLL: String(POLL),
    INDEXNOW_KEY: 'abcd-1234-scale',
    INDEXNOW_URL: engine.address,
  };
}

const running = () => instances.filter(({ log }) => log !== '');
const editions = () => Promise.all(running().map((instance) => instance.edition()));

/** Waits until all running instances show the newest edition; from then on readers must see it. */
async function untilAllShow(committed: number): Promise<void> {
  const wanted = running().map(() => newsroom.edition);
  await expect.poll(editions, DEADLINE).toEqual(wanted);
  converged.push(performance.now() - committed);
  readers.demand(newsroom.edition);
}

/** Publishes an edition, of which one instance is told. */
async function publish(told = running()[0]): Promise<void> {
  newsroom.edit();
  const committed = performance.now();
  if (told) await newsroom.tell(told.address);
  await untilAllShow(committed);
}

/** Ends a part: what readers saw in it, of which nothing may have failed. */
function endOf(name: string): Phase {
  const phase = { name, ...readers.take(), converged };
  converged = [];
  phases.push(phase);
  return phase;
}

function expectSound({ reads, failed, late }: Phase): void {
  expect(failed).toEqual([]);
  expect(late).toBe(0);
  expect(reads).toBeGreaterThan(20);
}

/** The different names that a page has at the instances. */
async function etags(path: string): Promise<string[]> {
  const names = await Promise.all(
    instances.map(async ({ address }) => (await fetch(address + path)).headers.get('etag') ?? ''),
  );
  return [...new Set(names)];
}

/** How often each instance has asked its provider of rates. */
const asked = () => instances.map(({ provider }) => provider.asked.length);

async function whoAsks(): Promise<number[]> {
  const before = asked();
  await expect
    .poll(() => asked().some((count, index) => count > (before[index] ?? 0) + 4), DEADLINE)
    .toBe(true);
  return asked().flatMap((count, index) => (count > (before[index] ?? 0) ? [index] : []));
}

const told = () => engine.told.filter((urls) => urls.some((url) => url.endsWith(EDITED))).length;

for (let round = 1; round <= ROUNDS; round += 1) {
  const suffix = ROUNDS === 1 ? '' : ` (round ${round})`;

  it(`one instance is told of a commit, and all publish it${suffix}`, async () => {
    const before = told();
    for (const instance of instances) await publish(instance);
    expectSound(endOf('publish'));
    await vi.waitFor(() => expect(told()).toBe(before + instances.length), 10_000);
    await sleep(500);
    expect(told()).toBe(before + instances.length);
  });

  it(`a page that one instance made is that of all${suffix}`, async () => {
    await expect.poll(() => etags('/people'), DEADLINE).toHaveLength(1);
    // On a busy machine a page may now and then be made sooner than found.
    await expect
      .poll(async () => {
        for (const path of OTHER_PAGES) {
          for (const { address } of instances) await (await fetch(address + path)).text();
        }
        return Math.max(...(await Promise.all(instances.map((instance) => instance.hits()))));
      }, DEADLINE)
      .toBeGreaterThan(0);
  });

  it(`one instance fetches the rates of all, and another when it is killed${suffix}`, async () => {
    const [first = -1, ...others] = await whoAsks();
    expect(others).toEqual([]);
    KZT.rate = 478.5;
    await expect
      .poll(() => Promise.all(instances.map((one) => one.rate())), DEADLINE)
      .toEqual(['478.5', '478.5', '478.5']);
    expectSound(endOf('rates'));
    const careless = new Readers(balancer.careless, READERS);
    instances[first]?.kill();
    await publish();
    const [next = -1, ...rest] = await whoAsks();
    expect(rest).toEqual([]);
    expect(next).not.toBe(first);
    // The control: where nginx does not ask another instance, readers do see that one is gone.
    await careless.stop();
    expect(careless.take().failed.length).toBeGreaterThan(0);
    await instances[first]?.start(shared());
    await untilAllShow(performance.now());
    expectSound(endOf('kill -9, and start'));
    KZT.rate = 478.77;
  });

  it.each(['hangs', 'refuses'] as const)(
    `readers see nothing of a line to Valkey that %s, and no publish is lost${suffix}`,
    async (state) => {
      await line.set(state);
      newsroom.edit();
      const committed = performance.now();
      const [instance] = instances;
      if (instance) await newsroom.tell(instance.address);
      await expect.poll(() => instance?.edition(), DEADLINE).toBe(newsroom.edition);
      // The control: the others cannot know yet, and readers who demand it see that.
      expect(new Set(await editions())).toEqual(new Set([newsroom.edition, newsroom.edition - 1]));
      const control = new Readers(balancer.address, READERS);
      control.demand(newsroom.edition);
      await sleep(1_000);
      await control.stop();
      expect(control.take().late).toBeGreaterThan(0);
      await line.set('carries');
      await untilAllShow(committed);
      expectSound(endOf(`Valkey ${state}, and comes back`));
    },
  );

  it(`all are stopped and started one after the other under load${suffix}`, async () => {
    // The last time into what comes next, since starts take most of the time.
    const settings = round === ROUNDS ? alone() : shared();
    for (const instance of instances) {
      await instance.stop();
      // One that still shares tells those that do; the others look by themselves.
      await publish(running().at(-1));
      await instance.start(settings);
      await untilAllShow(performance.now());
    }
    await publish();
    expectSound(endOf('roll'));
  });
}

it('without Valkey each finds a commit by itself, within the interval', async () => {
  newsroom.edit();
  await untilAllShow(performance.now());
  expectSound(endOf('without Valkey'));
  // Where no words such as "5 minutes ago" differ, they make the same page without knowing of each other.
  await expect.poll(() => etags('/about'), DEADLINE).toHaveLength(1);
  expect((await whoAsks()).length).toBeGreaterThan(0);
});
