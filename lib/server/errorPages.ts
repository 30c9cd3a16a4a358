import type { IncomingMessage, ServerResponse } from 'node:http';
import { inject } from 'light-my-request';
import { routes, type SitePath } from '@/lib/site/routes';
import { holdResponse } from './holdResponse';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How Next marks a document that only its scripts could fill. */
const EMPTY_DOCUMENT = 'id="__next_error__"';

/**
 * Next answers `notFound()` and faults in a page with a document that stays empty without
 * scripts. This puts the site's own finished page in its place, with the same status. The page
 * for faults is made once, at the start, since a fault may keep it from being made later.
 */
export async function withErrorPages(handle: Handler): Promise<Handler> {
  const fault = await renderPage(handle, routes.serverError());
  return async (request, response) => {
    const holding = holdResponse(response, (status) => status >= 400);
    const handling = handle(request, response);
    // Next waits for the end of an answer that it streams, which comes only after `send`.
    const held = await Promise.race([holding, handling.then(() => holding)]);
    if (held === null) return handling;
    if (!held.bytes.includes(EMPTY_DOCUMENT)) {
      held.send(held.bytes);
      return handling;
    }
    const isMissing = response.statusCode === 404;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    held.send(isMissing ? await notFoundPage(handle, fault) : fault);
  };
}

async function notFoundPage(handle: Handler, fault: string): Promise<string> {
  const page = await renderPage(handle, routes.notFound());
  return page.includes(EMPTY_DOCUMENT) ? fault : page;
}

async function renderPage(handle: Handler, path: SitePath): Promise<string> {
  const dispatch = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  };
  const { payload } = await inject(dispatch, { method: 'GET', url: path });
  return payload;
}
