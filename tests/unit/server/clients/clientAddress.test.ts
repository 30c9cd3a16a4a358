import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientFinder } from '@/lib/server/clients/clientAddress';
import { readIpRanges } from '@/lib/site/ipRanges';

interface Asked {
  readonly trusted?: string;
  readonly header?: 'x-forwarded-for' | 'forwarded';
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function clientOf({
  trusted = 'loopback 10.0.0.0/8',
  header = 'x-forwarded-for',
  from = '127.0.0.1',
  headers = {},
}: Asked) {
  const find = clientFinder({ trusted: readIpRanges(trusted) ?? [], header });
  const client = find({ headers, socket: { remoteAddress: from } });
  return { ...client, address: client.address?.toString() ?? null };
}

describe('the address of a client', () => {
  it('is that of the connection where no proxy is trusted, whatever is claimed', () => {
    const headers = { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.8' };
    expect(clientOf({ trusted: '', from: '8.8.8.8', headers })).toMatchObject({
      address: '8.8.8.8',
      isForwarded: false,
      maybeProxy: false,
    });
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['[2001:db8::7]:4711', '2001:db8::7'],
    ['1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['1.1.1.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['1.1.1.1, unknown, 10.0.0.2', '10.0.0.2'],
    ['1.1.1.1, nonsense', '127.0.0.1'],
    ['', '127.0.0.1'],
  ])('is read from the right of X-Forwarded-For: %s', (field, address) => {
    expect(clientOf({ headers: { 'x-forwarded-for': field } }).address).toBe(address);
  });

  it.each([
    ['for=203.0.113.7', '203.0.113.7'],
    ['for=203.0.113.7;proto=https;by=10.0.0.1', '203.0.113.7'],
    ['proto=https; For="203.0.113.7:80"', '203.0.113.7'],
    ['for="[2001:db8::7]:4711"', '2001:db8::7'],
    ['for=1.1.1.1, for=203.0.113.7, for=10.0.0.2', '203.0.113.7'],
    ['for=1.1.1.1, for=_hidden, for=10.0.0.2', '10.0.0.2'],
    ['for=1.1.1.1, for="a, b;for=9.9.9.9"', '127.0.0.1'],
    ['by=203.0.113.7', '127.0.0.1'],
  ])('is read from the right of Forwarded: %s', (forwarded, address) => {
    const headers = { forwarded, 'x-forwarded-for': '9.9.9.9' };
    expect(clientOf({ header: 'forwarded', headers }).address).toBe(address);
  });

  it('is taken from the field that the proxies write, and from no other', () => {
    expect(clientOf({ headers: { forwarded: 'for=9.9.9.9' } }).address).toBe('127.0.0.1');
  });

  const ip = fc.ipV4();
  const outside = ip.filter((text) => !text.startsWith('10.') && !text.startsWith('127.'));
  const junk = fc.string().map((text) => text.replaceAll('\n', ' '));

  it('is never one that a client wrote itself', () => {
    fc.assert(
      fc.property(outside, fc.array(fc.oneof(ip, junk)), fc.array(ip), (client, forged, more) => {
        const proxies = more.map((text) => text.replace(/^\d+/, '10'));
        const field = [...forged, client, ...proxies].join(', ');
        expect(clientOf({ headers: { 'x-forwarded-for': field } }).address).toBe(client);
      }),
    );
  });

  it('is never one that a client wrote itself, in Forwarded either', () => {
    // What a client sends is a field of its own, so that no quotation mark of it stays open.
    const forged = fc.array(
      fc.oneof(
        ip,
        junk.map((text) => text.replaceAll('"', '')),
      ),
    );
    fc.assert(
      fc.property(outside, forged, fc.array(ip), (client, claims, more) => {
        const proxies = more.map((text) => `for=${text.replace(/^\d+/, '10')};proto=http`);
        const forwarded = [...claims.map((c) => `for=${c}`), `for=${client}`, ...proxies].join(
          ', ',
        );
        expect(clientOf({ header: 'forwarded', headers: { forwarded } }).address).toBe(client);
      }),
    );
  });
});

describe('who asks from this machine', () => {
  it.each<[string, Asked]>([
    ['without a proxy', { trusted: '' }],
    ['by IPv6', { trusted: '', from: '::1' }],
    ['beside a proxy that is trusted', {}],
    ['through one', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
  ])('is local: %s', (_, asked) => {
    expect(clientOf(asked).isLocal).toBe(true);
  });

  it.each<[string, Asked]>([
    ['from elsewhere', { trusted: '', from: '8.8.8.8' }],
    ['through a proxy', { headers: { 'x-forwarded-for': '8.8.8.8' } }],
    ['through one that nobody named', { trusted: '', headers: { 'x-forwarded-for': '1.1.1.1' } }],
    ['through one that says only that it is one', { trusted: '', headers: { via: '1.1 x' } }],
    ['claiming so', { headers: { 'x-forwarded-for': '127.0.0.1, 10.0.0.9' } }],
  ])('is not local: %s', (_, asked) => {
    expect(clientOf(asked).isLocal).toBe(false);
  });
});

describe('an address that many may stand behind', () => {
  it.each<[string, Asked, boolean, boolean]>([
    ['this machine', { trusted: '' }, true, false],
    ['a private network', { trusted: '', from: '192.168.1.1' }, true, false],
    ['a proxy that nobody named', { trusted: '', headers: { 'x-real-ip': '1.1.1.1' } }, true, true],
    ['the internet', { trusted: '', from: '8.8.8.8', headers: { via: '1.1 x' } }, false, false],
    ['named by a proxy', { headers: { 'x-forwarded-for': '192.168.1.1' } }, false, false],
  ])('%s', (_, asked, maybeProxy, isUntrustedForwarder) => {
    expect(clientOf(asked)).toMatchObject({ maybeProxy, isUntrustedForwarder });
  });
});
