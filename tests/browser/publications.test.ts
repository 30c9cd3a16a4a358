import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyOfContent, siteOf, temporaryFolder } from '@/tests/support/content';
import { startSite } from '@/tests/support/server';
import { browse } from './support/visit';

const go = browse();
const goWithoutScripts = browse({ scripts: false });

describe('a server that is restarted', () => {
  const dataDir = temporaryFolder();
  const contentDir = copyOfContent();
  const first = siteOf({ dataDir, contentDir });

  it('knows the site by the address it is served at, where it is told no other', async () => {
    const { page } = await go(`${first().address}/about`);
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    expect(canonical).toBe(`${first().address}/about`);
  });

  it('reads nothing again', async () => {
    expect(first().log()).toMatch(/^Publication: [1-9]\d* files read, 0 removed, 0 unchanged/m);
    await first().stop();
    const again = await startSite({ dataDir, contentDir });
    onTestFinished(again.stop);
    expect(again.log()).toMatch(/^Publication: 0 files read, 0 removed, [1-9]\d* unchanged/m);
    expect((await fetch(`${again.address}/people/aliya-haidar`)).status).toBe(200);
  });

  it('reads what has changed, and takes out what is gone', async () => {
    const author = join(contentDir, 'authors', 'aliya-haidar.md');
    writeFileSync(author, '---\nname: Aliya Haidar\nrole: Court reporter\n---\n\nShe reports.\n');
    writeFileSync(join(contentDir, 'front.yml'), 'lead:\n  article: central-asia-crypto-gamble\n');
    rmSync(join(contentDir, 'articles', '2025', '04', 'csto-future-in-doubt.md'));
    const site = await startSite({ dataDir, contentDir });
    onTestFinished(site.stop);
    expect(site.log()).toMatch(/^Publication: 2 files read, 1 removed, [1-9]\d* unchanged/m);
    const profile = await (await fetch(`${site.address}/people/aliya-haidar`)).text();
    expect(profile).toContain('Court reporter');
    expect(profile).not.toContain('/articles/csto-future-in-doubt');
    const { page } = await go(`${site.address}/`);
    const lead = page.locator('[data-card]').first().locator('h2 a');
    expect(await lead.getAttribute('href')).toBe('/articles/central-asia-crypto-gamble');
  });
});

describe('an empty publication', () => {
  const site = siteOf({ contentDir: temporaryFolder() });

  it.each(['/', '/people', '/archive', '/corrections'])('still has %s', async (path) => {
    const { page, status } = await goWithoutScripts(site().address + path);
    expect(status).toBe(200);
    expect(await page.locator('main h1').count()).toBe(1);
    expect((await page.locator('h1').allInnerTexts()).join()).not.toBe('');
    expect(await page.title()).not.toBe('');
    expect(await page.locator('[data-card]').count()).toBe(0);
  });

  it('still says what is not there', async () => {
    const { page, status } = await goWithoutScripts(`${site().address}/articles/none`);
    expect(status).toBe(404);
    expect(await page.locator('h1').allInnerTexts()).toEqual(['This page does not exist']);
  });
});

describe('a publication with a broken site.yml', () => {
  const contentDir = copyOfContent();
  writeFileSync(join(contentDir, 'site.yml'), 'name: [Saxaul\nlanguage: xx\n  perPage: many\n');
  const site = siteOf({ contentDir });

  it('says at the start what is wrong, and where', () => {
    expect(site().log()).toMatch(/^site\.yml:\d+:\d+ error /m);
  });

  it.each(['/', '/people/aliya-haidar', '/articles/csto-future-in-doubt'])(
    'still has %s',
    async (path) => {
      const { page, status } = await goWithoutScripts(site().address + path);
      expect(status).toBe(200);
      expect(await page.locator('main h1').count()).toBe(1);
      expect(await page.locator('[data-card]').count()).toBeGreaterThan(0);
    },
  );
});
