import { join } from 'node:path';
import { announcer } from '@/lib/publishing/announcing/announcer';
import { publication } from '@/lib/publishing/publication';
import { purger } from '@/lib/publishing/purging/purger';
import { type Environment, servedHost } from '@/lib/site/environment';
import { routes } from '@/lib/site/routes';
import { dataFinder } from './data';
import { fileFinder } from './files';
import { limitConnections } from './http/connectionLimit';
import { tagger } from './http/headers';
import { httpServer, listen } from './http/listen';
import { ownLimits, roomForConnections } from './http/openFiles';
import { publishReceiver } from './http/receivePublish';
import { requestHandler } from './http/requestHandler';
import { orderlyStop } from './orderlyStop';
import type { MakeAnswer } from './pages/answer';
import { PageCache } from './pages/pageCache';
import { LivePublishing } from './publishing/livePublishing';
import { grantLocalAccess } from './publishing/localAccess';
import { PublishingProcess } from './publishing/publishingProcess';
import { LiveRates } from './rates';
import { RenderingPool } from './rendering/renderingPool';
import { RenderQueue } from './rendering/renderQueue';
import { onceForAll } from './shared/once';
import { openSharing } from './shared/sharing';

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
  const make: MakeAnswer = (path, wanted) => live.archive.making(queue.make, path, wanted);
  const shared = await publication();
  const sharing = await openSharing({ root, publication: shared, look: () => live.request() });
  const pages = new PageCache({
    make: sharing?.pages.before(make) ?? make,
    maxBytes: pageCacheBytes,
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
  });
  const publish = () => {
    sharing?.events.called();
    return live.request();
  };
  const address = `http://${servedHost(host)}:${port}`;
  const access = grantLocalAccess(environment.dataDir, address);
  const secrets = { shared: environment.publishing.secret, local: access.token };
  const findFile = fileFinder(join(root, 'public'));
  const findData = dataFinder({ rates, live, secrets, ...(sharing && { shared: sharing.state }) });
  const server = httpServer(
    requestHandler({
      pages,
      fault: fault.page,
      findFile: (path) => live.archive.reading(() => findFile(path)),
      findData: (path, fields) => live.archive.reading(() => findData(path, fields)),
      receive: publishReceiver({
        secrets,
        branch: environment.publishing.branch,
        publish,
        hasFailed: () => live.failure !== null,
        siteUrl,
      }),
      tag: tagger(environment.cdn),
      siteUrl,
    }),
  );
  limitConnections(server, Math.min(environment.connections.most, roomForConnections(ownLimits())));
  const stop = orderlyStop(server);
  const end = (): void => {
    stop()
      .then(() => rates.stop())
      .then(() => sharing?.stop())
      .then(() => publishing.stop())
      .then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  await listen(server, environment);
  rates.start();
  sharing?.start();
  await live.start();
  rendering.grow();
  return { address };
}
