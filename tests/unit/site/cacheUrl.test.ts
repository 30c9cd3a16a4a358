import { describe, expect, it } from 'vitest';
import { EnvironmentError, readEnvironment } from '@/lib/site/environment';

const read = (url: string) => readEnvironment({ CACHE_URL: url }).cache;

describe('CACHE_URL', () => {
  it('names a server by host, with TLS or without', () => {
    expect(read('redis://valkey')).toEqual({
      place: { host: 'valkey', port: 6379, tls: false },
      username: null,
      password: null,
      database: 0,
      description: 'redis://valkey',
    });
    expect(read('rediss://us%40er:p%3Aw@[::1]:7000/2')).toEqual({
      place: { host: '::1', port: 7000, tls: true },
      username: 'us@er',
      password: 'p:w',
      database: 2,
      description: 'rediss://[::1]:7000/2',
    });
  });

  it('names one by a socket', () => {
    expect(read('unix:///run/valkey.sock?db=1&password=p%26w')).toMatchObject({
      place: { socket: '/run/valkey.sock' },
      username: null,
      password: 'p&w',
      database: 1,
      description: 'unix:///run/valkey.sock',
    });
  });

  it('is optional', () => {
    expect(readEnvironment({}).cache).toBeNull();
  });

  it.each([
    'valkey:6379',
    'http://valkey',
    'redis://',
    'redis://valkey/first',
    'redis://valkey?db=1',
    'redis://:%zz@valkey',
    'unix://run/valkey.sock',
    'unix:///run/valkey.sock?database=1',
  ])('is refused with advice: %s', (url) => {
    expect(() => read(url)).toThrow(/CACHE_URL: must be one of: redis:/);
  });

  it('never shows its password, also where it is refused', () => {
    const description = read('redis://me:hush-hush@valkey')?.description;
    expect(description).toBe('redis://valkey');
    try {
      read('redis://me:hush-hush@valkey/first');
    } catch (error) {
      expect(error).toBeInstanceOf(EnvironmentError);
      expect(String(error)).not.toContain('hush');
      return;
    }
    throw new Error('It was not refused');
  });
});
