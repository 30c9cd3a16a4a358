import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { siteOf, temporaryFolder } from '@/tests/support/content';
import { naive } from './controls/start';
import { either, IS_LONG } from './support/form';
import { observe, until } from './support/observe';
import { SMALL_CACHE } from './support/reading';

const file = join(temporaryFolder(), 'fault');
const PRELOAD = resolve(import.meta.dirname, 'support/threadFaults.mjs');
const site = siteOf({
  environment: {
    PAGE_CACHE: SMALL_CACHE,
    NODE_OPTIONS: `--import=${PRELOAD}`,
    FAULT_FILE: file,
  },
});

const endings = (): number =>
  site()
    .log()
    .split(/rendering thread ended with exit code/).length;

it.each([
  ['reaches its limit of memory', 'exhaust'],
  ['ends by an error', 'throw'],
])('a rendering thread %s: its pages are made by another', async (what, fault) => {
  const seen = await observe({
    fault: `Rendering thread ${what}`,
    address: site().address,
    during: async () => {
      let milliseconds = 0;
      for (let time = 0; time < either(1, 5); time += 1) {
        const before = endings();
        writeFileSync(file, fault);
        milliseconds = await until('its end', () => endings() > before);
        await sleep(either(1_500, 4_000));
      }
      return ['its pages are made by another; it is started again', milliseconds];
    },
  });
  expect(seen.failures).toEqual([]);
});

it.runIf(IS_LONG)(
  'a rendering thread hangs: the other makes pages, and it is cut off',
  async () => {
    const seen = await observe({
      fault: 'Rendering thread hangs',
      address: site().address,
      patience: 60_000,
      during: async () => {
        const before = endings();
        writeFileSync(file, 'loop');
        const milliseconds = await until('its end', () => endings() > before);
        return ['cut off after 15 s, and its page is made by the other', milliseconds];
      },
    });
    expect(seen.failures).toEqual([]);
  },
);

it.each(['loop', 'exhaust'] as const)(
  'without a thread of its own, rendering takes the site along: %s',
  async (order) => {
    const control = await naive(
      { keeps: true },
      { environment: { NODE_OPTIONS: '--max-old-space-size=64' } },
    );
    const seen = await observe({
      fault: '',
      address: control.address,
      paths: ['/feed.xml', '/feed.json'],
      fresh: [],
      patience: 1_500,
      during: async () => {
        await control.tell(order);
        await sleep(2_500);
        return ['', null];
      },
    });
    expect(seen.failed).toBeGreaterThan(0);
    expect(existsSync(file)).toBe(false);
  },
);
