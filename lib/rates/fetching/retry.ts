import { FetchError } from './fetchText';

const RETRIES = 2;
/** Milliseconds. */
const SHORTEST = 500;
const LONGEST = 8_000;

export interface RetryOptions {
  /** Waits; rejects when the work is given up meanwhile. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** A number from 0 up to 1. */
  readonly random?: () => number;
}

/**
 * Tries again, twice at most, what may pass: no answer, faults of the server, too many requests.
 * The waits grow and are spread by chance ("full jitter"), so that many newsrooms whose provider
 * failed them at one moment do not come back at one moment. A provider that asks for more patience
 * than these waits have is left alone.
 */
export async function withRetries<Result>(
  work: () => Promise<Result>,
  { sleep, random = Math.random }: RetryOptions,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof FetchError && error.isPassing) || attempt === RETRIES) throw error;
      const asked = error.retryAfter ?? 0;
      if (asked > LONGEST) throw error;
      const ceiling = Math.min(LONGEST, SHORTEST * 4 ** (attempt + 1));
      await sleep(Math.max(asked, SHORTEST + random() * (ceiling - SHORTEST)));
    }
  }
}
