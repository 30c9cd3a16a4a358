import { PageClient } from '../fetchPage';
import { milliseconds, ratio } from '../formatNumber';
import { generatePublication } from '../generate/publication';
import { type PageKind, type PagePlan, planPages } from '../pageKinds';
import type { PartResult } from '../part';
import { startPlainNext } from '../plainNext';
import { startSite } from '../site';
import { median, percentile } from '../statistics';
import type { Workspace } from '../workspace';

const ARTICLES = 1000;

interface Rendering {
  readonly kind: PageKind;
  /** Milliseconds for each page: made, finished and compressed here; made alone by Next. */
  readonly own: readonly number[];
  readonly nexts: readonly number[];
}

/** Pages that nobody has asked for yet, beside the same pages by the same build under `next start`, in turns. */
export async function measureRendering(workspace: Workspace): Promise<PartResult> {
  const contentDir = workspace.folder('rendering-content');
  const publication = await generatePublication(contentDir, ARTICLES);
  const site = await startSite({ contentDir, dataDir: workspace.folder('rendering-data') });
  const plain = await startPlainNext(contentDir, workspace.folder('rendering-data-next'));
  const own = new PageClient(site.address);
  const nexts = new PageClient(plain.address);
  const renderings: Rendering[] = [];
  for (const plan of planPages(publication)) renderings.push(await inTurns(plan, own, nexts));
  own.close();
  nexts.close();
  await site.stop();
  await plain.stop();
  return {
    name: 'rendering',
    rows: [
      ['Page not yet cached', 'median', 'p95', 'next start', 'p95', 'that is'],
      ...renderings.map(({ kind, own, nexts }) => [
        `  ${kind}`,
        milliseconds(median(own)),
        milliseconds(percentile(own, 0.95)),
        milliseconds(median(nexts)),
        milliseconds(percentile(nexts, 0.95)),
        ratio([median(own), median(nexts)]),
      ]),
    ],
    verdicts: [],
    data: renderings,
  };
}

async function inTurns(
  { kind, status, warmUp, measured }: PagePlan,
  own: PageClient,
  nexts: PageClient,
): Promise<Rendering> {
  const rendering = { kind, own: [] as number[], nexts: [] as number[] };
  for (const path of warmUp) await Promise.all([own.get(path), nexts.get(path)]);
  for (const path of measured) {
    const [one, other] = [await own.get(path), await nexts.get(path)];
    if (one.status !== status || other.status !== status) {
      throw new Error(`${path} was answered with ${one.status} and ${other.status}, not ${status}`);
    }
    rendering.own.push(one.milliseconds);
    rendering.nexts.push(other.milliseconds);
  }
  return rendering;
}
