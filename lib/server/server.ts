import { join } from 'node:path';
import { announcer } from '@/lib/publishing/announcing/announcer';
import { publication } from '@/lib/publishing/publication';
import { purger } from '@/lib/publishing/purging/purger';
import { type Environment, servedHost } from '@/lib/site/environment';
import { routes } from '@/lib/site/routes';
import { clientFinder } from './clients/clientAddress';
import { clientLimits } from './clients/clientLimits';
import { requestNamer } from './clients/requestId';
import { dataFinder } from './data';
import { endOnSignal } from './endOnSignal';
import { fileFinder } from './files';
import { limitConnections } from './http/connectionLimit';
import { tagger } from './http/headers';
import { httpServer, listen } from './http/listen';
import { ownLimits, roomForConnections } from './http/openFiles';
import { publishReceiver } from './http/receivePublish';
import { requestHandler } from './http/requestHandler';
import { orderlyStop } from './orderlyStop';
import type { MakeAnswer } from './pages/answer';
import { momentaryPage } from './pages/momentary';
import { PageCache } from './pages/pageCache';
import { LivePublishing } from './publishing/livePublishing';
import { grantLocalAccess } from './publishing/localAccess';
import { PublishingProcess } from './publishing/publishingProcess';
import { LiveRates } from './rates';
import { RenderingPool } from './rendering/renderingPool';
import { RenderQueue } from './rendering/renderQueue';
import { onceForAll } from './shared/once';
import { openSharing } from './shared/sharing';
import { currentState } from './watching/currentState';
import { Metrics } from './watching/metrics/metrics';
import { programFacts } from './watching/programFacts';
import { Readiness } from './watching/readiness';
import { RequestWatch } from './watching/requestWatch';
import { watchReceiver } from './watching/watchReceiver';

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
  /** Whether newer content than what is published could not be asked for. */
  readonly isBehind?: boolean;
}

/**
 * Serves the built site until the process is told to stop.
 * @throws Error with one clear line where the address cannot be listened on
 */
export async function startServer({
  program,
  root,
  environment,
  isBehind = false,
}: ServerOptions): Promise<RunningServer> {
  const { host, port, siteUrl, pageCacheBytes, operation } = environment;
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
    onRun: metrics.onRun,
  });
  const facts = programFacts(root);
  const status = momentaryPage(() =>
    metrics.watchRender(routes.status(), () =>
      rendering.make(routes.status(), currentState({ facts, live, rates })),
    ),
  );
  const readiness = new Readiness({
    canRender: () => rendering.isOpen,
    isFilled: () => shared.isFilled,
  });
  const publish = () => {
    sharing?.events.called();
    return live.request();
  };
  const address = `http://${servedHost(host)}:${port}`;
  const access = grantLocalAccess(environment.dataDir, address);
  const secrets = { shared: environment.publishing.secret, local: access.token };
  const findClient = clientFinder(operation.proxies);
  const limits = clientLimits(operation.limits, findClient);
  const requestId = requestNamer(findClient);
  const { registry, counts, requests } = metrics;
  const receivePublish = publishReceiver({
    secrets,
    branch: environment.publishing.branch,
    publish,
    hasFailed: () => live.failure !== null,
    siteUrl,
    limit: limits.refusedDeliveries,
    onRefusal: (code) => requests.refuse('publish', code),
    requestId,
  });
  const receiveWatchers = watchReceiver({
    readiness,
    registry,
    settings: operation.metrics,
    findClient,
    siteUrl,
  });
  const findFile = fileFinder(join(root, 'public'));
  const findData = dataFinder({ rates, live, secrets, ...(sharing && { shared: sharing.state }) });
  const server = httpServer(
    requestHandler({
      pages,
      fault: fault.page,
      findFile: (path) => live.archive.reading(() => findFile(path)),
      findData: (path, fields) => live.archive.reading(() => findData(path, fields)),
      receive: (path, request, response) =>
        receivePublish(path, request, response) ?? receiveWatchers(path, request, response),
      tag: tagger(environment.cdn),
      siteUrl,
      findMomentary: (path) => (path === routes.status() ? status() : null),
      searches: limits.searches,
      onTooMany: () => requests.refuse('search', 429),
      watch: new RequestWatch({
        counts,
        requestId,
        lines: operation.log.requests,
        onAnswer: requests.observe,
      }),
      requestId,
    }),
    (code) => counts.add('other', undefined, code),
  );
  const maxBytes = pageCacheBytes;
  const health = () => rates.health;
  const isFetching = () => rates.isFetching;
  metrics.observe({
    pages,
    maxBytes,
    queue,
    health,
    readiness,
    facts,
    server,
    sharing,
    isFetching,
  });
  limitConnections(server, Math.min(environment.connections.most, roomForConnections(ownLimits())));
  const stop = orderlyStop(server);
  endOnSignal({
    withdraw: () => readiness.stop(),
    delay: operation.stopDelay,
    stop: async () => {
      await stop();
      await rates.stop();
      await sharing?.stop();
      await publishing.stop();
    },
  });
  await listen(server, environment);
  rates.start();
  sharing?.start();
  await live.start();
  if (isBehind) live.request();
  readiness.serve();
  rendering.grow();
  return { address };
}
