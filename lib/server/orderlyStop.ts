import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds; below the ten seconds after which container engines kill. */
const PATIENCE = 8_000;

/**
 * Prepares a server for an end that waits for answers under way and for nobody else.
 *
 * Node's own `close` ends idle connections, but not those that have not asked yet, which browsers
 * open ahead of need; it would wait for them as long as the browser lives.
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
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      for (const [socket, answers] of answering) {
        if (answers === 0 && socket.bytesRead === 0) socket.destroy();
      }
    });
}
