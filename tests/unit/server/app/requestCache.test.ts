import { describe, expect, it, vi } from 'vitest';
import { cache, withRequestCache } from '@/lib/server/app/requestCache';

describe('work that a page shares', () => {
  it('is done once for the same values, in each page anew', async () => {
    const work = vi.fn((one: string, two?: number) => ({ one, two }));
    const shared = cache(work);
    const page = async () => {
      const first = shared('a', 1);
      await Promise.resolve();
      expect(shared('a', 1)).toBe(first);
      expect(shared('a', 2)).not.toBe(first);
      expect(shared('a')).not.toBe(first);
      return first;
    };
    const [one, other] = await Promise.all([withRequestCache(page), withRequestCache(page)]);
    expect(one).not.toBe(other);
    expect(work).toHaveBeenCalledTimes(6);
  });

  it('is told apart from other work for the same values', async () => {
    const [one, other] = [cache((value: string) => [value]), cache((value: string) => [value])];
    await withRequestCache(async () => expect(one('a')).not.toBe(other('a')));
  });

  it('throws again what it threw', async () => {
    const work = vi.fn(() => {
      throw new Error('broken');
    });
    const shared = cache(work);
    await withRequestCache(async () => {
      expect(shared).toThrow('broken');
      expect(shared).toThrow('broken');
    });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is done each time outside of a page', () => {
    const shared = cache(() => ({}));
    expect(shared()).not.toBe(shared());
  });
});
