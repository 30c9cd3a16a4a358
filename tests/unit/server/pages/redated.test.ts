import { beforeEach, describe, expect, it } from 'vitest';
import type { FinishedDocument } from '@/lib/server/pages/document';
import { cache, clock, document, kitchen, openKitchen } from './kitchen';

beforeEach(openKitchen);

/** What is at an address after it has been made anew. */
async function remade(body: string, modified: number | null): Promise<FinishedDocument> {
  cache.drop(['site']);
  const waiting = cache.get('/feed.xml');
  await kitchen.next().serve(await document(body, modified));
  const answer = await waiting;
  if (answer.kind !== 'document') throw new Error(`There is a ${answer.kind}`);
  expect(cache.peek('/feed.xml')).toBe(answer.document);
  return answer.document;
}

describe('the date of a document', () => {
  it('is that of its content', async () => {
    expect((await remade('one', 500_000)).modified).toBe(500_000);
    expect((await remade('two', 600_000)).modified).toBe(600_000);
  });

  it('is a new one where something was withdrawn from it', async () => {
    await remade('one and two', 600_000);
    expect((await remade('one', 500_000)).modified).toBe(clock.now);
    expect((await remade('one, mended', 500_000)).modified).toBe(clock.now + 1_000);
  });

  it('stays as long as the document is what it was', async () => {
    await remade('one and two', 600_000);
    await remade('one', 600_000);
    const redated = clock.now;
    clock.now += 60_000;
    expect((await remade('one', 600_000)).modified).toBe(redated);
  });

  it('is none where nothing in it has one', async () => {
    await remade('one', 600_000);
    expect((await remade('two', null)).modified).toBeNull();
    expect((await remade('three', 600_000)).modified).toBe(600_000);
  });
});
