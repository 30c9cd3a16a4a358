import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Secrets } from '@/lib/publishing/webhook/signature';
import type { Environment } from '@/lib/site/environment';
import { routes } from '@/lib/site/routes';
import { clientFinder } from './clients/clientAddress';
import { clientLimits } from './clients/clientLimits';
import { requestNamer } from './clients/requestId';
import { dataFinder } from './data';
import { fileFinder } from './files';
import { limitConnections } from './http/connectionLimit';
import { tagger } from './http/headers';
import { httpServer } from './http/listen';
import { ownLimits, roomForConnections } from './http/openFiles';
import { publishReceiver } from './http/receivePublish';
import { requestHandler } from './http/requestHandler';
import { momentaryPage } from './pages/momentary';
import type { Site } from './site';
import { currentState } from './watching/currentState';
import { programFacts } from './watching/programFacts';
import type { Readiness } from './watching/readiness';
import { RequestWatch } from './watching/requestWatch';
import { watchReceiver } from './watching/watchReceiver';

interface SiteServerOptions {
  readonly site: Site;
  /** Folder of the built site. */
  readonly root: string;
  readonly environment: Environment;
  /** Of those who may have something published, or know of drafts. */
  readonly secrets: Secrets;
  readonly readiness: Readiness;
}

/** The HTTP server of a site: who asks for what, and whether they may. */
export function siteServer({
  site,
  root,
  environment,
  secrets,
  readiness,
}: SiteServerOptions): Server {
  const { pages, fault, rendering, queue, live, rates, sharing, metrics } = site;
  const { siteUrl, operation } = environment;
  const { registry, counts, requests } = metrics;
  const findClient = clientFinder(operation.proxies);
  const limits = clientLimits(operation.limits, findClient);
  const requestId = requestNamer(findClient);
  const facts = programFacts(root);
  const status = momentaryPage(() =>
    metrics.watchRender(routes.status(), () =>
      rendering.make(routes.status(), currentState({ facts, live, rates })),
    ),
  );
  const receivePublish = publishReceiver({
    secrets,
    branch: environment.publishing.branch,
    publish: () => {
      sharing?.events.called();
      return live.request();
    },
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
      fault,
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
  limitConnections(server, Math.min(environment.connections.most, roomForConnections(ownLimits())));
  metrics.observe({
    pages,
    maxBytes: environment.pageCacheBytes,
    queue,
    health: () => rates.health,
    readiness,
    facts,
    server,
    sharing,
    isFetching: () => rates.isFetching,
  });
  return server;
}
