import { once } from 'node:events';
import type { Server } from 'node:http';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { finishHtml } from '@/lib/server/finish/finishHtml';
import { tagger } from '@/lib/server/http/headers';
import { httpServer } from '@/lib/server/http/listen';
import { listFiles } from '@/lib/server/http/listFiles';
import type { Receive } from '@/lib/server/http/receivePublish';
import { type RequestHandlerOptions, requestHandler } from '@/lib/server/http/requestHandler';
import type { Data } from '@/lib/server/http/sendData';
import type { StaticContent } from '@/lib/server/http/staticFiles';
import type { Answer } from '@/lib/server/pages/answer';
import { makePage, type Page } from '@/lib/server/pages/page';
import { PageCache } from '@/lib/server/pages/pageCache';
import type { CdnKind } from '@/lib/site/environment/delivery';
import type { SitePath } from '@/lib/site/routes';

export function madePage(text: string, links = ''): Promise<Page> {
  const head = `<meta charset="utf-8"><link rel="stylesheet" href="/_next/a.css">${links}`;
  const html = `<!DOCTYPE html><html lang="en"><head>${head}</head><body><p>${text}</p></body></html>`;
  return makePage(
    finishHtml(html, () => 'p{margin:0}'),
    new Set(['site']),
  );
}

interface SiteOptions {
  readonly data?: Readonly<Record<string, Data>>;
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly siteUrl?: string;
  readonly receive?: Receive;
  readonly cdn?: CdnKind;
  /** Folder of files. */
  readonly folder?: string;
  /** What else the handler is to do. */
  readonly more?: Partial<RequestHandlerOptions>;
  readonly onUnreadable?: (status: number) => void;
}

export interface Site {
  readonly port: number;
  readonly server: Server;
  /** Addresses for which something was made, in order. */
  readonly made: SitePath[];
}

/** The server's own HTTP side, with answers given instead of rendered ones. */
export async function serve({
  answers = {},
  data = {},
  siteUrl,
  receive,
  cdn,
  folder,
  more,
  onUnreadable,
}: SiteOptions = {}): Promise<Site> {
  const made: SitePath[] = [];
  const notFound: Answer = { kind: 'page', page: await madePage('No such page') };
  const tooMany: Answer = { kind: 'page', page: await madePage('Too many searches') };
  const make = async (path: SitePath): Promise<Answer> => {
    made.push(path);
    if (path === '/too-many-requests') return tooMany;
    return path === '/not-found' ? notFound : (answers[path] ?? { kind: 'missing' });
  };
  const files = folder === undefined ? new Map<SitePath, string>() : listFiles(folder);
  const server = httpServer(
    requestHandler({
      pages: new PageCache({ make, maxBytes: 1_000_000 }),
      fault: await madePage('A fault of ours'),
      findFile: async (path): Promise<StaticContent | null> => {
        const file = files.get(path);
        if (file === undefined) return null;
        const isImmutable = path.startsWith('/islands/');
        return { file, isImmutable, usableBy: 'same-origin' };
      },
      findData: async (path) => data[path] ?? null,
      siteUrl: siteUrl ?? 'http://localhost:3000',
      ...(receive && { receive }),
      ...(cdn && { tag: tagger({ kind: cdn, purge: null }) }),
      ...more,
    }),
    onUnreadable,
  );
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, server, made };
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Asks as it is told to, without a header of its own and without decompressing. */
export function fetchRaw(
  { port }: Pick<Site, 'port'>,
  path: string,
  { method = 'GET', headers = {}, body }: Question = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    ask({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const { statusCode = 0, headers: received } = response;
        resolve({ status: statusCode, headers: received, body: Buffer.concat(chunks) });
      });
    })
      .once('error', reject)
      .end(body);
  });
}
