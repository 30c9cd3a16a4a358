import { join } from 'node:path';
import { publication } from '@/lib/publishing/publication';
import { type Environment, servedHost } from '@/lib/site/environment';
import { routes, type SitePath } from '@/lib/site/routes';
import { dataFinder } from './data';
import { fileFinder } from './files';
import { httpServer, listen } from './http/listen';
import { requestHandler } from './http/requestHandler';
import { orderlyStop } from './orderlyStop';
import { PageCache } from './pages/pageCache';
import { LiveRates } from './rates';
import { RenderingThread } from './rendering/renderingThread';

export interface RunningServer {
  /** Where the site is served. */
  readonly address: string;
}

interface ServerOptions {
  /** Bundled program that runs `renderOrders` when it is started as a thread. */
  readonly program: string;
  /** Folder of the built site. */
  readonly root: string;
  readonly environment: Environment;
}

/**
 * Serves the built site until the process is told to stop.
 * @throws Error with one clear line where the address cannot be listened on
 */
export async function startServer({
  program,
  root,
  environment,
}: ServerOptions): Promise<RunningServer> {
  const { host, port, siteUrl, pageCacheBytes } = environment;
  const thread = await RenderingThread.start({ program, setup: { root, environment } });
  const make = (path: SitePath) => thread.make(path);
  // Made now, since a fault may keep it from being made when it is needed.
  const fault = await make(routes.serverError());
  if (fault.kind !== 'page') throw new Error('The page for faults cannot be made; see above.');
  const pages = new PageCache({ make, maxBytes: pageCacheBytes });
  const rates = new LiveRates(await publication(), pages);
  const server = httpServer(
    requestHandler({
      pages,
      fault: fault.page,
      findFile: fileFinder(join(root, 'public')),
      findData: dataFinder(rates),
      siteUrl,
    }),
  );
  const stop = orderlyStop(server);
  const end = (): void => {
    stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  await listen(server, environment);
  rates.start();
  return { address: `http://${servedHost(host)}:${port}` };
}
