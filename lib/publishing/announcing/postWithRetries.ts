import { setTimeout as sleep } from 'node:timers/promises';

export interface Message {
  readonly url: string;
  /** Media type of the body. */
  readonly type: string;
  readonly body: string;
}

/** Milliseconds. */
const PATIENCE = 10_000;
/** Milliseconds before each further try; nobody depends on the message, so few are enough. */
const PAUSES: readonly number[] = [5_000, 60_000];

/** Answers after which another try may help: too many requests, and faults of the other side. */
function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
}

/**
 * Sends a message, a few times where that may help.
 * @param pauses milliseconds before each further try
 * @returns why it did not arrive; null where it did
 */
export async function postWithRetries(
  { url, type, body }: Message,
  pauses = PAUSES,
): Promise<string | null> {
  for (let attempt = 0; ; attempt += 1) {
    const pause = pauses[attempt];
    const failure = await post(url, type, body);
    if (failure === null) return null;
    if (!failure.mayPass || pause === undefined) return failure.reason;
    await sleep(pause, undefined, { ref: false });
  }
}

async function post(
  url: string,
  type: string,
  body: string,
): Promise<{ reason: string; mayPass: boolean } | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (response.ok) return null;
    return { reason: `status ${response.status}`, mayPass: mayPass(response.status) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { reason: cause instanceof Error ? cause.message : String(cause), mayPass: true };
  }
}
