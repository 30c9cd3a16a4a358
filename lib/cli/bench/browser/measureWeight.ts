import type { Browser } from 'playwright-core';
import { PageClient } from '../fetchPage';
import { FIXTURE_PAGES, fixtureContent, type KindOfPage } from '../fixture';
import { bytes } from '../formatNumber';
import { atMost, type PartResult } from '../part';
import { startSite } from '../site';
import type { Workspace } from '../workspace';
import { launch } from './chromium';

interface Loaded {
  readonly kind: KindOfPage['kind'];
  /** Response head and HTML in Brotli, bytes. */
  readonly page: number;
  /** Requests that the first paint waits for, the page's own among them. */
  readonly before: number;
  readonly requests: number;
  readonly scripts: number;
  /** Bytes as sent. */
  readonly scriptBytes: number;
  readonly shift: number;
}

const WEIGHTS: Readonly<Record<KindOfPage['kind'], number>> = {
  front: 20_000,
  article: 14_000,
  profile: 20_000,
  section: 20_000,
  missing: 20_000,
};
const SCRIPTS = 3_000;

/** What each kind of page costs a reader on a phone, in a real browser. */
export async function measureWeight(workspace: Workspace): Promise<PartResult> {
  const contentDir = fixtureContent(workspace, 'weight-content');
  const site = await startSite({ contentDir, dataDir: workspace.folder('weight-data') });
  const client = new PageClient(site.address);
  const browser = await launch();
  const loaded: Loaded[] = [];
  for (const page of FIXTURE_PAGES) {
    const { headBytes, sentBytes } = await client.get(page.path);
    loaded.push({ ...(await load(browser, site.address, page)), page: headBytes + sentBytes });
  }
  await browser.close();
  client.close();
  await site.stop();
  const columns = ['brotli', 'before paint', 'requests', 'scripts', 'script bytes', 'shift'];
  return {
    name: 'weight',
    rows: [
      ['Page on a phone', ...columns],
      ...loaded.map((one) => [
        `  ${one.kind}`,
        bytes(one.page),
        String(one.before),
        String(one.requests),
        String(one.scripts),
        bytes(one.scriptBytes),
        one.shift.toFixed(3),
      ]),
    ],
    verdicts: loaded.flatMap((one) => [
      atMost(`${one.kind}, head and HTML`, 'bytes', WEIGHTS[one.kind], one.page),
      atMost(`${one.kind}, requests before paint`, '', 1, one.before),
      atMost(`${one.kind}, scripts`, 'bytes', SCRIPTS, one.scriptBytes),
      atMost(`${one.kind}, layout shift`, '', 0, one.shift),
    ]),
    data: loaded,
  };
}

async function load(
  browser: Browser,
  address: string,
  { kind, path }: KindOfPage,
): Promise<Omit<Loaded, 'page'>> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(address + path, { waitUntil: 'networkidle' });
  const found = await page.evaluate(async () => {
    const shift = await new Promise<number>((resolve) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(sum), 200);
    });
    const all = performance.getEntriesByType('resource').map((entry) => {
      const { name, initiatorType, encodedBodySize } = entry as PerformanceResourceTiming;
      const isBlocking = Reflect.get(entry, 'renderBlockingStatus') === 'blocking';
      return { name, initiatorType, encodedBodySize, isBlocking };
    });
    const scripts = all.filter(({ initiatorType }) => initiatorType === 'script');
    const inline = [...document.querySelectorAll('script:not([src])[data-island]')];
    return {
      shift,
      requests: 1 + all.length,
      before: 1 + all.filter(({ isBlocking }) => isBlocking).length,
      scripts: scripts.length + inline.length,
      scriptBytes:
        scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) +
        inline.reduce((sum, { textContent }) => sum + textContent.length, 0),
    };
  });
  await context.close();
  return { kind, ...found };
}
