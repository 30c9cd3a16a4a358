import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '@/lib/server/pages/answer';
import { finishDocument } from '@/lib/server/pages/document';
import { makePage } from '@/lib/server/pages/page';
import { PageCache } from '@/lib/server/pages/pageCache';
import { SharedPages } from '@/lib/server/shared/sharedPages';
import type { SharedStore } from '@/lib/server/shared/store';
import { asked, routes } from '@/lib/site/routes';
import { ready, storeAt, valkey } from './support';

/** Of all clocks, so that pages are as old as a test says. */
const NOW = Date.now();
const COMMIT = 'c0ffee';
const DAM = asked.path(['articles', 'dam']);

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

async function page(text: string, shown = ['article:dam'] as const): Promise<Answer> {
  const finished = { parts: [`<h1>${text}</h1>`], styles: [], scripts: [], links: [] };
  const made = await makePage(finished, new Set(shown));
  return { kind: 'page', page: made, madeOf: COMMIT };
}

/** One instance: its pages, what it made itself, and its edition, which a test may change. */
function instance(store: SharedStore, answer: () => Promise<Answer> = () => page('Dam')) {
  const made: string[] = [];
  const state = { edition: 'one', now: NOW };
  const shared = new SharedPages({
    store,
    edition: () => ({ name: state.edition, commit: COMMIT }),
    now: () => state.now,
  });
  const cache = new PageCache({
    make: shared.before(async (path) => {
      made.push(path);
      return answer();
    }),
    maxBytes: 10_000_000,
    now: () => state.now,
  });
  return { cache, made, state, shared };
}

async function pair() {
  const { url } = await valkey();
  const stores = await Promise.all([ready(storeAt(url)), ready(storeAt(url))]);
  return stores;
}

/** Waits until what was made has arrived at the server. */
async function arrived(store: SharedStore, pages = 1): Promise<void> {
  await vi.waitFor(async () => {
    const size = await store.ask((client) => client.dbSize());
    expect(size).toEqual({ ok: true, value: pages });
  });
}

describe('a page that one instance made', () => {
  it('is the page of the other, byte for byte', async () => {
    const [left, right] = await pair();
    const [one, other] = [instance(left), instance(right)];
    const first = await one.cache.get(DAM);
    await arrived(left);
    const second = await other.cache.get(DAM);
    expect(other.made).toEqual([]);
    if (first.kind !== 'page' || second.kind !== 'page') throw new Error('They are pages');
    const { steadyFor, ...rest } = second.page;
    expect(rest).toEqual({ ...first.page, steadyFor: undefined });
    expect(steadyFor).toBeLessThanOrEqual(first.page.steadyFor);
    expect(other.shared.counts).toEqual({ hits: 1, misses: 0 });
  });

  it('is not, where the other has another edition', async () => {
    const [left, right] = await pair();
    const [one, other] = [instance(left), instance(right)];
    await one.cache.get(DAM);
    await arrived(left);
    other.state.edition = 'two';
    await other.cache.get(DAM);
    expect(other.made).toEqual([DAM]);
  });

  it('is not, where a publish fell between the question and its answer', async () => {
    const [left, right] = await pair();
    const [one, other] = [instance(left), instance(right)];
    await one.cache.get(DAM);
    await arrived(left);
    const got = other.cache.get(DAM);
    other.state.edition = 'two';
    await got;
    expect(other.made).toEqual([DAM]);
  });

  it('is not given away, where a publish fell into its making', async () => {
    const [left, right] = await pair();
    const one = instance(left, () => {
      one.state.edition = 'two';
      return page('Dam');
    });
    await one.cache.get(DAM);
    const other = instance(right);
    await other.cache.get(asked.path(['articles', 'canal']));
    await arrived(left);
    await other.cache.get(DAM);
    other.state.edition = 'two';
    await instance(right).cache.get(DAM);
    expect(other.made).toContain(DAM);
  });

  it('is not given away, where whoever made it read another commit', async () => {
    const [left, right] = await pair();
    const answer = await page('Dam');
    const [one, other] = [
      instance(left, async () => ({ ...answer, madeOf: 'before' }) as Answer),
      instance(right),
    ];
    await one.cache.get(DAM);
    await one.cache.get(asked.path([]));
    await other.cache.get(DAM);
    expect(other.made).toEqual([DAM]);
  });

  it('is true for as long as where it was made, and no longer', async () => {
    const [left, right] = await pair();
    const [one, other] = [instance(left), instance(right)];
    const first = await one.cache.get(DAM);
    if (first.kind !== 'page') throw new Error('It is a page');
    await arrived(left);
    other.state.now += first.page.steadyFor - 1_000;
    const second = await other.cache.get(DAM);
    expect(second).toMatchObject({ page: { steadyFor: 1_000 } });
    const third = instance(right);
    third.state.now += first.page.steadyFor + 1;
    await third.cache.get(DAM);
    expect(third.made).toEqual([DAM]);
  });
});

it('a document of text is shared, a picture is not', async () => {
  const [left, right] = await pair();
  const bodies = { text: '<feed/>', picture: new Uint8Array([1, 2, 3]) };
  const documentOf = async (body: string | Uint8Array): Promise<Answer> => {
    const type = 'application/xml';
    const document = await finishDocument({ type, body, modified: 5 }, new Set(['site']));
    return { kind: 'document', document, madeOf: COMMIT };
  };
  const [one, other] = [left, right].map((store) => instance(store, () => documentOf(bodies.text)));
  const first = await one?.cache.get(routes.feed('rss'));
  await arrived(left);
  const second = await other?.cache.get(routes.feed('rss'));
  expect(other?.made).toEqual([]);
  expect(second).toMatchObject({ document: { type: 'application/xml', modified: 5 } });
  expect(first?.kind === 'document' && first.document.bodies).toEqual(
    second?.kind === 'document' && second.document.bodies,
  );
  await instance(left, () => documentOf(bodies.picture)).cache.get(DAM);
  await arrived(left, 1);
});

it('queries, previews and what is missing are not shared', async () => {
  const [left] = await pair();
  const one = instance(left);
  await one.cache.get(`${routes.search()}?q=dam`);
  await one.cache.get(asked.path(['preview', 'token']));
  await instance(left, async () => ({ kind: 'missing' })).cache.get(DAM);
  await one.cache.get(DAM);
  await arrived(left, 1);
});

it('bytes of any other origin are no page', async () => {
  const [left] = await pair();
  const one = instance(left);
  await one.cache.get(DAM);
  await arrived(left);
  await left.ask(async (client) => {
    const [key] = await client.keys('*');
    for (const bytes of ['', 'x', '\0\0\0\x02{}', '\xff\xff\xff\xff{}']) {
      await client.set(key ?? '', Buffer.from(bytes, 'latin1'));
    }
  }, 1_000);
  const other = instance(left);
  expect((await other.cache.get(DAM)).kind).toBe('page');
  expect(other.made).toEqual([DAM]);
});

it('a server that has not been heard costs nothing', async () => {
  const { url, stop } = await valkey();
  const store = await ready(storeAt(url));
  await stop();
  await vi.waitFor(() => expect(store.isThere).toBe(false), 10_000);
  const one = instance(store);
  expect((await one.cache.get(DAM)).kind).toBe('page');
  expect(one.made).toEqual([DAM]);
});
