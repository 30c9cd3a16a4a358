import { expect, it } from 'vitest';
import { negotiateEncoding } from '@/lib/server/http/negotiate';

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['identity', 'identity'],
  ['deflate', 'identity'],
  ['identity;q=0, gzip;q=0', 'identity'],
  ['br;q=nonsense', 'identity'],
] as const)('accepting %j, a reader gets %s', (accepted, encoding) => {
  expect(negotiateEncoding(accepted)).toBe(encoding);
});
