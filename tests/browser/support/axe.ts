import axe from 'axe-core';
import type { Page } from 'playwright-core';

const OPTIONS: axe.RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
};

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

/** Checks the page as it now stands: its width, its colours, what is open in it. */
export async function audit(page: Page): Promise<Audit> {
  const script = `axe.run(document, ${JSON.stringify(OPTIONS)})`;
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
