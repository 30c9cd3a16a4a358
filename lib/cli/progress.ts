export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly end: () => void;
}

/** For those who read no progress. */
export const SILENT: Progress = { update: () => undefined, end: () => undefined };

const QUIET_MILLISECONDS = 1000;
const STEP_MILLISECONDS = 250;

/** A progress line for work that takes longer than a second; silent for short work. */
export function startProgress(label: string): Progress {
  const start = performance.now();
  let last = start + QUIET_MILLISECONDS - STEP_MILLISECONDS;
  let shown = false;
  const isTerminal = process.stderr.isTTY === true;
  return {
    update(done, total) {
      const now = performance.now();
      const interval = isTerminal ? STEP_MILLISECONDS : 10 * STEP_MILLISECONDS;
      if (now - last < interval) return;
      last = now;
      shown = true;
      const perSecond = Math.round((done / (now - start)) * 1000);
      const left = Math.ceil((total - done) / Math.max(1, perSecond));
      const line = `${label}: ${done} of ${total} files, ${perSecond} a second, ${left} s left`;
      process.stderr.write(isTerminal ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end() {
      if (shown && isTerminal) process.stderr.write('\n');
    },
  };
}
