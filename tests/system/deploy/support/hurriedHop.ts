import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Hop {
  readonly port: number;
  /** Header fields of the last request. */
  readonly asked: () => IncomingHttpHeaders;
  readonly close: () => void;
}

/**
 * Hands requests on to a server, and its answers back as they are, but that what is fresh for a minute is
 * fresh for a second: so a test sees things grow old. Without the server, there is no answer here either.
 */
export async function hurriedHop(serverPort: number): Promise<Hop> {
  let last: IncomingHttpHeaders = {};
  const hop = createServer((asked, response) => {
    const { method, url: path, headers } = asked;
    last = headers;
    const onward = request({ host: '127.0.0.1', port: serverPort, method, path, headers });
    onward.once('response', (answer) => {
      const kept = answer.headers['cache-control']?.replace('s-maxage=60', 's-maxage=1');
      const fields = { ...answer.headers, ...(kept !== undefined && { 'cache-control': kept }) };
      response.writeHead(answer.statusCode ?? 502, fields);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    asked.pipe(onward);
  });
  hop.listen(0, '127.0.0.1');
  await once(hop, 'listening');
  const close = () => {
    hop.close();
    hop.closeAllConnections();
  };
  return { port: (hop.address() as AddressInfo).port, asked: () => last, close };
}
