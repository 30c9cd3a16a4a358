import { setTimeout as sleep } from 'node:timers/promises';
import { readRetryAfter } from '@/lib/site/retryAfter';
import { sendUnderHost } from './sendUnderHost';

export interface Message {
  readonly url: string;
  /** Whom it is meant for, where another machine than the one of the address takes it for them. */
  readonly host?: string;
  /** POST where it is not given. */
  readonly method?: string;
  /** Media type of the body. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses that are as good as success. */
  readonly accepts?: readonly number[];
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

async function post(message: Message): Promise<Failure | null> {
  const { url, host, method = 'POST', type, headers: own, body, accepts = [] } = message;
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    if (host !== undefined) {
      const status = await sendUnderHost({ url, method, headers: { Host: host }, signal });
      return failureOf(status, accepts, null);
    }
    const response = await fetch(url, {
      method,
      headers: { ...(type !== undefined && { 'Content-Type': type }), ...own },
      ...(body !== undefined && { body }),
      signal,
    });
    await response.body?.cancel();
    return failureOf(response.status, accepts, response.headers.get('retry-after'));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { reason: cause instanceof Error ? cause.message : String(cause), mayPass: true };
  }
}

function failureOf(
  status: number,
  accepts: readonly number[],
  retryAfter: string | null,
): Failure | null {
  if ((status >= 200 && status < 300) || accepts.includes(status)) return null;
  return {
    reason: `status ${status}`,
    mayPass: mayPass(status),
    retryAfter: readRetryAfter(retryAfter, Date.now()),
  };
}
