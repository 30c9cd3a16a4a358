import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { startSite } from '@/tests/support/server';

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
  await once(unused, 'connect');
  await site.stop();
});

it.each(['stop', 'kill'] as const)('a server leaves no process behind: %s', async (end) => {
  const site = await startSite();
  const started = processesOf(site.pid);
  expect(started.length).toBeGreaterThan(0);
  await site[end]();
  await expect.poll(() => started.filter(isRunning), { timeout: 10_000 }).toEqual([]);
});

/** The processes that a process has started, as Linux tells. */
function processesOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) => {
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8');
    return children.split(' ').filter(Boolean).map(Number);
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // There is no such process.
    return false;
  }
}
