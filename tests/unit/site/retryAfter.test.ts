import { describe, expect, it } from 'vitest';
import { readRetryAfter } from '@/lib/site/retryAfter';

describe('readRetryAfter', () => {
  const now = Date.parse('2026-11-23T00:00:00Z');

  it.each([
    ['120', 120_000],
    ['Mon, 23 Nov 2026 00:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 00:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s milliseconds', (value, milliseconds) => {
    expect(readRetryAfter(value, now)).toBe(milliseconds);
  });
});
