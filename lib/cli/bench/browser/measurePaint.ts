import type { Browser } from 'playwright-core';
import { FIXTURE_PAGES, fixtureContent } from '../fixture';
import { milliseconds } from '../formatNumber';
import type { PartResult } from '../part';
import { startPlainNext } from '../plainNext';
import { startSite } from '../site';
import { median } from '../statistics';
import type { Workspace } from '../workspace';
import { launch } from './chromium';

/** A slow line and a slow telephone. */
const LINE = { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const SLOWDOWN = 4;
const RUNS = 5;

interface Paint {
  /** Milliseconds from the reader's request on. */
  readonly first: number;
  readonly largest: number;
  readonly load: number;
}

/** When pages show on a slow line, beside the same build under plain `next start`. */
export async function measurePaint(workspace: Workspace): Promise<PartResult> {
  const contentDir = fixtureContent(workspace, 'paint-content');
  const site = await startSite({ contentDir, dataDir: workspace.folder('paint-data') });
  const plain = await startPlainNext(contentDir, workspace.folder('paint-data-next'));
  const browser = await launch();
  const data: { server: string; kind: string; paint: Paint }[] = [];
  for (const { kind, path } of FIXTURE_PAGES.filter(({ kind }) => /front|article/.test(kind))) {
    for (const [server, { address }] of [
      ['saxaul', site],
      ['next start', plain],
    ] as const) {
      const runs: Paint[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await paint(browser, address + path));
      const middle = (of: keyof Paint): number => median(runs.map((one) => one[of]));
      data.push({
        server,
        kind,
        paint: { first: middle('first'), largest: middle('largest'), load: middle('load') },
      });
    }
  }
  await browser.close();
  await site.stop();
  await plain.stop();
  return {
    name: 'paint',
    rows: [
      ['400 kbit/s, 400 ms, 4 x CPU', 'first paint', 'largest paint', 'loaded'],
      ...data.map(({ server, kind, paint: { first, largest, load } }) => [
        `  ${kind}, ${server}`,
        milliseconds(first),
        milliseconds(largest),
        milliseconds(load),
      ]),
    ],
    verdicts: [],
    data,
  };
}

/** One visit with nothing cached. */
async function paint(browser: Browser, address: string): Promise<Paint> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
  const found = await page.evaluate(
    () =>
      new Promise<Paint>((resolve) => {
        let largest = 0;
        new PerformanceObserver((list) => {
          for (const { startTime } of list.getEntries()) largest = startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => {
          const [first] = performance.getEntriesByName('first-contentful-paint');
          const [navigation] = performance.getEntriesByType('navigation');
          const load = navigation?.duration ?? Number.NaN;
          resolve({ first: first?.startTime ?? Number.NaN, largest, load });
        }, 500);
      }),
  );
  await context.close();
  return found;
}
