import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteOf } from '@/tests/support/content';
import { startNginx } from '@/tests/support/nginx';
import { naive } from './controls/start';
import { trustingProxy } from './controls/trustingProxy';
import { either } from './support/form';
import { refusingPort } from './support/hanging';
import { observe } from './support/observe';
import { ODD, SMUGGLING, sendRaw, statusesIn } from './support/raw';
import { SMALL_CACHE } from './support/reading';

const site = siteOf({ environment: { PAGE_CACHE: SMALL_CACHE } });
const portOf = (address: string): number => Number(new URL(address).port);

const token = fc.constantFrom('GET', 'HEAD', 'POST', 'get', 'G\0T', '', 'M-SEARCH', 'ПОСТ');
const target = fc.oneof(
  fc.constantFrom(
    '/',
    '*',
    '//',
    '/%',
    '/%00',
    '/..',
    '/\\..\\',
    'http://a/',
    'a:1',
    '?q',
    '/#',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => `/${text}`),
);
const version = fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'http/1.1', '');
const field = fc.oneof(
  fc.constantFrom(
    'Host: a',
    'Content-Length: 3',
    'Content-Length: 03',
    'Transfer-Encoding: chunked',
    'Connection: keep-alive',
    'Expect: 100-continue',
    'Range: bytes=9-1,-0',
    'If-None-Match: "',
    'Accept-Encoding: br;q=x, *',
    ' folded',
    'no colon',
    ': no name',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => `X: ${text}`),
);
const lineEnd = fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r');
const request = fc
  .tuple(
    token,
    target,
    version,
    fc.array(field, { maxLength: 6 }),
    lineEnd,
    fc.string({ maxLength: 30 }),
  )
  .map(([method, to, of, fields, end, body]) =>
    Buffer.from(`${[`${method} ${to} ${of}`, ...fields].join(end)}${end}${end}${body}`, 'utf8'),
  );

it('malformed and oversized requests are refused, and harm no reader', async () => {
  const port = portOf(site().address);
  const seen = await observe({
    fault: 'Malformed, oversized and smuggled requests',
    address: site().address,
    during: async () => {
      for (const [what, raw] of Object.entries(SMUGGLING)) {
        const statuses = statusesIn(await sendRaw(port, raw));
        expect(statuses.length, what).toBeLessThanOrEqual(1);
        for (const status of statuses) expect([400, 405, 413, 501, 505], what).toContain(status);
      }
      for (const [what, raw] of Object.entries(ODD)) {
        const received = await sendRaw(port, raw);
        expect(received, what).not.toContain('root:x:');
        for (const status of statusesIn(received)) expect(status, what).toBeLessThan(500);
      }
      await fc.assert(
        fc.asyncProperty(request, async (raw) => {
          const statuses = statusesIn(await sendRaw(port, raw));
          expect(
            statuses.filter((status) => status >= 500 && status !== 501 && status !== 505),
          ).toEqual([]);
        }),
        { numRuns: either(150, 5_000) },
      );
      return ['refused by 400, 414, 431 or the end of the connection', null];
    },
  });
  expect(seen.failures).toEqual([]);
  expect(site().log()).not.toMatch(/uncaught|unhandled/i);
});

describe('requests that two programs read differently', () => {
  it('are taken twice by a lenient parser', async () => {
    const control = await naive({ isLenient: true });
    const counts = await Promise.all(
      Object.values(SMUGGLING).map(
        async (raw) => statusesIn(await sendRaw(control.port, raw)).length,
      ),
    );
    expect(Math.max(...counts)).toBeGreaterThan(1);
  });

  describe('through a proxy that has one connection for all, and trusts its server', () => {
    async function seenBehind(port: number, shapes: readonly string[]) {
      return observe({
        fault: '',
        address: `http://127.0.0.1:${port}`,
        paths: ['/feed.json', '/articles/how-an-official-rate-is-set.md'],
        fresh: [],
        during: async () => {
          await Promise.all(shapes.map((raw) => sendRaw(port, raw)));
          return ['', null];
        },
      });
    }

    it('come to others where that is lenient', async () => {
      const control = await naive({ keeps: true, isLenient: true });
      // Others leave the line waiting for their end, so that nobody gets an answer at all.
      const shape = SMUGGLING['length and chunks'] ?? '';
      const seen = await seenBehind(await trustingProxy(control.port), [shape]);
      expect(seen.failures.map(({ kind }) => kind)).toContain('wrong');
    });

    it('come to nobody where it is ours', async () => {
      const port = await trustingProxy(portOf(site().address));
      const seen = await seenBehind(port, Object.values(SMUGGLING));
      expect(seen.failures).toEqual([]);
    });
  });

  it('come to nobody else through a proxy', async () => {
    const port = await refusingPort();
    const nginx = await startNginx({
      port,
      http: `upstream site { server 127.0.0.1:${portOf(site().address)}; keepalive 4; }
        server { listen 127.0.0.1:${port};
          location / { proxy_pass http://site; proxy_http_version 1.1; proxy_set_header Connection "";
            proxy_set_header Host $host; } }`,
    });
    try {
      const seen = await observe({
        fault: 'Smuggled requests through nginx',
        address: `http://127.0.0.1:${port}`,
        during: async () => {
          for (let time = 0; time < either(3, 100); time += 1) {
            await Promise.all(
              [...Object.values(SMUGGLING), ...Object.values(ODD)].map((raw) => sendRaw(port, raw)),
            );
          }
          return ['no answer comes to somebody else', null];
        },
      });
      expect(seen.failures).toEqual([]);
    } finally {
      await nginx.stop();
    }
  });
});
