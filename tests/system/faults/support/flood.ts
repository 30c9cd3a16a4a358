import { connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Connections of somebody who means ill, or whose line is very slow. */
export interface Flood {
  /** Those that the server has not closed. */
  readonly open: () => number;
  readonly end: () => void;
}

interface FloodOptions {
  readonly port: number;
  readonly count: number;
  /** Sent when a connection is there. */
  readonly first?: string;
  /** Sent on each, again and again. */
  readonly drip?: string;
  /** Whether what comes back is left unread. */
  readonly isDeaf?: boolean;
}

const AT_ONCE = 500;
/** Milliseconds between two drips. */
const PAUSE = 1_000;

/** Resolves when all have been connected, or refused. */
export async function flood(options: FloodOptions): Promise<Flood> {
  const { port, count, first, drip, isDeaf = false } = options;
  const sockets = new Set<Socket>();
  const open = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      sockets.add(socket);
      if (isDeaf) socket.pause();
      else socket.resume();
      socket.once('connect', () => {
        if (first !== undefined) socket.write(first);
        resolve();
      });
      socket.on('error', () => socket.destroy());
      socket.once('close', () => {
        sockets.delete(socket);
        resolve();
      });
    });
  const timer = setInterval(() => {
    if (drip !== undefined) for (const socket of sockets) socket.write(drip);
    if (isDeaf) for (const socket of sockets) socket.read(1);
  }, PAUSE);
  const end = (): void => {
    clearInterval(timer);
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(end);
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - opened) }, open));
  }
  return { open: () => sockets.size, end };
}
