import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { startTcpProxy } from '@/tests/support/tcpProxy';
import { ready, storeAt, valkey } from './support';

const errors = vi.fn();

beforeEach(() => {
  errors.mockReset();
  vi.spyOn(console, 'error').mockImplementation(errors);
  vi.spyOn(console, 'log').mockReturnValue();
});

afterEach(() => {
  vi.restoreAllMocks();
});

it('what one instance puts, another gets', async () => {
  const { url } = await valkey();
  const [one, other] = await Promise.all([ready(storeAt(url)), ready(storeAt(url))]);
  await one.ask((client) => client.set(one.key('a'), Buffer.from([0, 255, 10])));
  const got = await other.ask((client) => client.get(other.key('a')));
  expect(got).toEqual({ ok: true, value: Buffer.from([0, 255, 10]) });
  expect(await other.ask((client) => client.get(other.key('b')))).toEqual({
    ok: true,
    value: null,
  });
});

it('a message reaches all who listen', async () => {
  const { url } = await valkey();
  const [one, other] = await Promise.all([ready(storeAt(url)), ready(storeAt(url))]);
  const heard = vi.fn();
  one.listen('news', heard);
  other.listen('news', heard);
  // Until both have subscribed.
  await vi.waitFor(async () => {
    heard.mockReset();
    await one.ask((client) => client.publish(one.key('news'), 'told'));
    expect(heard.mock.calls).toEqual([
      ['told', 'saxaul:courier.example:news'],
      ['told', 'saxaul:courier.example:news'],
    ]);
  });
});

it('a socket and a password do as well', async () => {
  const { socket } = await valkey(['--requirepass', 'p@ss word']);
  const store = await ready(storeAt(`unix://${socket}?password=p%40ss%20word&db=3`));
  expect(store.state).toMatchObject({ state: 'well', server: `unix://${socket}` });
});

it('a wrong password is said once, and is not told', async () => {
  const { url } = await valkey(['--requirepass', 'right']);
  const store = await storeAt(url.replace('//', '//:wrong-secret@'));
  store.start();
  await vi.waitFor(() => expect(errors).toHaveBeenCalled(), 10_000);
  expect(store.state.state).toBe('away');
  expect(JSON.stringify([errors.mock.calls, store.state])).not.toContain('wrong-secret');
  expect(store.state.reason).toMatch(/WRONGPASS|password/);
});

it('a server that nobody reaches is not asked, and that is said in one line', async () => {
  const { port } = await valkey();
  const proxy = await startTcpProxy(port);
  onTestFinished(() => proxy.stop());
  await proxy.set('refuses');
  const store = await storeAt(`redis://127.0.0.1:${proxy.port}`, 100);
  store.start();
  expect(await store.ask((client) => client.get('a'))).toEqual({ ok: false });
  await vi.waitFor(() => expect(errors).toHaveBeenCalledTimes(1), 10_000);
  expect(errors.mock.calls[0]?.[0]).toMatch(/is not asked any more \(.*ECONNREFUSED/);
});

it.each(['hangs', 'refuses'] as const)(
  'a line that %s costs few asks a moment and the others nothing, until it carries again',
  async (state) => {
    const { port } = await valkey();
    const proxy = await startTcpProxy(port);
    onTestFinished(() => proxy.stop());
    const store = await ready(storeAt(`redis://127.0.0.1:${proxy.port}`, 100));
    const heard = vi.fn();
    store.listen('news', heard);
    await proxy.set(state);
    const work = vi.fn((client) => client.get('a'));
    for (let asks = 0; asks < 50; asks += 1) {
      expect(await store.ask(work)).toEqual({ ok: false });
    }
    expect(work.mock.calls.length).toBeLessThanOrEqual(3);
    await vi.waitFor(() => expect(errors).toHaveBeenCalledTimes(1), 10_000);
    expect(store.state.state).toBe('away');
    const recovered = vi.fn();
    store.onRecovery(recovered);
    await proxy.set('carries');
    await vi.waitFor(() => expect(recovered).toHaveBeenCalledTimes(1), 30_000);
    await vi.waitFor(async () => {
      expect(await store.ask(work)).toEqual({ ok: true, value: null });
    }, 10_000);
    // Who listened before listens still.
    await vi.waitFor(async () => {
      await store.ask((client) => client.publish(store.key('news'), 'told'));
      expect(heard).toHaveBeenCalled();
    }, 10_000);
  },
);

it('a line that is slow is used for what no reader waits for', async () => {
  const { port } = await valkey();
  const proxy = await startTcpProxy(port);
  onTestFinished(() => proxy.stop());
  const store = await ready(storeAt(`redis://127.0.0.1:${proxy.port}`, 100));
  await proxy.set('dawdles');
  await vi.waitFor(async () => {
    expect(await store.ask((client) => client.get('a'))).toEqual({ ok: false });
    expect(store.state.state).toBe('slow');
  }, 10_000);
  expect(await store.ask((client) => client.get('a'), 5_000)).toEqual({ ok: true, value: null });
  await vi.waitFor(() => expect(errors).toHaveBeenCalledTimes(1), 10_000);
  expect(errors.mock.calls[0]?.[0]).toMatch(/takes more than 100 ms to answer/);
  await proxy.set('carries');
  await vi.waitFor(() => expect(store.state.state).toBe('well'), 10_000);
});

it('a connection that died without a word is made anew', async () => {
  const { port } = await valkey();
  const proxy = await startTcpProxy(port);
  onTestFinished(() => proxy.stop());
  const store = await ready(storeAt(`redis://127.0.0.1:${proxy.port}`, 100));
  await proxy.set('forgets');
  await vi.waitFor(() => expect(store.isThere).toBe(false), 30_000);
  await vi.waitFor(() => expect(store.isThere).toBe(true), 30_000);
  expect(await store.ask((client) => client.get('a'))).toEqual({ ok: true, value: null });
});
