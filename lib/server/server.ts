import { createServer, type Server } from 'node:http';
import compression from 'compression';
import next from 'next';
import { type Environment, servedHost } from '@/lib/site/environment';
import { withErrorPages } from './errorPages';
import { orderlyStop } from './orderlyStop';

// The package is typed for Express but needs no more than Node's own requests and responses.
type CompressRequest = Parameters<ReturnType<typeof compression>>[0];
type CompressResponse = Parameters<ReturnType<typeof compression>>[1];

export interface RunningServer {
  /** Where the site is served. */
  readonly address: string;
}

interface ServerOptions {
  /** Folder of the built site. */
  readonly root: string;
  readonly environment: Environment;
}

/**
 * Serves the built site until the process is told to stop.
 * @throws Error with one clear line where the address cannot be listened on
 */
export async function startServer({ root, environment }: ServerOptions): Promise<RunningServer> {
  const { host, port } = environment;
  const app = next({
    dev: false,
    dir: root,
    port,
    ...(host === undefined ? {} : { hostname: host }),
  });
  await app.prepare();
  const handle = await withErrorPages(app.getRequestHandler());
  const compress = compression();
  const server = createServer((request, response) => {
    if (!isReadable(request.url ?? '/')) {
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('This address is malformed: a percent sign in it begins no character.\n');
      return;
    }
    compress(request as CompressRequest, response as CompressResponse, () => {
      handle(request, response).catch((error: unknown) => {
        console.error(`${request.method} ${request.url}:`, error);
        response.destroy();
      });
    });
  });
  stopOnSignal(server);
  await listen(server, environment);
  return { address: `http://${servedHost(host)}:${port}` };
}

/** Whether a request's path can be decoded; Next would answer one that cannot with a fault. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return true;
  } catch {
    // URIError is how the platform says so.
    return false;
  }
}

function listen(server: Server, { host, port }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
}

/** Thrown where another program listens on the port already. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken. Stop what uses it, or set PORT to another number.`);
  }
}

function stopOnSignal(server: Server): void {
  const stop = orderlyStop(server);
  const end = (): void => {
    stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}
