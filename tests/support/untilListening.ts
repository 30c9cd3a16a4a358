import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MILLISECONDS = 30_000;

/**
 * Waits until a port of 127.0.0.1 takes connections.
 * @throws Error where the process that is to listen ends before, or takes too long
 */
export async function untilListening(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await takesConnections(port))) {
    if (child.exitCode !== null) throw new Error(`exit code ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`port ${port} takes no connections`);
    await sleep(20);
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
  });
}
