import axe from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};

/** The one rule of them that a change of colours alone can break. */
const COLOURS: axe.RunOnly = { type: 'rule', values: ['color-contrast'] };

export interface Audit {
  /** What breaks WCAG 2.2 A or AA: one line for each rule, with its first element. */
  readonly violations: readonly string[];
  /** Rules that found something and nothing wrong with it; an empty page has next to none. */
  readonly passed: readonly string[];
}

/** Puts axe into a page that has loaded; `audit` needs it there. */
export async function addAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

/** Checks the page as it now stands, in its width and colours. */
export const audit = (page: Page): Promise<Audit> => run(page, WCAG);

/** Checks the colours alone, of a page that was checked whole in others. */
export const auditColours = (page: Page): Promise<Audit> => run(page, COLOURS);

async function run(page: Page, runOnly: axe.RunOnly): Promise<Audit> {
  const options: axe.RunOptions = { runOnly, resultTypes: ['violations'], preload: false };
  const script = `axe.run(document, ${JSON.stringify(options)})`;
  const { violations, passes } = await page.evaluate<axe.AxeResults>(script);
  return {
    violations: violations.map(({ id, nodes }) => {
      const [first] = nodes;
      const why = first?.failureSummary?.replace(/\s+/g, ' ');
      return `${id}, ${nodes.length} times, first at ${first?.target.join(' ')}: ${why}`;
    }),
    passed: passes.map(({ id }) => id),
  };
}
