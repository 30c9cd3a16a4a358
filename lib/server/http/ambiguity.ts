import type { IncomingMessage, RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** Connections on which a request was refused: whatever follows on them may be a part of it. */
const refused = new WeakSet<Socket>();

/** The last request of a connection that has a body. */
const withBody = new WeakMap<Socket, IncomingMessage>();

/**
 * Whether nothing more is to be answered on a connection whose next bytes cannot be read: they may be the body of a
 * request that has its answer, and a second one would be taken for somebody else's.
 */
export function isAnswered(socket: Socket): boolean {
  return refused.has(socket) || withBody.get(socket)?.complete === false;
}

/**
 * Refuses what Node's parser lets pass though a proxy in front may read it otherwise (RFC 9112): several hosts
 * (section 3.2), of which Node takes the first, and codings of a body other than `chunked` (section 6.3), for which
 * it takes the body to be empty, and the rest for the next request.
 */
export function refusingAmbiguous(handler: RequestListener): RequestListener {
  return (request, response) => {
    const { socket, rawHeaders, headers } = request;
    if (refused.has(socket)) {
      socket.destroySoon();
      return;
    }
    const coding = headers['transfer-encoding'];
    if (coding !== undefined || headers['content-length'] !== undefined) {
      withBody.set(socket, request);
    }
    if ((coding === undefined || coding.toLowerCase() === 'chunked') && namesOneHost(rawHeaders)) {
      handler(request, response);
      return;
    }
    refused.add(socket);
    response.writeHead(400, { Connection: 'close', 'Content-Length': 0 }).end();
  };
}

function namesOneHost(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts < 2;
}
