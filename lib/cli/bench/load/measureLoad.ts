import { setTimeout as sleep } from 'node:timers/promises';
import { PageClient } from '../fetchPage';
import { FIXTURE_ARTICLE, FIXTURE_PAGES, fixtureContent } from '../fixture';
import { megabytes, milliseconds } from '../formatNumber';
import { atMost, type PartResult } from '../part';
import { memoryOf } from '../processFacts';
import { type RunningSite, startSite } from '../site';
import { percentile } from '../statistics';
import type { Workspace } from '../workspace';
import { breakingNews } from './breakingNews';
import { SlowReaders } from './slowReaders';

const SLOW_READERS = 200;
const SLOW_BYTES = 4096;
const QUICK_REQUESTS = 400;
const RESTART = 3_000;

/** Slow readers beside a quick one, an hour of breaking news in minutes, and a killed server. */
export async function measureLoad(workspace: Workspace, minutes: number): Promise<PartResult> {
  const contentDir = fixtureContent(workspace, 'load-content');
  const dataDir = workspace.folder('load-data');
  const site = await startSite({ contentDir, dataDir });
  const alone = await quickReader(site);
  const paths = FIXTURE_PAGES.map(({ path }) => path);
  const slow = new SlowReaders(site.port, paths, SLOW_READERS, SLOW_BYTES);
  await sleep(2_000);
  const crowded = await quickReader(site);
  slow.stop();
  const news = await breakingNews(site, minutes * 60_000);
  const memory = memoryOf(site.pid);
  const restart = await killAndRestart(site, contentDir, dataDir);
  const p95 = (times: readonly number[]) => percentile(times, 0.95);
  const growth = news.end / news.middle;
  return {
    name: 'load',
    rows: [
      ['Load', 'median', 'p95'],
      ['  a quick reader, alone', milliseconds(percentile(alone, 0.5)), milliseconds(p95(alone))],
      [
        `  beside ${SLOW_READERS} slow ones`,
        milliseconds(percentile(crowded, 0.5)),
        milliseconds(p95(crowded)),
      ],
      [`Breaking news, ${minutes} min`, 'requests', 'faults', 'start', 'middle', 'end', 'peak'],
      [
        '  server',
        news.requests.toLocaleString('en'),
        String(news.faults),
        megabytes(news.start),
        megabytes(news.middle),
        megabytes(news.end),
        megabytes(memory.peak),
      ],
      ['Killed under load', 'serves again', 'pages changed'],
      ['  server', milliseconds(restart.milliseconds), String(restart.changed)],
    ],
    verdicts: [
      atMost(
        'quick reader beside slow ones, p95',
        'ms',
        Math.max(10, 5 * p95(alone)),
        p95(crowded),
      ),
      atMost('memory, end of breaking news to its middle', 'x', 1.1, growth),
      atMost('faults in breaking news', '', 0, news.faults),
      atMost('serves again after a kill', 'ms', RESTART, restart.milliseconds),
      atMost('pages changed by a kill', '', 0, restart.changed),
    ],
    data: { alone, crowded, news, memory, restart },
  };
}

async function quickReader({ address }: RunningSite): Promise<number[]> {
  const client = new PageClient(address);
  const times: number[] = [];
  for (let request = 0; request < QUICK_REQUESTS; request += 1) {
    times.push((await client.get(FIXTURE_ARTICLE)).milliseconds);
  }
  client.close();
  return times;
}

/** Milliseconds until it serves again, and the number of pages that are not what they were. */
async function killAndRestart(site: RunningSite, contentDir: string, dataDir: string) {
  const before = await texts(site.address);
  const load = breakingNews(site, 3_000).catch(() => undefined);
  await sleep(500);
  await site.kill();
  const start = performance.now();
  const again = await startSite({ contentDir, dataDir, port: site.port });
  const elapsed = performance.now() - start;
  await load;
  const after = await texts(again.address);
  await again.stop();
  const changed = before.filter((text, index) => text !== after[index]).length;
  return { milliseconds: elapsed, changed };
}

async function texts(address: string): Promise<string[]> {
  const pages = await Promise.all(FIXTURE_PAGES.map(({ path }) => fetch(address + path)));
  const html = await Promise.all(pages.map((page) => page.text()));
  // Labels of dates go on while the server is away.
  return html.map((text) => text.replace(/<time.*?<\/time>/g, '').replace(/[\d.]+ kB/, ''));
}
