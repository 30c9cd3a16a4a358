import { createHash } from 'node:crypto';
import type { Announce, Announcement } from '@/lib/publishing/announcing/announcement';
import type { SharedStore } from './store';

/** Milliseconds in which all instances have published the same. */
const REMEMBERED = 3_600_000;
const LIMIT = 1_000;

/**
 * Has one instance tell others of what all instances publish. Without the server each tells: better twice
 * than not at all.
 */
export function onceForAll(announce: Announce, store: Pick<SharedStore, 'ask' | 'key'>): Announce {
  return async (announcement) => {
    const key = store.key('told', nameOf(announcement));
    const expiration = { type: 'PX', value: REMEMBERED } as const;
    const claimed = await store.ask(
      (client) => client.set(key, '1', { condition: 'NX', expiration }),
      LIMIT,
    );
    if (!claimed.ok || claimed.value !== null) announce(announcement);
  };
}

/**
 * The commit, whichever one an instance had before: whoever told of a later part of the way there has told of
 * the earlier one too, or has found it told. What time changes is named by itself.
 */
function nameOf({ commit, appeared, altered, vanished, shown }: Announcement): string {
  if (commit != null) return commit;
  const lists = [appeared, altered, vanished, [...shown]].map((list) => list.toSorted().join(' '));
  return createHash('sha256').update(lists.join('\n')).digest('base64url');
}
