import type { IncomingMessage, ServerResponse } from 'node:http';
import { inject } from 'light-my-request';
import { collectOutcome, type Outcome } from '@/lib/publishing/outcome';
import { collectShown, type Shown } from '@/lib/publishing/shown';
import type { SitePath } from '@/lib/site/routes';

/** Next's request handler. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What Next answers for an address, before it is finished. */
export interface Rendering {
  readonly status: number;
  /** Media type with its parameters; empty where the answer names none. */
  readonly type: string;
  readonly location: string | undefined;
  readonly body: Buffer;
  readonly shown: ReadonlySet<Shown>;
  readonly outcome: Outcome | null;
}

/**
 * Has Next answer for an address, in this process and without a socket. Nothing of the reader's
 * request reaches it but the address, so no header can ask for Next's own forms of a page.
 */
export async function render(handle: Handler, path: SitePath): Promise<Rendering> {
  const dispatch = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  };
  const { result: made, outcome } = await collectOutcome(() =>
    collectShown(() =>
      inject(dispatch, { method: 'GET', url: path, headers: { accept: 'text/html' } }),
    ),
  );
  const { result, shown } = made;
  const { 'content-type': type, location } = result.headers;
  return {
    status: result.statusCode,
    type: typeof type === 'string' ? type : '',
    // Of pages it is one text, of route handlers a list of one.
    location: Array.isArray(location) ? location[0] : location,
    body: result.rawPayload,
    shown,
    outcome,
  };
}
