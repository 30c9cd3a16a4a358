import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitKey, RateLimit } from '@/lib/server/clients/rateLimit';
import { readIp } from '@/lib/site/ipRanges';

const MINUTE = 60_000;

describe('a limit', () => {
  it('lets a client have all of a minute at once, and then one after the other', () => {
    let now = 0;
    const limit = new RateLimit({ perMinute: 3, now: () => now });
    for (let i = 0; i < 3; i += 1) {
      expect(limit.wait('a')).toBe(0);
      limit.charge('a');
    }
    expect(limit.wait('a')).toBe(20_000);
    expect(limit.wait('b')).toBe(0);
    now = 19_999;
    expect(limit.wait('a')).toBe(1);
    now = 20_000;
    expect(limit.wait('a')).toBe(0);
    limit.charge('a');
    expect(limit.wait('a')).toBe(20_000);
  });

  it('lets nobody have more than it says, and no patient client less', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 300 }),
        (perMinute, pauses) => {
          let now = 0;
          const limit = new RateLimit({ perMinute, now: () => now });
          const taken: number[] = [];
          for (const pause of pauses) {
            now += pause;
            if (limit.wait('a') > 0) continue;
            limit.charge('a');
            taken.push(now);
          }
          for (const [index, from] of taken.entries()) {
            // A full bucket, and what came into it within the minute.
            const within = taken.slice(index).filter((at) => at < from + MINUTE).length;
            expect(within).toBeLessThanOrEqual(2 * perMinute);
          }
          now += limit.wait('a');
          expect(limit.wait('a')).toBeLessThan(0.001);
        },
      ),
    );
  });

  it('makes nobody wait longer for having asked while refused', () => {
    const limit = new RateLimit({ perMinute: 2, now: () => 0 });
    for (let i = 0; i < 50; i += 1) limit.charge('a');
    expect(limit.wait('a')).toBe(30_000);
  });

  it('forgets those who asked longest ago rather than growing', () => {
    const limit = new RateLimit({ perMinute: 1, maxClients: 2, now: () => 0 });
    for (const client of ['a', 'b', 'c']) limit.charge(client);
    expect(limit.wait('a')).toBe(0);
    expect(limit.wait('c')).toBe(MINUTE);
  });
});

describe('what a limit knows a client by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.8', false],
    ['203.0.113.7', '::ffff:203.0.113.7', true],
    ['2001:db8:1:2::7', '2001:db8:1:2:ffff::9', true],
    ['2001:db8:1:2::7', '2001:db8:1:3::7', false],
  ])('%s and %s', (one, other, isSame) => {
    const [a, b] = [readIp(one), readIp(other)];
    expect(a && b && limitKey(a) === limitKey(b)).toBe(isSame);
  });
});
