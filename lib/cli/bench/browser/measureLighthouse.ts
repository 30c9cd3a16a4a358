import { FIXTURE_PAGES, fixtureContent } from '../fixture';
import { atLeast, type PartResult } from '../part';
import { freePort } from '../processes';
import { startSite } from '../site';
import type { Workspace } from '../workspace';
import { launch } from './chromium';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  readonly kind: string;
  /** Points of 100 by category; null where Lighthouse gives none. */
  readonly points: Readonly<Record<string, number | null>>;
  /** Checks that cost points. */
  readonly below: readonly string[];
}

/** What Lighthouse says of each kind of page on a phone. */
export async function measureLighthouse(workspace: Workspace): Promise<PartResult> {
  const { default: lighthouse } = await import('lighthouse');
  const contentDir = fixtureContent(workspace, 'lighthouse-content');
  const site = await startSite({ contentDir, dataDir: workspace.folder('lighthouse-data') });
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  const reports: Report[] = [];
  for (const { kind, path } of FIXTURE_PAGES) {
    const run = await lighthouse(site.address + path, {
      port,
      logLevel: 'error',
      onlyCategories: [...CATEGORIES],
      // A page that says that there is none has its own status.
      ignoreStatusCode: true,
    });
    if (!run) throw new Error(`Lighthouse gave no report of ${path}`);
    const { categories, audits } = run.lhr;
    const points = Object.entries(categories).map(([id, { score }]) => {
      return [id, score === null ? null : Math.round(score * 100)] as const;
    });
    const below = Object.values(categories)
      .flatMap(({ auditRefs }) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.995)
      .map(({ id }) => id);
    reports.push({ kind, points: Object.fromEntries(points), below: [...new Set(below)] });
  }
  await browser.close();
  await site.stop();
  return {
    name: 'lighthouse',
    rows: [
      ['Lighthouse, mobile', ...CATEGORIES, 'not full'],
      ...reports.map(({ kind, points, below }) => [
        `  ${kind}`,
        ...CATEGORIES.map((category) => String(points[category] ?? 'none')),
        below.join(' '),
      ]),
    ],
    verdicts: reports.flatMap(({ kind, points }) =>
      CATEGORIES.map((category) =>
        atLeast(`Lighthouse, ${kind}, ${category}`, 'points', 100, points[category] ?? 0),
      ),
    ),
    data: reports,
  };
}
