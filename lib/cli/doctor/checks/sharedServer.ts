import { setTimeout as sleep } from 'node:timers/promises';
import { clientMaker } from '@/lib/server/shared/client';
import { type Check, error, ok, reason } from '../finding';

/** Milliseconds for it to answer. */
const PATIENCE = 3_000;

export const sharedServer: Check = {
  name: 'sharing',
  run: async ({ environment: { cache } }) => {
    if (cache === null) return [ok('Nothing is shared with other instances (CACHE_URL).')];
    const client = (await clientMaker(cache))();
    let trouble = `no answer within ${PATIENCE / 1000} s`;
    // It tries again by itself until it is told to stop; what it says last is why it cannot.
    client.on('error', (thrown: unknown) => {
      trouble = reason(thrown);
    });
    const asked = client
      .connect()
      .then(() => client.ping())
      .then(
        () => true,
        () => false,
      );
    const answered = await Promise.race([asked, sleep(PATIENCE, false)]);
    client.destroy();
    if (answered) return [ok(`The shared server ${cache.description} answers.`)];
    return [
      error(
        `The shared server ${cache.description} does not answer (${trouble}).`,
        'Start Valkey or Redis there, or correct CACHE_URL; without it each instance goes on alone.',
      ),
    ];
  },
};
