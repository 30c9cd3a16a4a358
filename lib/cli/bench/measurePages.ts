import { type FetchedPage, PageClient } from './fetchPage';
import type { PageKind, PagePlan } from './pageKinds';
import { processorTimeOf } from './processFacts';
import type { RunningSite } from './site';
import { mean, percentile } from './statistics';
import { type Weight, weigh } from './weight';

/** One kind of page: times in milliseconds, weights in bytes. */
export interface PageMeasures {
  readonly kind: PageKind;
  readonly requests: number;
  readonly mean: number;
  readonly p95: number;
  /** Of the page that took the most bytes over the line. */
  readonly heaviest: Weight;
}

/**
 * Asks for all pages, one after the other: first those that warm the server up, of every kind,
 * then the measured ones.
 * @throws Error for a page that is answered with another status than planned
 */
export async function measurePages(
  { address, pid }: Pick<RunningSite, 'address' | 'pid'>,
  plans: readonly PagePlan[],
): Promise<{ pages: PageMeasures[]; processorTime: number | null }> {
  const client = new PageClient(address);
  const fetched: { plan: PagePlan; pages: FetchedPage[] }[] = [];
  for (const plan of plans) await fetchAll(client, plan, plan.warmUp);
  const before = processorTimeOf(pid);
  for (const plan of plans) {
    fetched.push({ plan, pages: await fetchAll(client, plan, plan.measured) });
  }
  const after = processorTimeOf(pid);
  client.close();
  const requests = fetched.reduce((sum, { pages }) => sum + pages.length, 0);
  const processorTime = before === null || after === null ? null : (after - before) / requests;
  const measures: PageMeasures[] = [];
  for (const { plan, pages } of fetched) {
    const times = pages.map(({ milliseconds }) => milliseconds);
    measures.push({
      kind: plan.kind,
      requests: pages.length,
      mean: mean(times),
      p95: percentile(times, 0.95),
      heaviest: weigh(heaviest(pages)),
    });
  }
  return { pages: measures, processorTime };
}

async function fetchAll(
  client: PageClient,
  { status }: PagePlan,
  paths: PagePlan['measured'],
): Promise<FetchedPage[]> {
  const pages: FetchedPage[] = [];
  for (const path of paths) {
    const page = await client.get(path);
    if (page.status !== status) {
      throw new Error(`${path} was answered with status ${page.status}, not ${status}`);
    }
    pages.push(page);
  }
  return pages;
}

function heaviest(pages: readonly FetchedPage[]): FetchedPage {
  const [first, ...rest] = pages;
  if (first === undefined) throw new RangeError('No page was fetched');
  return rest.reduce((most, page) => (page.sentBytes > most.sentBytes ? page : most), first);
}
