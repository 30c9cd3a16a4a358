import { describe, expect, it } from 'vitest';
import { readEnvironment } from '@/lib/site/environment';

const read = (variables: Readonly<Record<string, string>>) => readEnvironment(variables).cdn;

describe('the cache in front', () => {
  it('is told at the vendor’s own address', () => {
    expect(read({ CDN: 'fastly', CDN_TOKEN: 'hush', CDN_ZONE: 'SU1' })).toEqual({
      kind: 'fastly',
      purge: { endpoints: ['https://api.fastly.com'], zone: 'SU1', token: 'hush' },
    });
  });

  it('may be the operator’s own, more than one', () => {
    expect(
      read({ CDN: 'varnish', CDN_URL: 'http://10.0.0.5:6081, http://10.0.0.6:6081/' }),
    ).toEqual({
      kind: 'varnish',
      purge: { endpoints: ['http://10.0.0.5:6081', 'http://10.0.0.6:6081'], zone: '', token: '' },
    });
  });

  it('may be told nothing', () => {
    expect(read({})).toBeNull();
    expect(read({ CDN: 'cloudflare' })).toEqual({ kind: 'cloudflare', purge: null });
    expect(read({ CDN: 'varnish' })).toEqual({ kind: 'varnish', purge: null });
  });

  it.each([
    [{ CDN: 'akamai' }, /CDN: must be one of: fastly/],
    [{ CDN_TOKEN: 'hush' }, /CDN: must be set/],
    [{ CDN: 'fastly', CDN_TOKEN: 'hush' }, /needs both CDN_TOKEN and CDN_ZONE/],
    [{ CDN: 'bunny', CDN_ZONE: '7' }, /needs both CDN_TOKEN and CDN_ZONE/],
    [{ CDN: 'varnish', CDN_TOKEN: 'hush' }, /takes neither CDN_TOKEN nor CDN_ZONE/],
    [{ CDN: 'purge', CDN_URL: 'http://cache/x' }, /CDN_URL: must be one or more addresses/],
    [{ CDN: 'fastly', CDN_ZONE: '../x', CDN_TOKEN: 'hush' }, /CDN_ZONE: must have letters/],
  ])('is refused with advice where it cannot be: %j', (variables, message) => {
    expect(() => read(variables)).toThrow(message);
    expect(() => read(variables)).not.toThrow('hush');
  });
});
