import { describe, expect, it } from 'vitest';
import type { Answer, Wanted } from '@/lib/server/pages/answer';
import { RenderQueue } from '@/lib/server/rendering/renderQueue';
import type { SitePath } from '@/lib/site/routes';

const MISSING: Answer = { kind: 'missing' };

/** A queue whose pages are made when the test says so. */
function aQueue() {
  const begun: SitePath[] = [];
  const ends = new Map<SitePath, (answer: Answer) => void>();
  const queue = new RenderQueue((path) => {
    begun.push(path);
    return new Promise((resolve) => ends.set(path, resolve));
  });
  const order = (path: SitePath, isAwaited: boolean): { wanted: Wanted; made: Promise<Answer> } => {
    const wanted = { isAwaited, isBegun: false };
    return { wanted, made: queue.make(path, wanted) };
  };
  const end = async (path: SitePath, answer = MISSING): Promise<void> => {
    ends.get(path)?.(answer);
    await new Promise((done) => setImmediate(done));
  };
  return { begun, order, end };
}

describe('the queue of pages to be made', () => {
  it('gives each who waits what was made for them', async () => {
    const { order, end } = aQueue();
    const [one, other] = [order('/a', true), order('/b', true)];
    const gone: Answer = { kind: 'gone' };
    await end('/b', gone);
    await end('/a');
    expect(await one.made).toBe(MISSING);
    expect(await other.made).toBe(gone);
  });

  it('makes two at once, in the order in which they were asked for', async () => {
    const { begun, order, end } = aQueue();
    for (const path of ['/a', '/b', '/c', '/d'] as const) order(path, true);
    expect(begun).toEqual(['/a', '/b']);
    await end('/b');
    expect(begun).toEqual(['/a', '/b', '/c']);
  });

  it('says what is begun', async () => {
    const { order, end } = aQueue();
    const [first, , third] = [order('/a', true), order('/b', true), order('/c', true)];
    expect(first.wanted.isBegun).toBe(true);
    expect(third.wanted.isBegun).toBe(false);
    await end('/a');
    expect(third.wanted.isBegun).toBe(true);
  });

  it('makes what nobody waits for one at a time, and after what readers wait for', async () => {
    const { begun, order, end } = aQueue();
    for (const path of ['/a', '/b', '/c'] as const) order(path, false);
    order('/read', true);
    expect(begun).toEqual(['/a', '/read']);
    await end('/a');
    expect(begun).toEqual(['/a', '/read']);
    await end('/read');
    expect(begun).toEqual(['/a', '/read', '/b']);
  });

  it('brings forward what a reader has come to wait for', async () => {
    const { begun, order, end } = aQueue();
    order('/a', false);
    order('/b', false);
    order('/c', false).wanted.isAwaited = true;
    await end('/a');
    expect(begun).toEqual(['/a', '/c']);
  });
});
