import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/log/log';
import { type Delivery, readDelivery } from '@/lib/publishing/webhook/delivery';
import { KnownDeliveries } from '@/lib/publishing/webhook/known';
import { beginCheckOfAny, type Secrets } from '@/lib/publishing/webhook/signature';
import { routes, type SitePath } from '@/lib/site/routes';
import type { ClientLimit } from '../clients/clientLimits';
import type { RequestId } from '../clients/requestId';
import { bodyRoom } from './bodyRoom';
import { commonHeaders } from './headers';
import { refusalLog } from './refusalLog';
import { readBody } from './requestBody';
import { sendJson } from './sendJson';

/** Answers a request that is no reading of a page; null where the address is not its own. */
export type Receive = (
  path: SitePath,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | null;

interface PublishReceiverOptions {
  readonly secrets: Secrets;
  /** The branch that is published. */
  readonly branch: string;
  /** Begins to publish in the background, or has the run that waits do this too. */
  readonly publish: () => 'started' | 'folded';
  /** Whether the run before this could not publish, so that a delivery may come once more. */
  readonly hasFailed: () => boolean;
  readonly siteUrl: string;
  /** How many refusals one client may have. */
  readonly limit?: ClientLimit;
  /** Told of each refusal. */
  readonly onRefusal?: (status: number) => void;
  readonly requestId?: RequestId;
  /** Milliseconds for the body of one delivery. */
  readonly patience?: number;
  readonly log?: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const MEGABYTE = 1024 * 1024;
/** GitHub sends 25 MB at most. */
const LARGEST = 25 * MEGABYTE;
/** Checked in a millisecond or two; few pushes are larger. */
const CHEAP = MEGABYTE;

const REFUSALS = {
  400: null,
  401: 'This delivery is not signed with the secret of this site.',
  405: 'Only POST is answered here.',
  408: 'The delivery took too long.',
  413: `A delivery has at most ${LARGEST / MEGABYTE} MB.`,
  429: 'Too many deliveries that this site refused have come from your address. Wait a minute, and check the secret.',
  503: 'PUBLISH_SECRET is not set. Set it to at least 16 characters in the environment of this server, and give the webhook of the repository the same.',
} as const;

type Refusal = keyof typeof REFUSALS;

/** Those that somebody who tries secrets, or fills the line, brings about. */
const CHARGED: ReadonlySet<Refusal> = new Set([401, 408, 413]);

/**
 * Receives word of new commits at `routes.publish()`, from the webhooks of GitHub, GitLab, Gitea
 * and Forgejo and from scripts. It answers at once; whatever follows happens in the background.
 */
export function publishReceiver(options: PublishReceiverOptions): Receive {
  const { secrets, branch, publish, hasFailed, siteUrl, patience = 10_000 } = options;
  const { log: write = log.warn, now = Date.now, limit, onRefusal, requestId } = options;
  const common = commonHeaders(siteUrl);
  const logRefusal = refusalLog(write, now);
  const known = new KnownDeliveries();
  const keep = bodyRoom();
  const wrong = secrets.shared === null ? 503 : 401;

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return refuse(request, response, 405);
    const isOverLimit = (limit?.wait(request) ?? 0) > 0;
    // Somebody else may have used up the limit of a service that sends for many: what costs little is
    // still looked at, so that no right delivery is lost.
    const length = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
    if (isOverLimit && length > CHEAP) return refuse(request, response, 429);
    const unauthentic = isOverLimit ? 429 : wrong;
    if (Number(request.headers['content-length'] ?? 0) > LARGEST) {
      return refuse(request, response, 413);
    }
    const check = beginCheckOfAny(request.headersDistinct, secrets, now());
    if (check === null) return refuse(request, response, unauthentic);
    if (/100-continue/i.test(request.headers.expect ?? '')) response.writeContinue();
    const kept = keep();
    const take = (chunk: Buffer): void => {
      check.update(chunk);
      kept.add(chunk);
    };
    const end = await readBody(request, take, { maxBytes: LARGEST, patience });
    const body = kept.release();
    if (end === 'broken-off') return;
    if (end === 'too-large') return refuse(request, response, 413);
    if (end === 'too-slow') return refuse(request, response, 408);
    const authentic = check.finish();
    if (authentic === null) return refuse(request, response, unauthentic);
    if (!hasFailed() && known.has(authentic.key)) {
      const value = { status: 'folded', reason: 'This delivery is known already.' };
      return sendJson(request, response, { status: 202, value, headers: common });
    }
    const delivery = readDelivery(request.headersDistinct, body, branch);
    if (delivery.kind === 'unreadable') return refuse(request, response, 400, delivery.reason);
    const answer = act(delivery);
    if (delivery.kind === 'push') known.add(authentic.key);
    sendJson(request, response, { ...answer, headers: common });
  }

  function act(delivery: Exclude<Delivery, { kind: 'unreadable' }>) {
    switch (delivery.kind) {
      case 'ping':
        return { status: 200, value: { status: 'pong' } };
      case 'ignored':
        return { status: 200, value: { status: 'ignored', reason: delivery.reason } };
      case 'push': {
        const status = publish() === 'started' ? 'accepted' : 'folded';
        return { status: 202, value: { status } };
      }
    }
  }

  function refuse(
    request: IncomingMessage,
    response: ServerResponse,
    status: Refusal,
    reason: string | null = REFUSALS[status],
  ): void {
    const allow = status === 405 ? { Allow: 'POST' } : {};
    const scheme = status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
    const wait = status === 429 ? { 'Retry-After': String(limit?.wait(request) ?? 1) } : {};
    const name = status >= 500 && requestId ? { 'X-Request-Id': requestId(request) } : {};
    const headers = { ...common, ...allow, ...scheme, ...wait, ...name };
    if (CHARGED.has(status)) limit?.charge(request);
    onRefusal?.(status);
    logRefusal(`Publish: a delivery was refused (${status}).`);
    sendJson(request, response, { status, value: { status: 'refused', reason }, headers });
  }

  return (path, request, response) =>
    path === routes.publish() ? receive(request, response) : null;
}
