import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { documentFor } from '@/lib/publishing/documents';
import { pictureFor } from '@/lib/publishing/pictures';
import { Publication } from '@/lib/publishing/publication';
import { finishHtml } from '@/lib/server/finish/finishHtml';
import { limitConnections } from '@/lib/server/http/connectionLimit';
import { httpServer } from '@/lib/server/http/listen';
import { ownLimits, roomForConnections } from '@/lib/server/http/openFiles';
import { requestHandler } from '@/lib/server/http/requestHandler';
import type { StaticContent } from '@/lib/server/http/staticFiles';
import type { Answer } from '@/lib/server/pages/answer';
import { finishDocument } from '@/lib/server/pages/document';
import { makePage } from '@/lib/server/pages/page';
import { PageCache } from '@/lib/server/pages/pageCache';
import { readEnvironment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import type { NaiveOptions, NaiveOrder } from './options';

/**
 * The server's own parts, put together without one of its defences, so that a test can see it fail. It serves
 * documents alone: feeds, sitemaps, and articles as Markdown and data; and pictures, where that is asked for.
 */
const options = JSON.parse(process.argv[2] ?? '{}') as NaiveOptions;
const environment = readEnvironment(process.env);
let publication = Publication.open(environment);

async function make(path: SitePath): Promise<Answer> {
  try {
    if (options.pause !== undefined) await sleep(options.pause);
    if (options.asksFirst !== undefined) await fetch(options.asksFirst);
    const document = await documentFor(publication, path);
    if (document === null || 'moved' in document) return { kind: 'missing' };
    return { kind: 'document', document: await finishDocument(document, new Set()) };
  } catch (error) {
    console.error(error);
    return { kind: 'fault' };
  }
}

const ORDERS: Readonly<Record<NaiveOrder, () => void>> = {
  reopen: () => {
    publication = Publication.open(environment);
  },
  loop: () => {
    for (;;);
  },
  exhaust: () => {
    for (const held: string[][] = []; ; ) held.push(new Array<string>(1_000_000).fill('x'));
  },
};

const files = new Map<SitePath, Promise<StaticContent>>();

/** Null for what is no picture. Where the disk takes no file of it, there is nothing to send. */
function pictureFromFile(path: SitePath): Promise<StaticContent> | null {
  if (!path.startsWith('/media/')) return null;
  const known = options.remembersFiles ? files.get(path) : undefined;
  const found = known ?? storedPicture(decodeURIComponent(path.slice(1)));
  files.set(path, found);
  return found;
}

async function storedPicture(path: string): Promise<StaticContent> {
  const answer = await pictureFor(publication, path);
  if (answer === null || 'bytes' in answer) throw new Error(`There is no file of ${path}`);
  const { file, type, immutable } = answer;
  return { file, type, isImmutable: immutable, usableBy: 'cross-origin' };
}

async function run(): Promise<void> {
  await publication.sync();
  const html = '<!DOCTYPE html><html lang="en"><head><title>t</title></head><body></body></html>';
  const fault = await makePage(
    finishHtml(html, () => ''),
    new Set(),
  );
  const handler = requestHandler({
    pages: new PageCache({ make, maxBytes: options.keeps ? 64_000_000 : 1 }),
    fault,
    findFile: options.picturesFromFiles || options.remembersFiles ? pictureFromFile : () => null,
    findData: () => null,
    siteUrl: environment.siteUrl,
  });
  const server = options.bounds
    ? httpServer(handler)
    : createServer(
        { headersTimeout: 0, requestTimeout: 0, insecureHTTPParser: options.isLenient === true },
        handler,
      );
  if (options.bounds) limitConnections(server, roomForConnections(ownLimits()));
  process.on('message', (order: NaiveOrder) => {
    process.send?.('taken', () => ORDERS[order]());
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

run();
