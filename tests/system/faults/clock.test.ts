import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { articleOf } from '@/tests/browser/publishing/newsroom';
import { copyOfContent, siteOf, temporaryFolder } from '@/tests/support/content';
import { fakeClock } from '@/tests/support/faketime';
import { naive } from './controls/start';
import { either } from './support/form';
import { observe, until } from './support/observe';
import { PATHS, SMALL_CACHE } from './support/reading';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const NAME = 'what-comes-in-two-hours';
const contentDir = copyOfContent();
const clock = fakeClock(join(temporaryFolder(), 'clock'));
const site = siteOf({ contentDir, environment: { PAGE_CACHE: SMALL_CACHE, ...clock.environment } });

/** An article that appears after some seconds. */
function schedule(seconds: number): void {
  const at = new Date(Date.now() + seconds * 1_000).toISOString();
  writeFileSync(join(contentDir, 'articles/2026/11', `${NAME}.md`), articleOf('In two hours', at));
}

async function holds(address: string, path: string): Promise<boolean> {
  return (await (await fetch(address + path)).text()).includes('In two hours');
}

it('the clock jumps forwards and back: what is scheduled comes and goes with it', async () => {
  schedule(2 * HOUR);
  const seen = await observe({
    fault: 'Clock jumps forwards and backwards',
    address: site().address,
    // What is new in it changes those that name the newest.
    paths: PATHS.filter((path) => !/politics|aliya/.test(path)),
    during: async () => {
      await until('the schedule', async () => (await statusOf(site().address)) === 404);
      let milliseconds = 0;
      for (let time = 0; time < either(1, 5); time += 1) {
        clock.set(3 * HOUR);
        milliseconds = await until('the article', () => holds(site().address, '/feed.xml'));
        clock.set(-24 * HOUR);
        await until('its going', async () => !(await holds(site().address, '/feed.xml')));
        clock.set(365 * 24 * HOUR);
        await sleep(either(500, 5_000));
        clock.set(0);
        await until('its going', async () => !(await holds(site().address, '/feed.xml')));
      }
      return ['articles appear and go with the clock', milliseconds];
    },
  });
  expect(seen.failures).toEqual([]);
});

async function statusOf(address: string): Promise<number> {
  return (await fetch(`${address}/articles/${NAME}`)).status;
}

it('kept pages alone would go on for ten minutes as they were', async () => {
  schedule(5 * MINUTE);
  const control = await naive({ keeps: true }, { contentDir, environment: clock.environment });
  expect(await holds(control.address, '/feed.xml')).toBe(false);
  clock.set(6 * MINUTE);
  await sleep(3_000);
  const seen = await holds(control.address, '/feed.xml');
  clock.set(0);
  expect(seen).toBe(false);
});
