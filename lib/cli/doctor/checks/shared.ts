import { SharedStore } from '@/lib/server/shared/store';
import { type Check, ok, warning } from '../finding';

/** Milliseconds for a server that is well to be found well. */
const PATIENCE = 8_000;

export const shared: Check = {
  name: 'shared',
  run: async ({ environment: { cache, publishing } }) => {
    if (cache === null) return [ok('Nothing is shared with other instances.')];
    const { state, reason } = await meet(await SharedStore.open({ cache, namespace: 'doctor' }));
    const found =
      state === 'well'
        ? ok(`The shared server ${cache.description} answers in time.`)
        : warning(
            `The shared server ${cache.description} is ${state}${reason === null ? '' : ` (${reason})`}.`,
            'See that it runs, that its port is open to this machine, and that CACHE_URL has its password. Until then each instance goes on by itself.',
          );
    if (publishing.repository !== null) return [found];
    return [
      found,
      warning(
        'The content is in a plain folder, whose versions have no name that other instances know: pages and publishes are not shared.',
        'Put the content into a Git repository, and name it in CONTENT_REPO.',
      ),
    ];
  },
};

/** Waits until the server answers, or long enough. */
async function meet(store: SharedStore): Promise<SharedStore['state']> {
  const met = new Promise<void>((resolve) => {
    store.onRecovery(resolve);
    setTimeout(resolve, PATIENCE);
  });
  store.start({ isSilent: true });
  await met;
  const { state } = store;
  store.stop();
  return state;
}
