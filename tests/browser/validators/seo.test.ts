import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '@/lib/cli/bench/browser/chromium';
import { freePort } from '@/lib/cli/bench/processes';
import { PAGES } from '../support/pages';

/** What is judged here is the same however long the page is watched. */
const HURRY = {
  // By any other method Lighthouse insists on pauses.
  throttlingMethod: 'simulate',
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
} as const;

/** One page of each kind, and none of those that differ from another in their texts alone. */
const JUDGED = PAGES.filter(({ kind, isListed }) => {
  return isListed && !/without a picture|a table|with corrections|that is fixed/.test(kind);
});

let browser: Browser;
let port: number;

beforeAll(async () => {
  port = await freePort();
  // Lighthouse drives a browser by a port of its own.
  browser = await launch([`--remote-debugging-port=${port}`]);
});

afterAll(() => browser.close());

describe("Lighthouse's search engine optimisation", () => {
  it.each(JUDGED)('is whole on the $kind', async ({ path }) => {
    const run = await lighthouse(inject('address') + path, {
      port,
      logLevel: 'error',
      onlyCategories: ['seo'],
      disableFullPageScreenshot: true,
      disableStorageReset: true,
      ...HURRY,
    });
    const category = run?.lhr.categories.seo;
    const below = category?.auditRefs.filter(({ id, weight }) => {
      return weight > 0 && (run?.lhr.audits[id]?.score ?? 1) < 1;
    });
    expect(below?.map(({ id }) => id)).toEqual([]);
    expect(category?.score).toBe(1);
  });
});
