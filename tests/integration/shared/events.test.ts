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

/** Milliseconds in which a message would long have come. */
const QUIET = 400;

it('word of a webhook reaches the others, who look', async () => {
  const { url } = await valkey();
  const branch = { commit: 'first' };
  const [one, other] = await Promise.all([instance(url, branch), instance(url, branch)]);
  await vi.waitFor(async () => {
    branch.commit = 'second';
    await one.events.called();
    expect(other.state.commit).toBe('second');
  });
});

it('a commit that one has published is looked for by those who have another', async () => {
  const { url } = await valkey();
  const branch = { commit: 'first' };
  const one = await instance(url, branch);
  const other = await instance(url, branch);
  const third = await instance(url, branch);
  await vi.waitFor(async () => {
    expect((await one.store.ask((client) => client.get(one.store.key('commit')))).ok).toBe(true);
  });
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  branch.commit = 'second';
  one.look();
  await vi.waitFor(() =>
    expect([other.state.commit, third.state.commit]).toEqual(['second', 'second']),
  );
  // Nobody goes on telling: each has looked once more at most.
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  const looks = [one, other, third].map(({ state }) => state.looks);
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  expect([one, other, third].map(({ state }) => state.looks)).toEqual(looks);
});

it('a commit that nobody else can have is not looked for again and again', async () => {
  const { url } = await valkey();
  const branch = { commit: 'first' };
  const one = await instance(url, branch);
  const other = await instance(url, branch);
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  const before = other.state.looks;
  // As two mirrors of one repository, of which one is behind.
  for (let times = 0; times < 5; times += 1) {
    const said = JSON.stringify({ kind: 'published', from: 'x', commit: 'elsewhere' });
    await one.store.ask((client) => client.publish(one.store.key('published'), said));
  }
  await vi.waitFor(() => expect(other.state.looks).toBe(before + 1));
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  expect(other.state.looks).toBe(before + 1);
});

it('what was published while the line was cut is caught up with', async () => {
  const { url, port } = await valkey();
  const proxy = await startTcpProxy(port);
  onTestFinished(() => proxy.stop());
  const branch = { commit: 'first' };
  const one = await instance(url, branch);
  const cut = await instance(`redis://127.0.0.1:${proxy.port}`, branch);
  await proxy.set('refuses');
  await vi.waitFor(() => expect(cut.store.isThere).toBe(false), 10_000);
  branch.commit = 'second';
  one.look();
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  expect(cut.state.commit).toBe('first');
  await proxy.set('carries');
  await vi.waitFor(() => expect(cut.state.commit).toBe('second'), 20_000);
});

it('who publishes while cut off tells the others afterwards', async () => {
  const { url, port } = await valkey();
  const proxy = await startTcpProxy(port);
  onTestFinished(() => proxy.stop());
  const branch = { commit: 'first' };
  const one = await instance(url, branch);
  const cut = await instance(`redis://127.0.0.1:${proxy.port}`, branch);
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  await proxy.set('hangs');
  await vi.waitFor(() => expect(cut.store.isThere).toBe(false), 10_000);
  branch.commit = 'second';
  cut.look();
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  expect(one.state.commit).toBe('first');
  await proxy.set('carries');
  await vi.waitFor(() => expect(one.state.commit).toBe('second'), 20_000);
});

it('what is no message says nothing', async () => {
  const { url } = await valkey();
  const one = await instance(url, { commit: 'first' });
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  const { looks } = one.state;
  for (const text of ['', '{', '[]', '{"kind":"called"}', '{"kind":"erase","from":"x"}']) {
    await one.store.ask((client) => client.publish(one.store.key('published'), text));
  }
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  expect(one.state.looks).toBe(looks);
});
