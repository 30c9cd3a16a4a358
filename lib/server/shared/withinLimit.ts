/** Thrown where an answer did not come in time. */
export class TooLateError extends Error {
  override readonly name = 'TooLateError';

  constructor(limit: number) {
    super(`it did not answer within ${limit} ms`);
  }
}

/**
 * Waits for an answer for a while.
 * @param limit milliseconds
 * @throws TooLateError, and whatever the work throws before
 */
export function withinLimit<Value>(work: Promise<Value>, limit: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    // Once round the loop more: where this thread was busy, the answer lies there already.
    const timer = setTimeout(() => setImmediate(() => reject(new TooLateError(limit))), limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
