import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sampleLead } from './support/sample';
import { DESKTOP, READERS, visitOnce } from './support/visit';

const headlines = (cards: Locator) =>
  cards
    .locator('h2 a, h3 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

describe.each(READERS)('the front page $reader', ({ scripts }) => {
  const visit = visitOnce('/', { scripts });
  const cards = () => visit().page.locator('[data-card]');
  const blocks = () =>
    visit()
      .page.getByRole('main')
      .locator('section')
      .filter({ has: visit().page.locator('h2 a') });

  it('leads with the story that the editors set', async () => {
    const lead = cards().first();
    expect(await headlines(lead)).toEqual([`/articles/${sampleLead()}`]);
    expect(await lead.getByRole('heading', { level: 2 }).count()).toBe(1);
    expect(await lead.locator('img').isVisible()).toBe(true);
    expect(await lead.locator('[data-byline] a').count()).toBeGreaterThan(0);
  });

  it('gives the lead the largest headline', async () => {
    const sizes = await cards()
      .locator('h2, h3')
      .evaluateAll((all) => all.map((node) => Number.parseFloat(getComputedStyle(node).fontSize)));
    const [lead = 0, ...others] = sizes;
    expect(others.length).toBeGreaterThan(10);
    expect(Math.max(...others)).toBeLessThan(lead);
  });

  it('sets four secondary stories beside the lead', async () => {
    const stories = visit().page.getByRole('main').locator('[data-card]:has(h2)');
    expect(await stories.count()).toBe(5);
    const boxes = await stories.evaluateAll((all) =>
      all.map((story) => ({ ...story.getBoundingClientRect().toJSON() })),
    );
    const [lead, ...others] = boxes;
    expect(lead.width).toBeLessThan(DESKTOP);
    for (const { top } of others) expect(top).toBeLessThan(lead.bottom);
  });

  it('has a block for each section with stories, in the order of the sections', async () => {
    const paths = await blocks()
      .locator('h2 a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const order = await visit()
      .page.getByRole('navigation', { name: 'Sections' })
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(paths.length).toBeGreaterThanOrEqual(4);
    expect(paths).toEqual(order.filter((path) => paths.includes(path)));
  });

  it('fills each block with the newest stories of its section', async () => {
    const { page } = visit();
    for (const block of await blocks().all()) {
      const section = await block.locator('h2 a').getAttribute('href');
      const listed = await (await page.request.get(section ?? '')).text();
      const stories = await headlines(block.locator('[data-card]'));
      expect(stories.length).toBeGreaterThan(0);
      expect(stories.length).toBeLessThanOrEqual(4);
      for (const story of stories)
        expect(listed, `${story} in ${section}`).toContain(`href="${story}"`);
    }
  });

  it('shows the lead and the secondary stories once', async () => {
    const { page } = visit();
    const top = await headlines(page.getByRole('main').locator('[data-card]:has(h2)'));
    const latest = await headlines(
      page.getByRole('region', { name: 'Latest' }).locator('[data-card]'),
    );
    const inBlocks = await headlines(blocks().locator('[data-card]'));
    expect(top).toHaveLength(5);
    expect(latest.length).toBeGreaterThan(0);
    for (const list of [top, latest, inBlocks]) expect(list).toHaveLength(new Set(list).size);
    expect([...latest, ...inBlocks].filter((story) => top.includes(story))).toEqual([]);
  });

  it('dates every card', async () => {
    const total = await cards().count();
    expect(await cards().locator('time[datetime]').count()).toBe(total);
  });
});
