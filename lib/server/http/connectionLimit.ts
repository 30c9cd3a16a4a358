import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What is known of a connection. */
interface Line {
  /** Grows with each use of any connection. */
  used: number;
  /** The last one; null while nothing was asked. */
  response: ServerResponse | null;
}

/** Share of the connections that makes room at once, so that not every new one has all looked through. */
const SHARE = 0.01;

/**
 * Keeps the number of connections below what the process can hold. A new one takes the place of others: first of
 * those that have asked for nothing yet, then of those on which nothing is being answered, last of those whose
 * answer has been under way for longest.
 * @param most connections at a time
 */
export function limitConnections(server: Server, most: number): void {
  const lines = new Map<Socket, Line>();
  let uses = 0;

  server.on('connection', (socket) => {
    if (lines.size >= most) makeRoom(lines, Math.max(1, Math.floor(most * SHARE)));
    uses += 1;
    lines.set(socket, { used: uses, response: null });
    socket.once('close', () => lines.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    const line = lines.get(socket);
    if (line === undefined) return;
    uses += 1;
    line.used = uses;
    line.response = response;
  });
}

function makeRoom(lines: Map<Socket, Line>, count: number): void {
  const order = [...lines].sort(
    ([, one], [, other]) => rank(one) - rank(other) || one.used - other.used,
  );
  for (const [socket] of order.slice(0, count)) {
    // At once, since a flood brings more before the connection's end is told of.
    lines.delete(socket);
    socket.destroy();
  }
}

function rank({ response }: Line): number {
  if (response === null) return 0;
  return response.closed ? 1 : 2;
}
