import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { temporaryFolder } from '@/tests/support/content';
import { ensureObservatory, observatorySource } from '../support/observatory/ensureObservatory';
import { type SecureProxy, secureProxy } from '../support/secureProxy';

const SCAN = join('tests', 'browser', 'support', 'observatory', 'scan.mjs');
const ARTICLE = '/articles/how-an-official-rate-is-set';

/** Of every kind of head: pages with and without forms, answers to searches, documents, refusals. */
const PATHS = [
  '/',
  ARTICLE,
  '/rates',
  '/search?q=rate',
  '/no/such/page',
  '/feed.xml',
  '/robots.txt',
  `${ARTICLE}.json`,
  '/api/oembed',
];

const judgement = z.object({
  path: z.string(),
  status: z.number(),
  grade: z.string(),
  failed: z.array(z.string()),
});
type Judgement = z.infer<typeof judgement>;

const folder = temporaryFolder();
const proxies: SecureProxy[] = [];
let judgements: ReadonlyMap<string, Judgement>;

/** What the Observatory says of pages, as it would of a site that an operator has put behind TLS. */
async function scan(paths: readonly string[], without?: string): Promise<Judgement[]> {
  const proxy = await secureProxy(inject('address'), folder, without);
  proxies.push(proxy);
  const ports = [proxy.httpPort, proxy.httpsPort].map(String);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [SCAN, observatorySource(ensureObservatory()), ...ports, ...paths],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: proxy.certificate } },
  );
  const lines = stdout.trim().split('\n');
  return lines.map((line) => judgement.parse(JSON.parse(line)));
}

beforeAll(async () => {
  judgements = new Map((await scan(PATHS)).map((one) => [one.path, one]));
});

afterAll(() => {
  for (const proxy of proxies) proxy.close();
});

/** Certificate and redirect are the proxy's own; all other fields come from the site. */
describe('the header fields of the site (MDN HTTP Observatory)', () => {
  it.each(PATHS)('deserve an A+, and no test fails: %s', (path) => {
    expect(judgements.get(path)).toMatchObject({ grade: 'A+', failed: [] });
  });

  it.each([
    ['content-security-policy', 'content-security-policy: csp-not-implemented'],
    ['strict-transport-security', 'strict-transport-security: hsts-not-implemented'],
  ])('would not without %s', async (name, failure) => {
    const [without] = await scan(['/'], name);
    expect(without?.failed).toContain(failure);
    expect(without?.grade).not.toBe('A+');
  });
});
