import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Publication } from '@/lib/publishing/publication';
import { PageCache } from '@/lib/server/pages/pageCache';
import { LivePublishing } from '@/lib/server/publishing/livePublishing';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '../../fixtures/folder';

const MINUTE = 60_000;

/** A site whose content cannot be had, and how often it has been asked for. */
function withoutContent() {
  let asked = 0;
  const live = new LivePublishing({
    publication: Publication.open(readEnvironment({ DATA_DIR: folderOf({}) })),
    pages: new PageCache({ make: async () => ({ kind: 'missing' }), maxBytes: 1 }),
    publishing: {
      publish: async () => {
        asked += 1;
        return { ok: false, reason: 'Nobody answers.' };
      },
      restore: async () => ({ ok: false, reason: 'Nobody answers.' }),
      tidy: () => undefined,
    },
    rendering: { announce: () => undefined },
    announce: () => undefined,
  });
  return { live, asked: () => asked };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('content that cannot be had', () => {
  it('is asked for again soon, then seldom, and never given up', async () => {
    const { live, asked } = withoutContent();
    live.request();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1.5 * MINUTE);
    expect(asked()).toBe(4);
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(asked()).toBe(4 + 12);
    expect(live.failure).toBe('Nobody answers.');
    await live.stop();
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(asked()).toBe(4 + 12);
  });

  it('is asked for at once when word of a change comes', async () => {
    const { live, asked } = withoutContent();
    live.request();
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    const before = asked();
    expect(live.request()).toBe('started');
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(before + 1);
    await live.stop();
  });
});
