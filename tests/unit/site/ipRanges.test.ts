import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ipMatcher, isPublicIp, readIp, readIpRanges } from '@/lib/site/ipRanges';

function matches(list: string, address: string): boolean {
  const ranges = readIpRanges(list);
  const ip = readIp(address);
  if (ranges === null || ip === null) throw new Error(`${list} or ${address} cannot be read`);
  return ipMatcher(ranges)(ip);
}

describe('a list of addresses', () => {
  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.9.9.9'],
    ['loopback', '::1'],
    ['loopback', '::ffff:127.0.0.1'],
    ['private', '10.1.2.3'],
    ['private', '172.31.255.255'],
    ['private', '192.168.0.9'],
    ['private', 'fd12::1'],
    ['private', 'fe80::1%eth0'],
    ['203.0.113.7', '203.0.113.7'],
    ['loopback,203.0.113.0/24', '203.0.113.255'],
    ['2001:db8::/32', '2001:db8:1::9'],
  ])('has %s in it: %s', (list, address) => {
    expect(matches(list, address)).toBe(true);
  });

  it.each([
    ['loopback', '128.0.0.1'],
    ['private', '172.32.0.1'],
    ['203.0.113.7', '203.0.113.8'],
    ['203.0.113.0/24', '203.0.114.0'],
    ['2001:db8::/32', '2001:db9::1'],
    ['0.0.0.0/0', '2001:db8::1'],
    ['', '127.0.0.1'],
  ])('has %s not in it: %s', (list, address) => {
    expect(matches(list, address)).toBe(false);
  });

  it.each([
    'proxy.example',
    '10.0.0.0/33',
    '127.1',
    '0x7f.0.0.1',
    '2130706433',
    '10.0.0',
    '::/129',
  ])('is none with %s', (entry) => {
    expect(readIpRanges(`loopback ${entry}`)).toBeNull();
  });

  it('has every address of a range, and none beside it', () => {
    const byte = fc.nat({ max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, byte, fc.nat({ max: 32 }), byte, (a, b, c, d, bits, e) => {
        const number = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
        const other = (number ^ (e << 12)) >>> 0;
        const mask = bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
        const isIn = (number & mask) >>> 0 === (other & mask) >>> 0;
        expect(matches(`${a}.${b}.${c}.${d}/${bits}`, dotted(other))).toBe(isIn);
      }),
    );
  });
});

describe('an address of the internet', () => {
  it.each([
    ['203.0.113.7', false],
    ['8.8.8.8', true],
    ['2a00:1450::1', true],
    ['127.0.0.1', false],
    ['100.64.0.1', false],
    ['fd00::1', false],
  ])('%s: %s', (address, isPublic) => {
    const ip = readIp(address);
    expect(ip && isPublicIp(ip)).toBe(isPublic);
  });
});

function dotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
}
