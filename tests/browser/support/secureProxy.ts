import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttp, request, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '@/tests/support/certificate';

/** What an operator sets up before the site: TLS, and the way to it from plain HTTP. */
export interface SecureProxy {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** File of the certificate, which nobody has signed but itself. */
  readonly certificate: string;
  readonly close: () => void;
}

/**
 * Serves a site over TLS on 127.0.0.1, and sends who comes by plain HTTP there. The site's answers
 * go through as they are, but for one field that may be left out.
 * @param folder where key and certificate are put
 */
export async function secureProxy(
  site: string,
  folder: string,
  without?: string,
): Promise<SecureProxy> {
  const { certificate, key } = makeCertificate(folder);
  const tls = { key: readFileSync(key), cert: readFileSync(certificate) };
  const secure = createHttps(tls, ({ url = '/', method, headers }, response) => {
    request(new URL(url, site), { method, headers }, (answer) => {
      const fields = Object.entries(answer.headers).filter(([name]) => name !== without);
      response.writeHead(answer.statusCode ?? 502, Object.fromEntries(fields));
      answer.pipe(response);
    })
      .once('error', () => response.destroy())
      .end();
  });
  const httpsPort = await listen(secure);
  const plain = createHttp(({ url = '/' }, response) => {
    response.writeHead(308, { Location: `https://127.0.0.1:${httpsPort}${url}` }).end();
  });
  const httpPort = await listen(plain);
  const close = () => {
    for (const server of [plain, secure]) {
      server.close();
      server.closeAllConnections();
    }
  };
  return { httpPort, httpsPort, certificate, close };
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
