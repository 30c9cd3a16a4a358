import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfContent, siteOf } from '@/tests/support/content';
import { GitRepository } from '../fixtures/gitRepository';
import { addAxe, audit } from './support/axe';
import { browse, PHONE } from './support/visit';

const FILE = 'articles/2025/04/almaty-airport-hostage-trial.md';
const ARTICLE = '/articles/almaty-airport-hostage-trial';

/** The sample in a repository of its own, in which one article was changed. */
function committedContent(): string {
  const repository = new GitRepository(copyOfContent());
  const present = readFileSync(join(repository.folder, FILE), 'utf8');
  repository.write(FILE, present.replace(/^title: .*$/m, 'title: A trial begins'));
  repository.commit('Report the trial');
  const updated = 'title: A trial ends\nupdated: 2025-05-02';
  repository.write(FILE, present.replace(/^title: .*$/m, updated));
  repository.commit('Say that it has <i>ended</i>');
  return repository.folder;
}

describe('the history of an article', () => {
  const site = siteOf({ contentDir: committedContent() });
  const go = browse({ scripts: false });
  const night = browse({ width: PHONE, theme: 'dark' });

  it('is one step from the date of the update', async () => {
    const { page } = await go(site().address + ARTICLE);
    await page.getByRole('link', { name: /^Updated/ }).click();
    expect(new URL(page.url()).pathname).toBe(`${ARTICLE}/history`);
    expect(await page.locator('.version').count()).toBe(2);
    expect(await page.getByText('Say that it has <i>ended</i>').count()).toBe(1);
    expect(await page.locator('.version del').innerText()).toContain('begins');
    expect(await page.locator('.version ins').innerText()).toContain('ends');
    const robots = page.locator('meta[name="robots"]');
    expect(await robots.getAttribute('content')).toBe('noindex, follow');
    const canonical = page.locator('link[rel="canonical"]');
    expect(await canonical.getAttribute('href')).toBe(`${site().address}${ARTICLE}/history`);
    expect(await page.content()).not.toMatch(/An Editor|editor@example/);
  });

  it('has nothing that keeps readers out, on a telephone at night', async () => {
    const { page } = await night(`${site().address}${ARTICLE}/history`);
    await addAxe(page);
    const { violations, passed } = await audit(page);
    expect(violations).toEqual([]);
    expect(passed).toContain('color-contrast');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });
});

describe('a publication that shows no histories', () => {
  const contentDir = committedContent();
  const path = join(contentDir, 'site.yml');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\nhistory: false\n`);
  const site = siteOf({ contentDir });

  it('answers with 404, and links to none', async () => {
    expect((await fetch(`${site().address}${ARTICLE}/history`)).status).toBe(404);
    const article = await (await fetch(site().address + ARTICLE)).text();
    expect(article).toContain('Updated');
    expect(article).not.toContain('/history');
  });
});
