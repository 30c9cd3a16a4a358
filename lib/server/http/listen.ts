import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Environment } from '@/lib/site/environment';
import { isAnswered, refusingAmbiguous } from './ambiguity';

/**
 * Bytes of a request's head; browsers send one or two thousand, but a search for pasted text takes six
 * for each Cyrillic letter.
 */
const LARGEST_HEAD = 64 * 1024;

/** Milliseconds. */
const LIMITS = {
  /** For a request's head to arrive; one that trickles in holds a connection, nothing more. */
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  /** Longer than proxies keep theirs (60 s), so that none asks over a connection just closed. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
} as const;

/** Milliseconds in which a reader must take in something of an answer. */
const SILENCE = 120_000;

/** Connections that the system takes for the process before it does; Linux allows no more by itself. */
const BACKLOG = 4_096;

/**
 * An HTTP server that bears slow and odd clients.
 * @param onUnreadable told of what came in and is no request, with the status that it was answered by
 */
export function httpServer(
  handler: RequestListener,
  onUnreadable: (status: number) => void = () => undefined,
): Server {
  const answer = refusingAmbiguous(handler);
  const server = createServer({ ...LIMITS, maxHeaderSize: LARGEST_HEAD, noDelay: true }, answer);
  server.setTimeout(SILENCE);
  server.on('clientError', (error, socket: Socket) => {
    refuse(error, socket);
    onUnreadable(reasonOf(error)[0]);
  });
  // Who asks before sending a body hears from the handler whether it is wanted.
  server.on('checkContinue', answer);
  return server;
}

const REASONS: Readonly<Record<string, readonly [status: number, reason: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** What a client hears whose request Node cannot read. */
function reasonOf({ code = '' }: NodeJS.ErrnoException): readonly [status: number, reason: string] {
  return REASONS[code] ?? [400, 'Bad Request'];
}

/** Node hands over what it cannot read as a request, with nothing but the connection. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  if (isAnswered(socket)) {
    socket.destroySoon();
    return;
  }
  const [status, reason] = reasonOf(error);
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/**
 * Starts listening.
 * @throws PortTakenError, or the system's own error for an address that cannot be listened on
 */
export function listen(server: Server, { host, port }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port) : error);
    });
    server.listen({ port, backlog: BACKLOG, ...(host === undefined ? {} : { host }) }, resolve);
  });
}

/** Thrown where another program listens on the port already. */
export class PortTakenError extends Error {
  constructor(port: number) {
    super(`Port ${port} is taken. Stop what uses it, or set PORT to another number.`);
  }
}
