import { constants } from 'node:os';

const pending: (() => void)[] = [];
let isWatching = false;

/**
 * Has something undone when the process ends, however it ends; what was begun last is undone
 * first. The task must be synchronous and bear being run after its work is already done.
 */
export function undoAtExit(task: () => void): void {
  pending.push(task);
  if (isWatching) return;
  isWatching = true;
  process.on('exit', () => {
    for (const undo of pending.reverse()) undo();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
