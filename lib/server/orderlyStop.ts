import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** Milliseconds; below the ten seconds after which container engines kill. */
export const PATIENCE = 8_000;

/**
 * Prepares a server for an end that waits for answers under way and for nobody else.
 *
 * The `close` of Node's HTTP server does neither: it cuts off answers that a slow reader has not
 * taken in yet, and waits for connections that browsers open ahead of need and have not used.
 * @param patience milliseconds that an answer under way may still take
 * @returns what ends the server; resolves when the last connection is closed
 */
export function orderlyStop(server: Server, patience = PATIENCE): () => Promise<void> {
  const answering = new Map<Socket, number>();
  let stopping = false;

  server.on('connection', (socket) => {
    answering.set(socket, 0);
    socket.once('close', () => answering.delete(socket));
  });
  server.prependListener('request', ({ socket }, response) => {
    if (stopping) response.setHeader('Connection', 'close');
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (answering.get(socket) ?? 1) - 1;
      if (socket.destroyed) return;
      answering.set(socket, left);
      // A connection that was in use would otherwise bring request after request.
      if (stopping && left === 0) socket.end();
    });
  });

  return () =>
    new Promise((resolve) => {
      stopping = true;
      const timer = setTimeout(() => server.closeAllConnections(), patience);
      NetServer.prototype.close.call(server, () => {
        clearTimeout(timer);
        resolve();
      });
      for (const [socket, answers] of answering) {
        if (answers === 0) socket.destroy();
      }
    });
}
