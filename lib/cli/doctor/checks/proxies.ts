import type { OperationEnvironment } from '@/lib/site/environment/operation';
import { readIpRanges } from '@/lib/site/ipRanges';
import { type Check, error, type Finding, ok, warning } from '../finding';

/** Bits of the smallest ranges that anybody trusts as a whole. */
const NARROW = 8;

interface Facts {
  readonly proxies: OperationEnvironment['proxies'];
  readonly host: string | undefined;
  readonly siteUrl: string;
}

export const proxies: Check = {
  name: 'proxies',
  run: ({ environment: { operation, host, siteUrl } }) =>
    judgeProxies({ proxies: operation.proxies, host, siteUrl }),
};

export function judgeProxies({ proxies: { trusted }, host, siteUrl }: Facts): Finding[] {
  const all = trusted.filter((range) => range.endsWith('/0'));
  if (all.length > 0) {
    return [
      error(
        `TRUSTED_PROXIES trusts everybody (${all.join(', ')}): a client can claim any address.`,
        'Name the addresses of the proxies alone.',
      ),
    ];
  }
  const named = new Set([...(readIpRanges('loopback private') ?? [])]);
  const wide = trusted.filter((range) => !named.has(range) && bitsOf(range) < NARROW);
  if (wide.length > 0) {
    return [
      warning(
        `TRUSTED_PROXIES trusts very many addresses (${wide.join(', ')}).`,
        'Name the addresses of the proxies alone.',
      ),
    ];
  }
  const isBehindProxy = isLoopback(host) || siteUrl.startsWith('https:');
  if (isBehindProxy && trusted.length === 0) {
    return [
      warning(
        'A proxy seems to be in front (HOST or SITE_URL say so), and TRUSTED_PROXIES names none: all readers have its address.',
        'Set TRUSTED_PROXIES=loopback where it is on this machine, else to its address; limits for each client hold only then.',
      ),
    ];
  }
  if (trusted.length === 0) return [ok('No proxy is trusted, and none seems to be there.')];
  return [ok(`Proxies are trusted at ${trusted.join(', ')}.`)];
}

function bitsOf(range: string): number {
  return Number(range.split('/')[1]);
}

function isLoopback(host: string | undefined): boolean {
  return host === 'localhost' || host === '::1' || (host?.startsWith('127.') ?? false);
}
