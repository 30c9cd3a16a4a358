import { join } from 'node:path';
import { announcer } from '@/lib/publishing/announcing/announcer';
import { publication } from '@/lib/publishing/publication';
import { type Environment, servedHost } from '@/lib/site/environment';
import { routes } from '@/lib/site/routes';
import { dataFinder } from './data';
import { fileFinder } from './files';
import { limitConnections } from './http/connectionLimit';
import { httpServer, listen } from './http/listen';
import { ownLimits, roomForConnections } from './http/openFiles';
import { publishReceiver } from './http/receivePublish';
import { requestHandler } from './http/requestHandler';
import { orderlyStop } from './orderlyStop';
import { PageCache } from './pages/pageCache';
import { LivePublishing } from './publishing/livePublishing';
import { grantLocalAccess } from './publishing/localAccess';
import { PublishingProcess } from './publishing/publishingProcess';
import { LiveRates } from './rates';
import { RenderingPool } from './rendering/renderingPool';
import { RenderQueue } from './rendering/renderQueue';

export interface RunningServer {
  /** Where the site is served. */
  readonly address: string;
}

interface ServerOptions {
  /** Bundled program that runs `work` when it is started in a workshop. */
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
  const [rendering, publishing] = await Promise.all([
    RenderingPool.start({ program, root, environment }),
    PublishingProcess.start({ program, environment }),
  ]);
  // Made now, since a fault may keep it from being made when it is needed.
  const fault = await rendering.make(routes.serverError());
  if (fault.kind !== 'page') throw new Error('The page for faults cannot be made; see above.');
  const queue = new RenderQueue((path) => rendering.make(path));
  const pages = new PageCache({
    make: async (path, wanted) => {
      const answer = await queue.make(path, wanted);
      if (answer.kind !== 'fault' || answer.cause !== 'archive') return answer;
      return (await live.archive.mendSoon()) ? queue.make(path, wanted) : answer;
    },
    maxBytes: pageCacheBytes,
  });
  const shared = await publication();
  const rates = new LiveRates(shared, pages);
  const announce = announcer(environment);
  const live = new LivePublishing({
    publication: shared,
    pages,
    publishing,
    rendering,
    announce,
  });
  const address = `http://${servedHost(host)}:${port}`;
  const access = grantLocalAccess(environment.dataDir, address);
  const secrets = { shared: environment.publishing.secret, local: access.token };
  const findFile = fileFinder(join(root, 'public'));
  const findData = dataFinder({ rates, live, secrets });
  const server = httpServer(
    requestHandler({
      pages,
      fault: fault.page,
      findFile: (path) => live.archive.reading(() => findFile(path)),
      findData: (path, fields) => live.archive.reading(() => findData(path, fields)),
      receive: publishReceiver({
        secrets,
        branch: environment.publishing.branch,
        publish: () => live.request(),
        hasFailed: () => live.failure !== null,
        siteUrl,
      }),
      siteUrl,
    }),
  );
  limitConnections(server, Math.min(environment.connections.most, roomForConnections(ownLimits())));
  const stop = orderlyStop(server);
  const end = (): void => {
    stop()
      .then(() => publishing.stop())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  await listen(server, environment);
  rates.start();
  await live.start();
  rendering.grow();
  return { address };
}
