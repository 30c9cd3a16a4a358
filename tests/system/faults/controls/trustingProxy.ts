import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The bytes of one message and of what follows it, by Content-Length alone; null while it is not whole. */
function firstMessage(bytes: Buffer): { message: Buffer; head: string; rest: Buffer } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.subarray(0, end).toString('latin1');
  const length = Number(/^content-length:\s*(\d+)\s*$/im.exec(head)?.[1] ?? 0);
  const size = end + 4 + length;
  if (bytes.length < size) return null;
  return { message: bytes.subarray(0, size), head, rest: bytes.subarray(size) };
}

/**
 * A proxy that trusts: it has one connection to the server for all its clients, as some have had that were
 * smuggled through, reads where a request ends by its Content-Length and nothing else, and gives whatever
 * comes next from the server to whoever asked next. It goes with the running test.
 * @returns its port of 127.0.0.1
 */
export async function trustingProxy(serverPort: number): Promise<number> {
  const waiting: { readonly request: Buffer; readonly client: Socket }[] = [];
  let line: Socket | null = null;
  let received = Buffer.alloc(0);

  function ask(): void {
    const [next] = waiting;
    if (next === undefined) return;
    line ??= open();
    line.write(next.request);
  }

  function open(): Socket {
    received = Buffer.alloc(0);
    const socket = connect(serverPort, '127.0.0.1');
    socket.on('data', (chunk) => {
      if (socket !== line) return;
      received = Buffer.concat([received, chunk]);
      answer();
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => lose(socket));
    return socket;
  }

  function answer(): void {
    const found = waiting.length > 0 ? firstMessage(received) : null;
    if (found === null) return;
    received = Buffer.from(found.rest);
    const isLast = /^connection:\s*close/im.test(found.head);
    const client = waiting.shift()?.client;
    if (isLast) {
      client?.end(found.message);
      line?.destroy();
      line = null;
    } else client?.write(found.message);
    ask();
    // What has come already is taken for the answer to the next.
    answer();
  }

  /** Whoever waited asks anew, by a connection of their own. */
  function lose(socket: Socket): void {
    if (socket !== line) return;
    line = null;
    waiting.shift()?.client.destroy();
    ask();
  }

  const clients = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    clients.add(client);
    let bytes = Buffer.alloc(0);
    client.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (let found = firstMessage(bytes); found !== null; found = firstMessage(bytes)) {
        bytes = Buffer.from(found.rest);
        waiting.push({ request: found.message, client });
        if (waiting.length === 1) ask();
      }
    });
    client.on('end', () => {
      if (!waiting.some((one) => one.client === client)) client.end();
    });
    client.on('error', () => client.destroy());
    client.once('close', () => clients.delete(client));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of [...clients, ...(line === null ? [] : [line])]) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}
