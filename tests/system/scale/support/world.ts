import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { frankfurterRows } from '@/tests/fixtures/rates/answers';
import { type Loopback, startLoopback } from '@/tests/fixtures/rates/loopback';

const DAY = 86_400_000;

/** What a dollar is worth; a test moves it. */
export const KZT = { rate: 478.77 };

/** A provider of rates that one instance alone asks, so that it is known who does. */
export function startProvider(): Promise<Loopback> {
  const day = new Date(Date.now() - DAY / 2).toISOString().slice(0, 10);
  return startLoopback({
    '/v2/rates': (request, response) => {
      const quote = new URL(request.url ?? '', 'http://loopback').searchParams.get('quotes');
      if (quote === 'KZT') response.end(frankfurterRows('KZT', [[day, KZT.rate]]));
      else response.writeHead(404).end();
    },
  });
}

/** Search engines: what they were told, by the addresses that each message names. */
export interface SearchEngine {
  readonly address: string;
  readonly told: (readonly string[])[];
  readonly stop: () => void;
}

export async function startSearchEngine(): Promise<SearchEngine> {
  const told: (readonly string[])[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      told.push((JSON.parse(body) as { urlList: string[] }).urlList);
      response.writeHead(202).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}/indexnow`, told, stop };
}
