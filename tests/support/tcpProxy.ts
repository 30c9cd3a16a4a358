import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Milliseconds by which a slow line is late. */
const DELAY = 200;

/**
 * How a line behaves: it carries; it carries slowly; it takes everything and carries nothing, as a lost route does; it does
 * so with the connections of before alone, as a router that was restarted; or it refuses, as a machine does
 * on which nobody listens.
 */
export type LineState = 'carries' | 'dawdles' | 'hangs' | 'forgets' | 'refuses';

/** A line of TCP to a server, which a test can cut. */
export interface TcpProxy {
  readonly port: number;
  readonly set: (state: LineState) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: LineState = 'carries';
  const server = createServer((inner) => {
    const outer = connect(target, '127.0.0.1');
    const pair = [inner, outer] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [outer, inner] as const]) {
      from.on('data', (chunk) => {
        if (state === 'dawdles') setTimeout(() => to.write(chunk), DELAY);
        else to.write(chunk);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
      if (state === 'hangs') from.pause();
    }
  });
  let { port } = await listening(server, 0);

  async function set(next: LineState): Promise<void> {
    const before = state;
    state = next;
    for (const socket of [...pairs].flat()) {
      if (next === 'hangs' || next === 'forgets') socket.pause();
      else if (next === 'refuses') socket.destroy();
      else socket.resume();
    }
    if (next === 'refuses') await closed(server);
    else if (before === 'refuses') ({ port } = await listening(server, port));
  }

  async function stop(): Promise<void> {
    for (const socket of [...pairs].flat()) socket.destroy();
    if (state !== 'refuses') await closed(server);
  }

  return { port, set, stop };
}

type Listener = ReturnType<typeof createServer>;

async function listening(server: Listener, port: number): Promise<AddressInfo> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server.address() as AddressInfo;
}

async function closed(server: Listener): Promise<void> {
  const done = once(server, 'close');
  server.close();
  await done;
}
