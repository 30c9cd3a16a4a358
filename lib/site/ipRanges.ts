import ipaddr from 'ipaddr.js';

/** An address, or a range of addresses in the form `10.0.0.0/8`. */
export type IpRange = string;

/** Ranges by the names that operators use (RFC 6890). */
const NAMED: Readonly<Record<string, readonly IpRange[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: [
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '169.254.0.0/16',
    'fc00::/7',
    'fe80::/10',
  ],
};

/** Names, addresses and ranges of a list, such as `loopback, 10.0.0.0/8`; null for what is none. */
export function readIpRanges(list: string): readonly IpRange[] | null {
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '');
  const read = entries.map((entry) => NAMED[entry.toLowerCase()] ?? readRange(entry));
  return read.some((ranges) => ranges === null) ? null : read.flatMap((ranges) => ranges ?? []);
}

function readRange(entry: string): readonly IpRange[] | null {
  // The library takes "127.1" and "0x7f000001" too, which nobody means in a list of proxies.
  const isPlain = /^\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?$/.test(entry) || entry.includes(':');
  if (!isPlain) return null;
  if (ipaddr.isValidCIDR(entry)) return [entry];
  const address = readIp(entry);
  if (address === null) return null;
  return [`${address}/${address.kind() === 'ipv4' ? 32 : 128}`];
}

export type Ip = ipaddr.IPv4 | ipaddr.IPv6;

/** An address as connections and header fields spell it; IPv4 within IPv6 is IPv4. Null for what is none. */
export function readIp(text: string): Ip | null {
  const [bare = ''] = text.split('%', 1);
  if (!bare.includes(':') && !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(bare)) return null;
  return ipaddr.isValid(bare) ? ipaddr.process(bare) : null;
}

/** Tells whether an address lies in any of the ranges. */
export function ipMatcher(ranges: readonly IpRange[]): (address: Ip) => boolean {
  const parsed = ranges.map((range) => ipaddr.parseCIDR(range));
  return (address) =>
    parsed.some((range) => range[0].kind() === address.kind() && address.match(range));
}

/** Whether an address is one that the whole internet can have (RFC 6890). */
export function isPublicIp(address: Ip): boolean {
  return address.range() === 'unicast';
}
