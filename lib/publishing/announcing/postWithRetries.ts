import { setTimeout as sleep } from 'node:timers/promises';
import { readRetryAfter } from '@/lib/site/retryAfter';

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
/** Milliseconds: who asks to be left alone for longer is not asked again, as the news is old then. */
const LONGEST_PAUSE = 15 * 60_000;

/** Answers after which another try may help: too many requests, and faults of the other side. */
function mayPass(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Why a message did not arrive. */
interface Failure {
  readonly reason: string;
  readonly mayPass: boolean;
  /** Milliseconds that the other side asks to be left alone. */
  readonly retryAfter?: number | undefined;
}

/**
 * Sends a message, a few times where that may help.
 * @param pauses milliseconds before each further try, where the other side asks for no longer ones
 * @returns why it did not arrive; null where it did
 */
export async function postWithRetries(message: Message, pauses = PAUSES): Promise<string | null> {
  for (let attempt = 0; ; attempt += 1) {
    const failure = await post(message);
    if (failure === null) return null;
    const pause = pauses[attempt];
    const { reason, mayPass, retryAfter = 0 } = failure;
    if (!mayPass || pause === undefined || retryAfter > LONGEST_PAUSE) return reason;
    await sleep(Math.max(pause, retryAfter), undefined, { ref: false });
  }
}

async function post({ url, type, body }: Message): Promise<Failure | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    const { ok, status, headers } = response;
    if (ok) return null;
    const retryAfter = readRetryAfter(headers.get('retry-after'), Date.now());
    return { reason: `status ${status}`, mayPass: mayPass(status), retryAfter };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { reason: cause instanceof Error ? cause.message : String(cause), mayPass: true };
  }
}
