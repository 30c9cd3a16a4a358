/** Milliseconds between two lines. */
const PAUSE = 60_000;

/**
 * Logs refusals and the like without letting a flood of them fill the disk: the first at once, the others by
 * their number with the first that comes a minute later.
 * @param now milliseconds since 1970
 */
export function refusalLog(log: (line: string) => void, now: () => number, what = 'refusals') {
  let last = Number.NEGATIVE_INFINITY;
  let silent = 0;
  return (line: string): void => {
    if (now() - last < PAUSE) {
      silent += 1;
      return;
    }
    log(silent === 0 ? line : `${line} (and ${silent} ${what} before it)`);
    last = now();
    silent = 0;
  };
}
