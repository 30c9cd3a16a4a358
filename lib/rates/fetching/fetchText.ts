import { readRetryAfter } from '@/lib/site/retryAfter';

/** Why a request gave nothing that can be used. */
export type FetchFailure =
  /** No answer, or it broke off. */
  | 'network'
  /** Not whole within the time allowed. */
  | 'timeout'
  /** A status that is no success. */
  | 'status'
  /** More bytes than are taken. */
  | 'too-large'
  /** Sent elsewhere, or in a circle. */
  | 'redirect';

/** Thrown where a provider gives nothing that can be used; the message names the address. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly failure: FetchFailure;
  /** HTTP status, where one came. */
  readonly status: number | undefined;
  /** Milliseconds that the provider asks to be left alone (RFC 9110, section 10.2.3). */
  readonly retryAfter: number | undefined;

  constructor(
    failure: FetchFailure,
    message: string,
    details: { readonly status?: number; readonly retryAfter?: number | undefined } = {},
  ) {
    super(message);
    this.failure = failure;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
  }

  /** Whether another try soon may go better. Who was given all the time there is had its try. */
  get isPassing(): boolean {
    if (this.failure === 'status') return this.status === 429 || (this.status ?? 0) >= 500;
    return this.failure === 'network';
  }
}

/** What a cache keeps to ask whether its copy is still good (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type FetchedText =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly validators: Validators;
    }
  /** The copy that the validators belong to is still good. */
  | { readonly kind: 'unchanged' };

export interface FetchLimits {
  /** For the whole answer, in milliseconds. */
  readonly milliseconds: number;
  /** Of the body, decompressed. */
  readonly bytes: number;
}

/** The largest body that was ever recorded of a provider has 26 kB. */
export const FETCH_LIMITS: FetchLimits = { milliseconds: 8_000, bytes: 512 * 1024 };

export interface FetchOptions {
  readonly validators?: Validators | undefined;
  readonly userAgent?: string | undefined;
  readonly limits?: FetchLimits;
}

/** Some firewalls of banks refuse requests that name neither a program nor what they accept. */
export const USER_AGENT = 'Saxaul/0.1 (newsroom engine; reads reference rates twice an hour)';

const MOST_REDIRECTS = 1;

/**
 * Fetches a small text, once. At most one redirect is followed, to the same host; time and size are
 * limited over the whole of the answer.
 * @throws FetchError
 */
export async function fetchText(url: URL, options: FetchOptions = {}): Promise<FetchedText> {
  const { limits = FETCH_LIMITS } = options;
  const signal = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await ask(url, headersOf(options), signal);
    if (response.status === 304) {
      await response.body?.cancel();
      return { kind: 'unchanged' };
    }
    if (!response.ok) throw await refusal(url, response);
    const text = decode(await readBody(url, response, limits.bytes), response.headers);
    return { kind: 'text', text, validators: validatorsOf(response.headers) };
  } catch (error) {
    if (error instanceof FetchError) throw error;
    if (signal.aborted) {
      const message = `${nameOf(url)} was not answered whole within ${limits.milliseconds / 1000} s`;
      throw new FetchError('timeout', message);
    }
    throw new FetchError('network', `${nameOf(url)} cannot be reached (${reasonOf(error)})`);
  }
}

async function ask(url: URL, headers: Headers, signal: AbortSignal): Promise<Response> {
  let target = url;
  for (let redirects = 0; ; redirects += 1) {
    const response = await fetch(target, { headers, signal, redirect: 'manual' });
    const { status } = response;
    if (status < 300 || status === 304 || status >= 400) return response;
    await response.body?.cancel();
    const location = response.headers.get('location');
    if (location === null || !URL.canParse(location, target.href) || redirects === MOST_REDIRECTS) {
      throw new FetchError('redirect', `${nameOf(url)} only sends on (${status})`, { status });
    }
    target = new URL(location, target.href);
    if (target.origin !== url.origin) {
      const message = `${nameOf(url)} sends to another host (${target.host}), which is not followed`;
      throw new FetchError('redirect', message, { status });
    }
  }
}

/** An address as messages name it: queries make them long and say little. */
function nameOf({ origin, pathname }: URL): string {
  return origin + pathname;
}

function headersOf({ validators, userAgent = USER_AGENT }: FetchOptions): Headers {
  const headers = new Headers({ Accept: '*/*', 'User-Agent': userAgent });
  if (validators?.etag) headers.set('If-None-Match', validators.etag);
  else if (validators?.lastModified) headers.set('If-Modified-Since', validators.lastModified);
  return headers;
}

async function readBody(url: URL, response: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (response.body) {
    // Leaving the loop by an error cancels what has not come yet.
    for await (const chunk of response.body) {
      length += chunk.byteLength;
      if (length > most) {
        throw new FetchError('too-large', `${nameOf(url)} sends more than ${most} bytes`);
      }
      chunks.push(chunk);
    }
  }
  return Buffer.concat(chunks);
}

async function refusal(url: URL, response: Response): Promise<FetchError> {
  await response.body?.cancel();
  const { status, headers } = response;
  const retryAfter = readRetryAfter(headers.get('retry-after'), Date.now());
  return new FetchError('status', `${nameOf(url)} answers with status ${status}`, {
    status,
    retryAfter,
  });
}

function validatorsOf(headers: Headers): Validators {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}

const DECLARED = /^[\s\uFEFF]*<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/;
const CHARSET = /charset\s*=\s*"?([\w-]+)/i;

/**
 * Text of a body: in the encoding that an XML declaration names, since banks' servers name none or
 * a wrong one; else in that of the header; else UTF-8.
 */
function decode(body: Uint8Array, headers: Headers): string {
  const start = new TextDecoder('latin1').decode(body.subarray(0, 200));
  const label =
    DECLARED.exec(start)?.[1] ?? CHARSET.exec(headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  return decoderOf(label).decode(body);
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // A name that nobody knows; digits and codes are ASCII in all encodings in use.
    return new TextDecoder('utf-8');
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
