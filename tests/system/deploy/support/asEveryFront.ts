import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { type Ask, HOST } from './ask';
import { deliver } from './deliver';
import type { Hop } from './hurriedHop';

interface Fronts {
  readonly ask: Ask;
  readonly httpPort: number;
  /** Asks the same server by way of `hop`. */
  readonly askHop: Ask;
  readonly hop: Hop;
}

/** Tests of what holds whichever program stands in front; its server runs, and they leave it as it was. */
export function testAsEveryFront(fronts: () => Fronts): void {
  it('leads to TLS who comes by plain HTTP', async () => {
    const options = { port: fronts().httpPort, path: '/about?a=b', headers: { Host: HOST } };
    const asked = request(options).end();
    const [{ statusCode, headers }] = await once(asked, 'response');
    expect([statusCode, headers.location]).toEqual([308, `https://${HOST}/about?a=b`]);
  });

  it('gives readers no say in who they are', async () => {
    const { askHop, hop } = fronts();
    const forged = { 'X-Forwarded-For': '203.0.113.7', Forwarded: 'for=203.0.113.7' };
    await askHop('/contact', { headers: { ...forged, 'X-Forwarded-Proto': 'http' } });
    const { forwarded, 'x-forwarded-for': address, 'x-forwarded-proto': scheme } = hop.asked();
    expect([forwarded, address, scheme]).toEqual([undefined, '127.0.0.1', 'https']);
  });

  it('has no metrics for readers, and does not answer for other hosts', async () => {
    const { ask } = fronts();
    expect((await ask('/metrics')).status).toBe(403);
    await expect(ask('/', { servername: 'other.example' })).rejects.toThrow(/alert|EPROTO/);
  });

  describe('webhooks', () => {
    it.each([
      ['small', 'Қазақстан'],
      ['as large as GitHub sends them', 'ғ'.repeat(12 * 1024 * 1024)],
    ])('pass unchanged: %s', async (_, more) => {
      expect((await deliver(fronts().ask, more)).status).toBe(202);
    });

    it('no larger ones', async () => {
      expect((await deliver(fronts().ask, 'g'.repeat(26 * 1024 * 1024))).status).toBe(413);
    });

    it('not by others', async () => {
      const { status } = await fronts().ask('/api/publish', { method: 'POST', body: '{}' });
      expect(status).toBe(401);
    });
  });
}
