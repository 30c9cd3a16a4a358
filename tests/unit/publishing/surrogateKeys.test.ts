import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changedKeys,
  surrogateField,
  surrogateKey,
  type Tagged,
} from '@/lib/publishing/purging/surrogateKeys';

const anyThing = fc
  .tuple(fc.constantFrom('article', 'card', 'author', 'page'), fc.string({ minLength: 1 }))
  .map(([kind, name]) => `${kind}:${name}` as Tagged);

describe('a surrogate key', () => {
  it('is five letters and digits that every cache takes, the same for the same thing', () => {
    fc.assert(
      fc.property(anyThing, (thing) => {
        expect(surrogateKey(thing)).toMatch(/^[0-9a-z]{5}$/);
        expect(surrogateKey(thing)).toBe(surrogateKey(thing));
      }),
    );
  });

  it('is another one for almost every other thing', () => {
    const keys = Array.from({ length: 10_000 }, (_, n) => surrogateKey(`article:number-${n}`));
    expect(new Set(keys).size).toBeGreaterThan(9_990);
  });
});

describe('the field of an answer', () => {
  const things = ['article:dam', 'site', 'rates'] as const;
  const [dam, site] = [surrogateKey('article:dam'), surrogateKey('site')];

  it.each([
    ['fastly', 'Surrogate-Key', `${dam} ${site}`],
    ['cloudflare', 'Cache-Tag', `${dam},${site}`],
    ['bunny', 'CDN-Tag', `${dam},${site}`],
    ['varnish', 'xkey', `${dam} ${site}`],
  ] as const)('is in the form that %s takes', (kind, name, value) => {
    expect(surrogateField(kind, things)).toEqual([name, value]);
  });

  it('is none where the cache takes none', () => {
    expect(surrogateField('purge', things)).toBeNull();
  });

  it('is never longer than a cache takes, and whatever changed is purged all the same', () => {
    const few = fc.uniqueArray(anyThing, { maxLength: 20 });
    const many = fc
      .integer({ min: 100, max: 400 })
      .map((count) => Array.from({ length: count }, (_, n): Tagged => `card:number-${n}`));
    const shown = fc.oneof(few, many);
    fc.assert(
      fc.property(shown, fc.nat(), (all, pick) => {
        const field = surrogateField('bunny', all);
        expect(field?.[1].length).toBeLessThanOrEqual(1_000);
        const changed = all[pick % Math.max(1, all.length)];
        if (changed === undefined || changed === 'missing') return;
        const purged = changedKeys([changed as Exclude<Tagged, 'missing' | 'files' | 'many'>]);
        expect(field?.[1].split(',').some((key) => purged.includes(key))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
