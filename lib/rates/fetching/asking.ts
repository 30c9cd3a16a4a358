import { setTimeout as wait } from 'node:timers/promises';
import type { GetOptions } from '../providers/provider';
import { type FetchLimits, fetchText, type Validators } from './fetchText';
import { type RetryOptions, withRetries } from './retry';

export interface AskingOptions extends Partial<RetryOptions> {
  readonly limits?: FetchLimits;
  /** What names the copy that there is of an address, if there is one. */
  readonly validatorsOf?: (url: string) => Validators | undefined;
}

/** The requests of one run: an address is asked once, however many currencies are in its answer. */
export class Asking {
  readonly #options: AskingOptions;
  readonly #answers = new Map<string, Promise<string | null>>();
  readonly #validators = new Map<string, Validators>();

  constructor(options: AskingOptions = {}) {
    this.#options = options;
  }

  /**
   * Body at an address; null where it is the same as the copy that there is.
   * @throws FetchError
   */
  get(url: URL, options: GetOptions = {}): Promise<string | null> {
    const known = this.#answers.get(url.href);
    if (known) return known;
    const answer = this.#fetch(url, options);
    this.#answers.set(url.href, answer);
    return answer;
  }

  /** What names the answer that came from an address. */
  validatorsFrom(url: string): Validators | undefined {
    return this.#validators.get(url);
  }

  async #fetch(url: URL, { conditional, userAgent }: GetOptions): Promise<string | null> {
    const { limits, validatorsOf, sleep = wait, random } = this.#options;
    const validators = conditional ? validatorsOf?.(url.href) : undefined;
    const fetched = await withRetries(
      () => fetchText(url, { validators, userAgent, ...(limits && { limits }) }),
      { sleep, ...(random && { random }) },
    );
    if (fetched.kind === 'unchanged') return null;
    if (conditional) this.#validators.set(url.href, fetched.validators);
    return fetched.text;
  }
}
