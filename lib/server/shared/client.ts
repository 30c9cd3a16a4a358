import { createClient, RESP_TYPES } from '@redis/client';
import type { CacheEnvironment } from '@/lib/site/environment/sharing';

/** Milliseconds. */
const CONNECTING = 2_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
/** Commands that wait for an answer; more are refused at once. */
const MOST_WAITING = 500;

/** A client whose texts are bytes, since pages are. */
export type Client = ReturnType<typeof makeClient>;

/**
 * A client that queues nothing while it is not connected, and connects again by itself for ever.
 * One connection does for commands and messages alike (RESP 3).
 */
export function makeClient({ place, username, password, database }: CacheEnvironment) {
  return createClient({
    socket: {
      ...socketOf(place),
      connectTimeout: CONNECTING,
      reconnectStrategy: (retries: number) =>
        Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** retries) * (0.8 + 0.4 * Math.random()),
    },
    ...(username !== null && { username }),
    ...(password !== null && { password }),
    database,
    RESP: 3,
    name: 'saxaul',
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_WAITING,
    disableClientInfo: true,
    maintNotifications: 'disabled',
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });
}

function socketOf(place: CacheEnvironment['place']) {
  if ('socket' in place) return { path: place.socket, tls: false } as const;
  const { host, port, tls } = place;
  return tls ? ({ host, port, tls } as const) : { host, port };
}
