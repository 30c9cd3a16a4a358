import pLimit from 'p-limit';
import { log } from '@/lib/log/log';
import { counted } from '@/lib/site/counted';
import type { Environment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import { postWithRetries } from '../announcing/postWithRetries';
import type { Shown } from '../shown';
import { purgeMessages } from './messages';
import { changedKeys } from './surrogateKeys';

/** What readers see otherwise. */
export interface Change {
  readonly shown: Iterable<Shown>;
  /** Addresses that show it, as far as they are known. */
  readonly paths: readonly SitePath[];
}

/** Milliseconds before each further try: a minute later caches ask by themselves. */
const PAUSES: readonly number[] = [1_000, 5_000, 20_000];
const AT_ONCE = 4;

const NAMES = {
  fastly: 'Fastly',
  cloudflare: 'Cloudflare',
  bunny: 'Bunny',
  varnish: 'Varnish',
  purge: 'The cache in front',
} as const;

/**
 * Has the cache in front give up what changed. Never throws, and nobody waits for it; what does not arrive
 * is said once in the log.
 * @param pauses milliseconds before each further try of a request
 */
export function purger(
  { cdn, siteUrl }: Pick<Environment, 'cdn' | 'siteUrl'>,
  pauses: readonly number[] = PAUSES,
): (change: Change) => Promise<void> {
  if (cdn === null || cdn.purge === null) return async () => undefined;
  const name = NAMES[cdn.kind];
  return async ({ shown, paths }) => {
    const keys = changedKeys(shown);
    const messages = purgeMessages(cdn, { keys, paths }, siteUrl);
    const limited = pLimit(AT_ONCE);
    const sent = messages.map((message) => limited(() => postWithRetries(message, pauses)));
    const failures = (await Promise.all(sent)).filter((failure) => failure !== null);
    const requests = counted(messages.length, 'request');
    if (failures.length === 0) log.info(`${name} purges what changed (${requests}).`);
    else {
      log.error(
        `${name} was not told of all that changed (${failures.length} of ${requests} failed: ${failures[0]}); it asks for the rest within a minute.`,
      );
    }
  };
}
