import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { PublishEvents } from '@/lib/server/shared/publishEvents';
import { startTcpProxy } from '@/tests/support/tcpProxy';
import { ready, storeAt, valkey } from './support';

beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});

/** What Git would give, which all instances share. */
interface Branch {
  commit: string;
}

/** An instance that publishes in no time; `begin` says what it has read at its start. */
async function instance(url: string, branch: Branch, begin = branch.commit) {
  const store = await storeAt(url);
  const state = { commit: begin, looks: 0 };
  const look = (): void => {
    state.looks += 1;
    state.commit = branch.commit;
    events.published(state.commit);
  };
  const events = new PublishEvents({ store, commit: () => state.commit, look });
  events.start();
  onTestFinished(() => events.stop());
  await ready(store);
  return { state, events, store, look };
}

/** Resolves when a message would long have come. */
const quiet = () => sleep(400);

/** Some instances that share a store and a branch, when they have heard of each other's start. */
async function instances(count: number) {
  const { url } = await valkey();
  const branch = { commit: 'first' };
  const all = await Promise.all(Array.from({ length: count }, () => instance(url, branch)));
  await quiet();
  const [one, other] = all;
  if (one === undefined || other === undefined) throw new Error('There are at least two');
  return { one, other, all, branch };
}

/** Two that share a branch; one of them reaches the store by a line that can be cut. */
async function withLine() {
  const { url, port } = await valkey();
  const proxy = await startTcpProxy(port);
  onTestFinished(() => proxy.stop());
  const branch = { commit: 'first' };
  const one = await instance(url, branch);
  const cut = await instance(`redis://127.0.0.1:${proxy.port}`, branch);
  await quiet();
  const cutLine = async (how: 'refuses' | 'hangs') => {
    await proxy.set(how);
    await vi.waitFor(() => expect(cut.store.isThere).toBe(false), 10_000);
  };
  return { one, cut, branch, cutLine, mendLine: () => proxy.set('carries') };
}

it('word of a webhook reaches the others, who look', async () => {
  const { one, other, branch } = await instances(2);
  await vi.waitFor(async () => {
    branch.commit = 'second';
    await one.events.called();
    expect(other.state.commit).toBe('second');
  });
});

it('a commit that one has published is looked for by those who have another', async () => {
  const { one, all, branch } = await instances(3);
  branch.commit = 'second';
  one.look();
  await vi.waitFor(() =>
    expect(all.map(({ state }) => state.commit)).toEqual(['second', 'second', 'second']),
  );
  // Nobody goes on telling: each has looked once more at most.
  await quiet();
  const looks = all.map(({ state }) => state.looks);
  await quiet();
  expect(all.map(({ state }) => state.looks)).toEqual(looks);
});

it('a commit that nobody else can have is not looked for again and again', async () => {
  const { one, other } = await instances(2);
  const before = other.state.looks;
  // As two mirrors of one repository, of which one is behind.
  for (let times = 0; times < 5; times += 1) {
    const said = JSON.stringify({ kind: 'published', from: 'x', commit: 'elsewhere' });
    await one.store.ask((client) => client.publish(one.store.key('published'), said));
  }
  await vi.waitFor(() => expect(other.state.looks).toBe(before + 1));
  await quiet();
  expect(other.state.looks).toBe(before + 1);
});

it('what was published while the line was cut is caught up with', async () => {
  const { one, cut, branch, cutLine, mendLine } = await withLine();
  await cutLine('refuses');
  branch.commit = 'second';
  one.look();
  await quiet();
  expect(cut.state.commit).toBe('first');
  await mendLine();
  await vi.waitFor(() => expect(cut.state.commit).toBe('second'), 20_000);
});

it('who publishes while cut off tells the others afterwards', async () => {
  const { one, cut, branch, cutLine, mendLine } = await withLine();
  await cutLine('hangs');
  branch.commit = 'second';
  cut.look();
  await quiet();
  expect(one.state.commit).toBe('first');
  await mendLine();
  await vi.waitFor(() => expect(one.state.commit).toBe('second'), 20_000);
});

it('what is no message says nothing', async () => {
  const { one } = await instances(2);
  const { looks } = one.state;
  for (const text of ['', '{', '[]', '{"kind":"called"}', '{"kind":"erase","from":"x"}']) {
    await one.store.ask((client) => client.publish(one.store.key('published'), text));
  }
  await quiet();
  expect(one.state.looks).toBe(looks);
});
