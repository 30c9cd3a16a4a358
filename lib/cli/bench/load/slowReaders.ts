import { connect, type Socket } from 'node:net';

/** Readers who ask for a page and take it in drop by drop. */
export class SlowReaders {
  readonly #sockets: Socket[] = [];
  readonly #timer: NodeJS.Timeout;

  /** @param perSecond bytes that each takes in a second */
  constructor(port: number, paths: readonly string[], count: number, perSecond: number) {
    for (let reader = 0; reader < count; reader += 1) {
      const path = paths[reader % paths.length] ?? '/';
      const socket = connect(port, '127.0.0.1');
      // What has not been read stays in the connection, as on a slow line.
      socket.pause();
      // The server may end what it has been waiting for too long.
      socket.once('error', () => socket.destroy());
      const ask = () => socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      for (let request = 0; request < 20; request += 1) ask();
      this.#sockets.push(socket);
    }
    this.#timer = setInterval(() => {
      for (const socket of this.#sockets) socket.read(perSecond);
    }, 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const socket of this.#sockets) socket.destroy();
  }
}
