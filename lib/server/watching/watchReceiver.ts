import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { knowsSecret } from '@/lib/publishing/webhook/signature';
import type { OperationEnvironment } from '@/lib/site/environment/operation';
import { ipMatcher } from '@/lib/site/ipRanges';
import { routes } from '@/lib/site/routes';
import type { Client } from '../clients/clientAddress';
import { commonHeaders, KEEP } from '../http/headers';
import type { Receive } from '../http/receivePublish';
import { sendJson } from '../http/sendJson';
import type { Readiness } from './readiness';

interface WatchReceiverOptions {
  readonly readiness: Readiness;
  readonly registry: Registry;
  readonly settings: OperationEnvironment['metrics'];
  readonly findClient: (request: IncomingMessage) => Client;
  readonly siteUrl: string;
}

/** Answers balancers at `routes.readiness()`, and Prometheus at `routes.metrics()`. */
export function watchReceiver(options: WatchReceiverOptions): Receive {
  const { readiness, registry, settings, findClient, siteUrl } = options;
  const common = commonHeaders(siteUrl);
  const isAllowed = ipMatcher(settings.allowed);

  async function answerReadiness(request: IncomingMessage, response: ServerResponse) {
    const { reasons } = readiness;
    const isReady = reasons.length === 0;
    const value = { status: isReady ? 'ready' : 'not ready', reasons };
    sendJson(request, response, { status: isReady ? 200 : 503, value, headers: common });
  }

  async function answerMetrics(request: IncomingMessage, response: ServerResponse) {
    const body = await registry.metrics();
    response.writeHead(200, {
      'Content-Type': registry.contentType,
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': KEEP.never,
      ...common,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  /** This machine; whom the settings name; whoever sends the token. */
  function mayRead(request: IncomingMessage): boolean {
    const { address, isLocal, maybeProxy, isUntrustedForwarder } = findClient(request);
    if (isLocal) return true;
    // A proxy that nobody has named asks for just anybody.
    const isKnown = address !== null && !(maybeProxy && isUntrustedForwarder);
    if (isKnown && isAllowed(address)) return true;
    if (settings.token === null) return false;
    return knowsSecret(request.headersDistinct, { shared: null, local: settings.token });
  }

  return (path, request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    if (path === routes.readiness()) return answerReadiness(request, response);
    // To all others there is nothing at this address.
    if (path === routes.metrics() && mayRead(request)) return answerMetrics(request, response);
    return null;
  };
}
