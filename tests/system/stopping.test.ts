import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startSite } from '@/tests/support/server';
import { childrenOf, isRunning } from './faults/support/processes';

it('a server that was started by npm ends when npm is told to', async () => {
  const site = await startSite({ command: ['npm', 'start'] });
  expect((await fetch(site.address)).status).toBe(200);
  await site.stop();
  const answers = () =>
    fetch(site.address).then(
      () => true,
      () => false,
    );
  await expect.poll(answers, { timeout: 10_000 }).toBe(false);
});

it('a server ends although a browser holds a connection that it has not used', async () => {
  const site = await startSite();
  const { hostname, port } = new URL(site.address);
  const unused = connect(Number(port), hostname);
  onTestFinished(() => {
    unused.destroy();
  });
  // It may be reset as well as closed.
  unused.on('error', () => undefined);
  await once(unused, 'connect');
  // Connections are taken in their order: one that is still waiting holds nothing up.
  expect((await fetch(site.address)).status).toBe(200);
  await site.stop();
});

it.each(['stop', 'kill'] as const)('a server leaves no process behind: %s', async (end) => {
  const site = await startSite();
  const started = childrenOf(site.pid);
  expect(started.length).toBeGreaterThan(0);
  await site[end]();
  await expect.poll(() => started.filter(isRunning), { timeout: 10_000 }).toEqual([]);
});
