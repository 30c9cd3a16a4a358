import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfContent, siteOf } from '@/tests/support/content';
import { until } from './publishing/newsroom';
import { browse } from './support/visit';

const RATE = 'articles/2026/02/how-an-official-rate-is-set.md';
const ADDRESS = '/articles/how-an-official-rate-is-set';

const contentDir = copyOfContent();
const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
const site = siteOf({
  contentDir,
  command: [process.execPath, next, 'dev'],
  ready: /Ready in/,
  environment: { NEXT_TELEMETRY_DISABLED: '1' },
});

function save(path: string, change: (text: string) => string): void {
  const file = join(contentDir, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe('an editor who writes', () => {
  const go = browse();

  it('sees in the open browser what was saved, drafts and problems with it', async () => {
    // The development server says that it is ready before it is.
    const isReady = async () => (await fetch(site().address + ADDRESS).catch(() => null))?.ok;
    await until(async () => (await isReady()) ?? false);
    const { page } = await go(site().address + ADDRESS);
    const heading = page.getByRole('heading', { level: 1 });
    const listening = page.locator('html[data-listening]');
    // Whoever saves at once saves before the page listens.
    await listening.waitFor({ state: 'attached' });
    save(RATE, (text) => text.replace(/title: .*/, 'title: Written just now\ndraft: true'));
    await heading.getByText('Written just now').waitFor();
    expect(await page.getByText('Draft', { exact: true }).first().isVisible()).toBe(true);
    await listening.waitFor({ state: 'attached' });
    save(RATE, (text) => text.replace('title: Written', 'titel: Written'));
    const panel = page.locator('[data-dev-panel]');
    await panel.getByText('2 errors, 0 warnings in the content').waitFor();
    expect(await panel.getByRole('listitem').first().innerText()).toContain(`${RATE}:`);
    // What was sound last stays to be seen.
    expect(await heading.innerText()).toBe('Written just now');
  });
});
