import { announcer } from '@/lib/publishing/announcing/announcer';
import { type Publication, publication } from '@/lib/publishing/publication';
import { purger } from '@/lib/publishing/purging/purger';
import type { Environment } from '@/lib/site/environment';
import { routes } from '@/lib/site/routes';
import type { MakeAnswer } from './pages/answer';
import type { Page } from './pages/page';
import { PageCache } from './pages/pageCache';
import { LivePublishing } from './publishing/livePublishing';
import { PublishingProcess } from './publishing/publishingProcess';
import { LiveRates } from './rates';
import { RenderingPool } from './rendering/renderingPool';
import { RenderQueue } from './rendering/renderQueue';
import { onceForAll } from './shared/once';
import { openSharing, type Sharing } from './shared/sharing';
import { Metrics } from './watching/metrics/metrics';

export interface SiteOptions {
  /** Bundled program that runs `work` when it is started in a workshop. */
  readonly program: string;
  /** Folder of the built site. */
  readonly root: string;
  readonly environment: Environment;
}

/** What makes, keeps and renews what readers get, whoever asks for it. */
export interface Site {
  readonly publication: Publication;
  readonly pages: PageCache;
  /** Shown in place of a page that cannot be made. */
  readonly fault: Page;
  readonly rendering: RenderingPool;
  readonly queue: RenderQueue;
  readonly live: LivePublishing;
  readonly rates: LiveRates;
  /** Null where nothing is shared with other instances. */
  readonly sharing: Sharing | null;
  readonly metrics: Metrics;
  readonly stop: () => Promise<void>;
}

/**
 * Opens all of a site but its HTTP server.
 * @throws Error where a thread or process that it needs does not come up
 */
export async function openSite({ program, root, environment }: SiteOptions): Promise<Site> {
  const [rendering, publishing] = await Promise.all([
    RenderingPool.start({ program, root, environment }),
    PublishingProcess.start({ program, environment }),
  ]);
  // Made now, since a fault may keep it from being made when it is needed.
  const fault = await rendering.make(routes.serverError());
  if (fault.kind !== 'page') throw new Error('The page for faults cannot be made; see above.');
  const shared = await publication();
  const metrics = new Metrics(shared);
  const queue = new RenderQueue((path) => metrics.watchRender(path, () => rendering.make(path)));
  const make: MakeAnswer = (path, wanted) => live.archive.making(queue.make, path, wanted);
  const sharing = await openSharing({ root, publication: shared, look: () => live.request() });
  const pages = new PageCache({
    make: sharing?.pages.before(make) ?? make,
    maxBytes: environment.pageCacheBytes,
  });
  const rates = new LiveRates(shared, pages, sharing?.store);
  const announce = announcer(environment);
  const live = new LivePublishing({
    publication: shared,
    pages,
    publishing,
    rendering,
    announce: sharing === null ? announce : onceForAll(announce, sharing.store),
    purge: purger(environment),
    onLooked: (commit) => sharing?.events.published(commit),
    onRun: metrics.onRun,
  });
  const stop = async (): Promise<void> => {
    await rates.stop();
    await sharing?.stop();
    await publishing.stop();
  };
  return {
    publication: shared,
    pages,
    fault: fault.page,
    rendering,
    queue,
    live,
    rates,
    sharing,
    metrics,
    stop,
  };
}
