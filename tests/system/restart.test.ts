import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { PAGES } from '@/tests/browser/support/pages';
import { copyOfContent, temporaryFolder } from '@/tests/support/content';
import { startSite } from '@/tests/support/server';

const contentDir = copyOfContent();
const dataDir = temporaryFolder();
const environment = { SITE_URL: 'https://courier.example' };
const options = { contentDir, dataDir, environment };

async function readAll(address: string): Promise<Record<string, string>> {
  const entries = await Promise.all(
    PAGES.map(async ({ path }) => [path, await (await fetch(address + path)).text()] as const),
  );
  return Object.fromEntries(entries);
}

it('a server that is killed under load loses nothing', async () => {
  const first = await startSite(options);
  const before = await readAll(first.address);
  let isKilled = false;
  const readers = Array.from({ length: 20 }, async () => {
    while (!isKilled) {
      for (const { path } of PAGES) {
        const response = await fetch(`${first.address}${path}?${Math.random()}`).catch(() => null);
        await response?.text().catch(() => null);
      }
    }
  });
  await pause(500);
  first.kill();
  isKilled = true;
  await Promise.all(readers);

  const second = await startSite(options);
  try {
    expect(second.log()).toMatch(/Publication: 0 files read, 0 removed/);
    const after = await readAll(second.address);
    // Labels of dates grow older, and their length is part of the weight.
    const comparable = (html = '') =>
      html.replace(/<time.*?<\/time>/g, '').replace(/This page: [\d.]+ kB\s*/, '');
    for (const { path } of PAGES) expect(comparable(after[path])).toBe(comparable(before[path]));
  } finally {
    await second.stop();
  }
});
