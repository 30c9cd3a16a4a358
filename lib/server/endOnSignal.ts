import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '@/lib/log/log';

interface EndOptions {
  /** Has balancers send nobody here any more. */
  readonly withdraw: () => void;
  /** Milliseconds for them to notice. */
  readonly delay: number;
  /** Ends what is under way, in an orderly way. */
  readonly stop: () => Promise<void>;
}

/**
 * Ends the process in the orderly way on SIGTERM and SIGINT. A second signal cuts the delay short, a third
 * ends the process at once.
 */
export function endOnSignal({ withdraw, delay, stop }: EndOptions): void {
  const hurry = new AbortController();
  let isEnding = false;
  const end = (signal: NodeJS.Signals): void => {
    if (isEnding) {
      process.removeListener('SIGTERM', end).removeListener('SIGINT', end);
      hurry.abort();
      return;
    }
    isEnding = true;
    withdraw();
    const seconds = delay / 1000;
    const when = delay === 0 ? 'now' : `in ${seconds} s, and serves until then`;
    log.info(`${signal}: the server stops ${when}.`);
    sleep(delay, undefined, { signal: hurry.signal })
      // Cut short.
      .catch(() => undefined)
      .then(stop)
      .then(() => process.exit(0));
  };
  process.on('SIGTERM', end).on('SIGINT', end);
}
