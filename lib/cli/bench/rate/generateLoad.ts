import { connect } from 'node:net';

export interface LoadOrder {
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  /** Milliseconds. */
  readonly duration: number;
}

export interface LoadResult {
  /** Answers a second. */
  readonly rate: number;
  /** Share of its processor that the load took, 0 to 1: near 1 it was what bounded the rate. */
  readonly busy: number;
}

/**
 * Asks for one page over and over, on connections that are kept open. Answers of a server to the
 * same request have the same length, so they are counted by bytes, without a parser that would
 * take longer than the server does; those that do not say their length end with an empty chunk.
 * @throws Error where an answer has another status than 200, or another length than the first
 */
export async function generateLoad(order: LoadOrder): Promise<LoadResult> {
  const { port, path, connections, duration } = order;
  const request = `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip\r\n\r\n`;
  const length = await lengthOfAnswer(port, request);
  const processor = process.cpuUsage();
  const start = performance.now();
  const counts = await Promise.all(
    Array.from({ length: connections }, () => askUntil(start + duration, port, request, length)),
  );
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(processor);
  const answers = counts.reduce((sum, count) => sum + count, 0);
  return { rate: (answers / elapsed) * 1000, busy: (user + system) / 1000 / elapsed };
}

function askUntil(
  end: number,
  port: number,
  request: string,
  length: number | null,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let answers = 0;
    let received = 0;
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      if (received === 0 && chunk.toString('latin1', 9, 12) !== '200') {
        socket.destroy(new Error(`A page was answered with ${chunk.toString('latin1', 0, 15)}`));
      }
      received += chunk.length;
      if (length === null ? !endsChunked(chunk) : received < length) return;
      if (length !== null && received > length) {
        socket.destroy(new Error('An answer is longer than the first one'));
      }
      received = 0;
      answers += 1;
      if (performance.now() < end) socket.write(request);
      else socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(answers));
  });
}

const LAST_CHUNK = Buffer.from('0\r\n\r\n');

function endsChunked(chunk: Buffer): boolean {
  return chunk.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
}

/** Bytes of head and body, as the head says; null where the body comes in chunks. */
function lengthOfAnswer(port: number, request: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    let head = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      socket.destroy();
      const body = /^content-length: (\d+)/im.exec(head.slice(0, end))?.[1];
      resolve(body === undefined ? null : end + 4 + Number(body));
    });
    socket.once('error', reject);
  });
}
