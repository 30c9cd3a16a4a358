import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/log/log';
import type { Fields } from '@/lib/publishing/webhook/signature';
import { isPreview, isSearch, loggedPath, routes, type SitePath } from '@/lib/site/routes';
import { SPECULATION_RULES } from '@/lib/site/speculation';
import type { ClientLimit } from '../clients/clientLimits';
import type { RequestId } from '../clients/requestId';
import { isFrameworks } from '../finish/framework';
import type { Answer } from '../pages/answer';
import type { FinishedDocument } from '../pages/document';
import type { Page } from '../pages/page';
import type { PageCache } from '../pages/pageCache';
import type { RequestWatch } from '../watching/requestWatch';
import { readAddress } from './address';
import { type Audience, commonHeaders, headersOf, KEEP, type Tag } from './headers';
import type { Receive } from './receivePublish';
import { refusalLog } from './refusalLog';
import { type Data, sendData } from './sendData';
import { sendDocument } from './sendDocument';
import { sendJson } from './sendJson';
import { pageSender } from './sendPage';
import { sendText } from './sendText';
import { type StaticContent, sendStatic } from './staticFiles';

export interface RequestHandlerOptions {
  readonly pages: PageCache;
  /** Shown in place of a page that cannot be made. */
  readonly fault: Page;
  /** Finds the file that is served at an address, if there is one. */
  readonly findFile: (path: SitePath) => Promise<StaticContent | null> | null;
  /** Makes the data that is served at an address, if there is any. */
  readonly findData: (path: SitePath, fields: Fields) => Promise<Data | null> | null;
  /** Answers what is more than reading, at the addresses that take it. */
  readonly receive?: Receive;
  /** Tells the cache in front what an answer depends on; without it there is none. */
  readonly tag?: Tag;
  readonly siteUrl: string;
  /** Pages that are true for a moment only; null where an address is of no such page. */
  readonly findMomentary?: (path: SitePath) => Promise<Answer> | null;
  /** How often one client may have something made for its own words. */
  readonly searches?: ClientLimit;
  readonly onTooMany?: () => void;
  readonly watch?: RequestWatch;
  readonly requestId?: RequestId;
}

/** Pages that stand in for others, and have no address of their own. */
const STAND_INS: ReadonlySet<string> = new Set([
  routes.notFound(),
  routes.gone(),
  routes.serverError(),
  routes.tooManyRequests(),
]);

type NoPage = Exclude<Answer, { readonly kind: 'page' }>;

function audienceOf(path: string): Audience {
  if (isPreview(path)) return 'reader';
  return isSearch(path) ? 'searchers' : 'all';
}

/** Answers one request. Whatever goes wrong is answered too, and logged. */
export function requestHandler(options: RequestHandlerOptions) {
  const { pages, fault, findFile, findData, receive, siteUrl, tag = () => [] } = options;
  const { findMomentary, searches, onTooMany, watch, requestId } = options;
  const logFault = refusalLog(log.error, Date.now, 'faults');
  const sendPage = pageSender(siteUrl, tag);
  const common = commonHeaders(siteUrl);
  const ofFiles = { ...common, ...headersOf(tag(['files'])) };
  const ofRates = { ...common, ...headersOf(tag(['site'])) };
  const ofMissing = { ...common, ...headersOf(tag(['missing'])) };
  const withTags = ({ shown, status }: FinishedDocument) =>
    status === 200 ? { ...common, ...headersOf(tag(shown)) } : ofMissing;

  /** By far the most requests end here, without waiting for anything. */
  function sendAtHand(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '' } = request;
    if ((method !== 'GET' && method !== 'HEAD') || STAND_INS.has(url)) return false;
    const kept = pages.peek(url as SitePath);
    if (kept === undefined) return false;
    if ('bodies' in kept) sendDocument(request, response, kept, withTags(kept));
    else sendPage(request, response, kept, 200, audienceOf(url));
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method } = request;
    const address = readAddress(request.url ?? '/');
    const received = address.kind === 'path' && receive?.(address.path, request, response);
    if (received) return received;
    if (method !== 'GET' && method !== 'HEAD') {
      return sendText(request, response, 405, 'Only GET and HEAD are answered here.', {
        Allow: 'GET, HEAD',
        ...common,
      });
    }
    if (address.kind === 'malformed') {
      return sendText(request, response, address.status, address.message, common);
    }
    const { path, query } = address;
    if (path === routes.speculationRules()) return sendRules(request, response);
    const data = await findData(path, request.headersDistinct);
    const file = data ? null : await findFile(path);
    if ((data || file) && !address.isCanonical) return redirect(response, 308, path);
    if (data) return sendData(request, response, data, ofRates);
    if (file) {
      if (await sendStatic(request, response, file, ofFiles)) return;
      // Somebody deleted it at this moment; what can be made again is.
      const again = await findFile(path);
      const isSent = again !== null && (await sendStatic(request, response, again, ofFiles));
      return isSent ? undefined : sendMissing(request, response);
    }
    if (isFrameworks(path) || STAND_INS.has(path)) return sendMissing(request, response);
    // What is made for a query is made for this reader alone.
    const wait = query === '' ? 0 : (searches?.wait(request) ?? 0);
    if (wait > 0) return sendTooMany(request, response, path, wait);
    if (query !== '') searches?.charge(request);
    const momentary = findMomentary?.(path) ?? null;
    const found = await (momentary ?? pages.get(`${path}${query}`));
    const isThere = found.kind === 'page' || found.kind === 'document';
    if (isThere && !address.isCanonical) return redirect(response, 308, `${path}${query}`);
    if (found.kind === 'page') {
      const audience = momentary === null ? audienceOf(path) : 'watchers';
      return sendPage(request, response, found.page, 200, audience);
    }
    return sendAnswer(request, response, found);
  }

  function sendAnswer(request: IncomingMessage, response: ServerResponse, found: NoPage) {
    switch (found.kind) {
      case 'document':
        return sendDocument(request, response, found.document, withTags(found.document));
      case 'redirect':
        return redirect(response, found.status, found.location);
      case 'missing':
        return sendMissing(request, response);
      case 'gone':
        return sendInstead(request, response, routes.gone(), 410);
      case 'fault':
        return sendFault(request, response);
    }
  }

  function sendMissing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return sendInstead(request, response, routes.notFound(), 404);
  }

  async function sendInstead(
    request: IncomingMessage,
    response: ServerResponse,
    path: SitePath,
    status: 404 | 410 | 429,
  ): Promise<void> {
    const found = await pages.get(path);
    sendPage(request, response, found.kind === 'page' ? found.page : fault, status);
  }

  /** The cause is in the log already, by whoever made the page; here is who met it. */
  function sendFault(request: IncomingMessage, response: ServerResponse): void {
    const name = requestId?.(request);
    if (name !== undefined) {
      response.setHeader('X-Request-Id', name);
      const path = loggedPath(request.url ?? '');
      logFault(`${request.method} ${path}: a reader got the page for faults (request ${name})`);
    }
    sendPage(request, response, fault, 500);
  }

  function sendTooMany(
    request: IncomingMessage,
    response: ServerResponse,
    path: SitePath,
    seconds: number,
  ): Promise<void> | void {
    onTooMany?.();
    const headers = { 'Retry-After': String(seconds), ...common };
    if (path === routes.oembed()) {
      const value = { error: `Too many questions from your address. Ask again in ${seconds} s.` };
      return sendJson(request, response, { status: 429, value, headers });
    }
    response.setHeader('Retry-After', headers['Retry-After']);
    return sendInstead(request, response, routes.tooManyRequests(), 429);
  }

  function redirect(response: ServerResponse, status: number, location: string): void {
    const fields = { Location: location, 'Content-Length': 0, 'Cache-Control': KEEP.redirect };
    response.writeHead(status, { ...fields, ...ofMissing }).end();
  }

  /** What browsers may fetch ahead of need: nothing for readers who save data. */
  function sendRules(request: IncomingMessage, response: ServerResponse): void {
    const rules = request.headers['save-data'] === 'on' ? {} : SPECULATION_RULES;
    const body = JSON.stringify(rules);
    response.writeHead(200, {
      'Content-Type': 'application/speculationrules+json',
      'Content-Length': Buffer.byteLength(body),
      'Cache-Control': KEEP.file,
      Vary: 'Save-Data',
      'Cross-Origin-Resource-Policy': 'same-origin',
      ...ofFiles,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const begun = watch?.begin(request) ?? 0;
    if (sendAtHand(request, response)) {
      watch?.answered(request, response, begun);
      return;
    }
    watch?.follow(request, response);
    answer(request, response).catch((error: unknown) => {
      const name = requestId?.(request);
      const fields = name === undefined ? {} : { request: name };
      log.error(`${request.method} ${loggedPath(request.url ?? '')}`, { error, fields });
      if (response.headersSent) response.destroy();
      else sendFault(request, response);
    });
  };
}
